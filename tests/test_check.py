"""`python -m blends.check`: an answer to whatever it is given, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from blends.tables import check
from blends.tables.catalogue import shipped_data


@pytest.fixture
def answer(monkeypatch, capsys):
    def run(*words):
        monkeypatch.setattr(sys, "argv", ["check", *words])
        status = check.main()
        return status, capsys.readouterr().out

    return run


def test_the_shipped_tables_are_right_and_counted(answer, catalogue):
    status, said = answer()
    assert status == 0
    assert f"{len(catalogue.oils)} essential oils" in said


def test_a_folder_of_right_tables_is_right(answer):
    assert answer(str(shipped_data()))[0] == 0


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone", "wanted a folder of tables"),
        ("file", "wanted a folder of tables"),
        ("empty", "effects.csv: the file is missing from"),
        ("a\udc80b", "wanted a folder of tables"),
    ],
)
def test_a_folder_that_is_none_or_holds_none_is_said_in_a_sentence(answer, tmp_path, name, sentence):
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    status, said = answer(str(tmp_path / name))
    assert status == 1
    assert sentence in said


@pytest.mark.parametrize("words", [("data", "data"), ("--what",)])
def test_words_that_are_not_understood_get_the_usage(answer, capsys, words):
    with pytest.raises(SystemExit) as stopped:
        answer(*words)
    assert stopped.value.code == 2
    assert "usage: python -m blends.check [-h] [folder]" in capsys.readouterr().err


def test_a_terminal_of_few_letters_gets_an_answer_too(tmp_path):
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "blends.check", str(tmp_path / "Öl")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert r"\xd6l" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipe that breaks so")
def test_a_reader_who_has_seen_enough_gets_no_traceback(monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)  # as `python -m blends.check | head -1` does
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        monkeypatch.setattr(sys, "argv", ["check"])
        assert check.main() == 0
        print("what is printed after it is lost, too")
