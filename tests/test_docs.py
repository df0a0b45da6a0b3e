"""What is written about the project is true: the dictionary of columns, the README's example and commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from blends.tables.catalogue import shipped_data
from blends.tables.columns import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *ROOT.glob("docs/**/*.md"),
    *ROOT.glob("data/*.md"),
]


@pytest.mark.parametrize("table", COLUMNS)
def test_the_dictionary_names_every_column_in_order(table):
    section = (shipped_data() / "README.md").read_text(encoding="utf-8").split(f"## {table}.csv")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)[1:]
    assert [name for cell in first_cells for name in cell.split(", ")] == list(COLUMNS[table])


@pytest.mark.parametrize("table", COLUMNS)
def test_the_files_have_the_columns_of_the_dictionary(table):
    header = (shipped_data() / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == list(COLUMNS[table])


def test_the_example_of_the_readme_runs_and_prints_what_it_says():
    example = README.split("```python\n")[1].split("```")[0]
    printed = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True).stdout
    assert printed == README.split("prints\n\n```\n")[1].split("```")[0]


def test_the_readme_is_short_and_has_both_commands():
    assert len(README.splitlines()) < 120
    assert ".venv/bin/streamlit run blend_app.py" in README
    assert ".venv/bin/pytest" in README


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_links_between_files_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_no_page_promises_to_treat_cure_or_heal(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"never[^.]*treat, cure,? (or )?heal", "", text)  # the rule itself
    assert not re.search(r"\b(treats?|cures?|heals?)\b", text, re.IGNORECASE)
