"""What stands around every page: set-up and navigation."""

import streamlit as st

from blends.pages import HERE, icon
from blends.showing.words import pages as words


def draw() -> None:
    """Draw the page that the visitor is on."""
    st.set_page_config(page_title=words.APP, page_icon=icon(), layout="wide")
    st.html(HERE.joinpath("style.css"))
    pages = [st.Page(HERE.joinpath(f"{page}.py"), title=name) for page, name in words.NAMES.items()]
    st.navigation(pages, position="hidden").run()  # the first is the front page
