"""Imports go one way, and each outside library stays in its one place."""

import ast
from pathlib import Path

import pytest

import blends

PACKAGE = Path(blends.__file__).parent
# The order of the map in blends/__init__.py: a file may import those before it.
ORDER = [
    line.split(".py")[0].strip()
    for line in (blends.__doc__ or "").splitlines()
    if line.startswith("    ") and ".py " in line
]
FILES = sorted(PACKAGE.glob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "blends")


def test_the_map_names_every_file():
    assert sorted(ORDER) == [path.stem for path in FILES if path.stem != "__init__"]


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "__init__"], ids=lambda path: path.stem)
def test_a_file_imports_only_those_above_it(path):
    used = {name.split(".")[1] for name in imports(path) if name.startswith("blends.")}
    assert used <= set(ORDER[: ORDER.index(path.stem)])


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("pint", {"quantities"}),
        ("pandera", {"schema"}),
        ("typst", {"output"}),
        ("segno", {"output", "chat"}),
        ("streamlit", set()),
    ],
)
def test_a_library_stays_in_its_place(library, homes):
    users = {path.stem for path in FILES for name in imports(path) if (name or "").split(".")[0] == library}
    assert users <= homes


def test_only_the_serving_room_knows_starlette_and_it_knows_no_page():
    for path in PACKAGE.rglob("*.py"):
        used = {(name or "").split(".")[0] for name in imports(path)}
        if path.parent.name == "serving":
            assert "streamlit" not in used, path.name
            assert not any((name or "").startswith("blends.pages") for name in imports(path)), path.name
        else:
            assert not {"starlette", "jinja2", "anyio"} & used, path.name
            assert not any((name or "").startswith("blends.serving") for name in imports(path)), path.name


def test_pages_do_no_arithmetic_and_read_no_tables():
    for path in PACKAGE.glob("pages/*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # Adding joins lists and texts; bars join types and mappings.
        sums = [
            n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult | ast.Div | ast.Sub)
        ]
        assert not sums, f"{path.name} line {sums[0].lineno}"
        assert not {"pandas", "csv", "pint"} & {(name or "").split(".")[0] for name in imports(path)}


def test_files_stay_short():
    for path in PACKAGE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 240, path.name
