"""Where the app is: the address that links, codes and forms of a page begin with."""

import os
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from blends.serving.routes import ADDRESS


def app_address() -> str:
    """Return the address of the app, "/" at its end: what was set for it, or where the browser is.

    `st.context.url` takes the name of any page off the end of an address: at /aroma-oils/ it says /aroma-.
    """
    if known := os.environ.get(ADDRESS):
        return known.rstrip("/") + "/"
    run = get_script_run_ctx()
    here = urlsplit(run.context_info.url if run and run.context_info else "")
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    path = f"/{base}/" if base else here.path.rpartition("/")[0] + "/"  # only the front page's ends with "/"
    return here._replace(path=path, query="", fragment="").geturl()
