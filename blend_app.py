"""The app: pages, and the routes of a card beside them. Start it with `streamlit run blend_app.py`."""

import streamlit as st

if __name__ == "__main__":  # run as a script: by the app below for each visitor, and by tests
    from blends.pages.shell import draw

    draw()
else:
    from blends.serving import front, lifespan, routes

    base = st.get_option("server.baseUrlPath")
    app = st.App(__file__, lifespan=lifespan, routes=routes(base), middleware=front())
