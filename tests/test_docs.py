"""What is written about the project is true: the dictionary of columns, the README's example and commands."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import blends
from blends import calculate, read_link, write_link
from blends.judging.mixture import BASE_DENSITY_UNKNOWN, OIL_DENSITY_UNKNOWN
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
    assert len(README.splitlines()) < 110
    assert ".venv/bin/streamlit run blend_app.py" in README
    assert ".venv/bin/pytest" in README


def test_the_link_to_try_makes_a_recipe(catalogue):
    (link,) = re.findall(r"^    (http://localhost:8501/\S+)$", README, re.MULTILINE)
    brief = read_link(link)
    recipe = calculate(brief, catalogue).recipe
    assert [(portion.oil.id, portion.drops) for portion in recipe.portions] == [("lavender", 4), ("thyme_thymol", 2)]
    assert write_link(brief, "http://localhost:8501/") == link


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_links_between_files_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_no_page_promises_to_treat_cure_or_heal(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"never[^.]*treat, cure,? (or )?heal", "", text)  # the rule itself
    assert not re.search(r"\b(treats?|cures?|heals?)\b", text, re.IGNORECASE)


def refusing():
    """Yield every function and method with a name for others that raises something."""
    for path in sorted(Path(blends.__file__).parent.rglob("*.py")):
        top = ast.parse(path.read_text(encoding="utf-8")).body
        members = [each for node in top if isinstance(node, ast.ClassDef) for each in node.body]
        for node in (*top, *members):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                own = [each for each in node.body if not isinstance(each, ast.FunctionDef)]
                if any(isinstance(each, ast.Raise) for part in own for each in ast.walk(part)):
                    yield pytest.param(node, id=f"{path.stem}.{node.name}")


@pytest.mark.parametrize("function", list(refusing()))
def test_a_function_that_refuses_says_so(function):
    assert re.search(r"\braises?\b", ast.get_docstring(function) or "", re.IGNORECASE)


def test_the_densities_that_stand_in_are_beyond_those_of_the_tables(catalogue):
    assert catalogue.oils[["density_g_per_ml", "density_max_g_per_ml"]].max().max() < OIL_DENSITY_UNKNOWN
    assert catalogue.base_oils[["density_g_per_ml", "density_min_g_per_ml"]].min().min() >= BASE_DENSITY_UNKNOWN
