"""Where the app is: links, codes and forms of a page begin there, whatever the address ends with."""

from types import SimpleNamespace

import pytest
import streamlit as st

from blends.pages import app_address as where
from blends.pages.app_address import app_address
from blends.serving.routes import ADDRESS


@pytest.mark.parametrize(
    ("browser", "base", "address"),
    [
        ("http://localhost:8501/", "", "http://localhost:8501/"),
        ("http://localhost:8501", "", "http://localhost:8501/"),
        ("http://localhost:8501/?v=1&e=warming#here", "", "http://localhost:8501/"),
        ("http://localhost:8501/label", "", "http://localhost:8501/"),
        ("https://example.org/aroma-oils/", "", "https://example.org/aroma-oils/"),
        ("https://example.org/aroma-oils/label?v=1", "", "https://example.org/aroma-oils/"),
        ("https://example.org/oils/", "oils", "https://example.org/oils/"),
        ("https://example.org/oils/book", "/oils/", "https://example.org/oils/"),
        ("https://example.org/a/massage/massage", "a/massage", "https://example.org/a/massage/"),
    ],
)
def test_the_address_of_the_app_is_kept_whole(monkeypatch, browser, base, address):
    run = SimpleNamespace(context_info=SimpleNamespace(url=browser))
    monkeypatch.setattr(where, "get_script_run_ctx", lambda: run)
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": base}.__getitem__)
    assert app_address() == address


def test_an_address_that_was_set_is_the_one_of_page_and_card(monkeypatch):
    monkeypatch.setenv(ADDRESS, "https://example.org/oils")
    assert app_address() == "https://example.org/oils/"


def test_without_a_browser_it_is_the_root(monkeypatch):
    monkeypatch.setattr(where, "get_script_run_ctx", lambda: None)
    assert app_address() == "/"
