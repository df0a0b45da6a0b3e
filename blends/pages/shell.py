"""What stands around every page: set-up and navigation."""

import streamlit as st

from blends.pages import HERE, icon


def draw() -> None:
    """Draw the page that the visitor is on."""
    st.set_page_config(page_title="Equal Parts", page_icon=icon(), layout="wide")
    st.html(HERE.joinpath("style.css"))
    st.navigation(
        [
            st.Page(HERE.joinpath("blend.py"), title="Blend", default=True),
            st.Page(HERE.joinpath("oils.py"), title="Oils"),
            st.Page(HERE.joinpath("massage.py"), title="Massage"),
        ],
        position="hidden",
    ).run()
