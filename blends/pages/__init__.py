"""The pages of the app; with blend_app.py the only files that import streamlit."""

from pathlib import Path

import streamlit as st

from blends.catalogue import Catalogue, read_catalogue

HERE = Path(__file__).parent


@st.cache_resource(show_spinner="Reading the oil tables")
def catalogue() -> Catalogue:
    """Return the shipped tables, read and checked once for all visitors."""
    return read_catalogue()


def icon() -> str:
    """Return the path of the page icon, a file of our own: nothing is fetched from elsewhere."""
    return str(HERE.joinpath("icon.png"))
