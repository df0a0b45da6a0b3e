"""What was spoilt a little gets an answer or a sentence, and so does everything that ever fell; longer: fuzz.py."""

import json

import fuzz
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize("kind", fuzz.KINDS)
@settings(max_examples=tries(300))
@given(data=st.data())
def test_no_spoilt_input_falls(kind, data):
    fuzz.KINDS[kind].tried(data.draw(fuzz.KINDS[kind].drawn))


@pytest.mark.parametrize(("kind", "given_"), fuzz.fallen(), ids=str)
def test_what_once_fell_stands(kind, given_):
    fuzz.KINDS[kind].tried(given_)


def test_what_falls_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "FALLEN", tmp_path)
    lone = {"title": "\ud800", "bottle": "100 ml"}
    path = fuzz.keep("brief", lone, tmp_path)
    assert json.loads(path.read_text()) == {"kind": "brief", "input": lone}
    assert fuzz.fallen() == [("brief", lone)]
