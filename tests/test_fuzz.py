"""What was spoilt a little gets an answer or a sentence, and so does everything that ever fell; longer: fuzz.py."""

import json
import time

import fuzz
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

MARGIN = 3  # a slow machine, one that counts branches, or both, is no slow call


def stands(kind, given_):
    return fuzz.timed(kind, given_) <= MARGIN * fuzz.KINDS[kind].most_ms


@pytest.mark.parametrize("kind", [kind for kind in fuzz.KINDS if kind != "own"])
@settings(max_examples=tries(300), deadline=None)
@given(data=st.data())
def test_no_spoilt_input_falls_or_takes_long(kind, data):
    assert stands(kind, data.draw(fuzz.KINDS[kind].drawn))


@settings(max_examples=tries(40), deadline=None)
@given(fuzz.KINDS["own"].drawn)
def test_no_spoilt_file_of_own_oils_falls_or_takes_long(text):
    assert stands("own", text)


@pytest.mark.parametrize(("kind", "given_"), fuzz.fallen(), ids=str)
def test_what_once_fell_stands(kind, given_):
    assert stands(kind, given_)


def test_a_slow_call_is_seen_and_one_that_was_slow_once_is_not(monkeypatch):
    waits = iter([0.03, 0.0])

    def busy(seconds):
        begun = time.process_time()
        while time.process_time() - begun < seconds:
            pass

    for kind, tried in (("always", lambda _: busy(0.03)), ("once", lambda _: busy(next(waits)))):
        monkeypatch.setitem(fuzz.KINDS, kind, fuzz.Kind(st.just(""), tried, most_ms=20.0))
    assert fuzz.timed("always", "") >= 30
    assert fuzz.timed("once", "") < 20


def test_what_falls_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "FALLEN", tmp_path)
    lone = {"title": "\ud800", "bottle": "100 ml"}
    path = fuzz.keep("brief", lone, tmp_path)
    assert json.loads(path.read_text()) == {"kind": "brief", "input": lone}
    assert fuzz.fallen() == [("brief", lone)]
