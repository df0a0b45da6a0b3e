"""Rooms are entered in one direction, and each outside library stays in its one place."""

import ast
import re
from pathlib import Path

import pytest

import blends
from blends import calculate, read_brief
from blends.making import settle

PACKAGE = Path(blends.__file__).parent
# A click goes through them in this order; a room imports those before it, never those after.
ROOMS = [
    "errors",
    "figures",
    "asking",
    "tables",
    "making",
    "judging",
    "possible",
    "flow",
    "remedies",
    "offers",
    "showing",
    "keeping",
    "serving",
    "pages",
]
COMMANDS = {"launch", "check", "__main__", "__init__"}
FILES = sorted(PACKAGE.rglob("*.py"))
CORE = [path for path in FILES if path.relative_to(PACKAGE).parts[0] not in ("serving", "pages")]


def name(path):
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(path, inside=True):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            if inside and (node.module or "").startswith("blends"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module):
    return module.split(".")[1] if module.startswith("blends.") else ""


def members(folder):
    return {path.stem for path in (PACKAGE / folder).glob("*.py") if path.stem != "__init__"}


@pytest.mark.parametrize("path", [path for path in FILES if name(path).split(".")[0] not in COMMANDS], ids=name)
def test_a_room_imports_only_those_before_it(path):
    own = name(path).split(".")[0]
    used = {room(module) for module in imports(path)} - {"", own}
    assert used <= set(ROOMS[: ROOMS.index(own)]), sorted(used)


@pytest.mark.parametrize("folder", ["asking", "tables", "making", "judging", "possible"])
def test_a_file_imports_only_those_above_it_in_its_room(folder):
    text = (PACKAGE / folder / "__init__.py").read_text(encoding="utf-8")
    listed = re.findall(r"^    ([a-z_]+(?:, [a-z_]+)*)(?=\s{2,}|\n)", text, re.MULTILINE)
    order = [each for line in listed for each in line.split(", ")]
    assert sorted(order) == sorted(members(folder)), "the room's docstring lists its files, in order"
    for path in (PACKAGE / folder).glob("*.py"):
        prefix = f"blends.{folder}."
        used = {module.removeprefix(prefix).split(".")[0] for module in imports(path) if module.startswith(prefix)}
        used &= set(order)
        above = set(order) if path.stem == "__init__" else set(order[: order.index(path.stem)])
        assert used <= above, (path.stem, sorted(used - above))


@pytest.mark.parametrize("folder", ["asking", "tables", "making", "judging", "possible", "showing", "pages"])
def test_a_room_says_what_comes_in_and_what_goes_out(folder):
    words = ast.get_docstring(ast.parse((PACKAGE / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(words) > 100


@pytest.mark.parametrize("folder", ["showing", "showing/words", "keeping", "serving"])
def test_a_room_with_a_list_of_its_files_lists_them_all(folder):
    text = (PACKAGE / folder / "__init__.py").read_text(encoding="utf-8")
    listed = re.findall(r"^    ([a-z_]+)\.py(?=\s)", text, re.MULTILINE)
    assert sorted(listed) == sorted(members(folder))


def test_the_map_names_every_room():
    for each in {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py"} - COMMANDS:
        assert f"{each}.py" in blends.__doc__
    for each in {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}:
        assert f"{each}/" in blends.__doc__


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("pint", {"asking.quantities"}),
        ("pandera", {"tables.schema"}),
        ("typst", {"showing.typesetting"}),
        ("segno", {"showing.qr", "showing.chat"}),
        (
            "numpy",
            {"possible.limit_rows", "possible.combinations", "possible.best", "possible.marks", "possible.search"},
        ),
        ("streamlit", set()),
        ("starlette", set()),
    ],
)
def test_a_library_stays_in_its_place(library, homes):
    users = {name(path) for path in CORE for module in imports(path) if module.split(".")[0] == library}
    assert users <= homes


def test_the_engines_are_known_in_the_recipe_book_alone():
    """And there only below what a room before or after it may import without opening a book."""
    engines = {"sqlalchemy", "alembic", "psycopg", "platformdirs"}
    users = {name(path) for path in FILES if engines & {module.split(".")[0] for module in imports(path)}}
    assert {user.split(".")[0] for user in users} == {"keeping"}
    assert not users & {"keeping.__init__", "keeping.opening", "keeping.kept", "keeping.told"}


def test_the_routes_know_no_page_and_the_pages_no_route():
    """Each of the two edges has its own library; the routes answer without a session."""
    for path in FILES:
        used = {module.split(".")[0] for module in imports(path)}
        if name(path).startswith("serving."):
            assert "streamlit" not in used, path.name
        else:
            assert not {"starlette", "anyio"} & used, path.name


def test_pandas_stays_in_the_tables_and_at_the_edge():
    users = {name(path) for path in CORE for module in imports(path) if module.split(".")[0] in ("pandas", "csv")}
    assert {user for user in users if not user.startswith("tables.")} <= {"showing.csv_table"}


def holds_the_catalogue():
    """Return every signature and field outside tables that takes, gives or keeps the catalogue."""
    for path in FILES:
        if name(path).split(".")[0] == "tables":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # Of an argument or a field, or of what a function returns.
            annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
            if annotation is not None and "Catalogue" in ast.unparse(annotation):
                yield f"{name(path)} line {node.lineno}"


def test_few_outside_the_tables_hold_the_catalogue():
    found = sorted(holds_the_catalogue())
    assert len(found) <= 12, found


def test_one_place_of_the_pages_gives_them_the_tables():
    """Whoever brings tables of their own is heard in one place."""
    for path in PACKAGE.glob("pages/*.py"):
        text = path.read_text(encoding="utf-8")
        if path.stem != "tables_now":
            assert not re.search(r"shipped_tables|read_catalogue|\bCatalogue\b", text), path.name


def test_pages_do_no_arithmetic_and_read_no_tables():
    for path in PACKAGE.glob("pages/*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # Adding joins lists and texts; bars join types and mappings.
        sums = [
            n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult | ast.Div | ast.Sub)
        ]
        assert not sums, f"{path.name} line {sums[0].lineno}"
        assert not {"pandas", "csv", "pint"} & {module.split(".")[0] for module in imports(path)}


def texts_of(path):
    """Yield the texts that a file holds, as (line, text), but its docstrings and what it raises."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    passed_over = {each.value for each in first if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        made = isinstance(node, ast.Call) and re.fullmatch(r"cast|\w+Error", ast.unparse(node.func))
        if isinstance(node, ast.Raise) or made:
            passed_over |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed_over:
            yield node.lineno, node.value


def shows(path):
    """Return whether a file shows something, and is none of those that hold the words."""
    return name(path).split(".")[0] in SHOWING_ROOMS and not name(path).startswith("showing.words.")


# What is read with two words and is no sentence: a policy of caches, the head of an SVG.
NO_SENTENCES = {"public, max-age=300", '<svg xmlns="http://www.w3.org/2000/svg" '}
SHOWING_ROOMS = {"remedies", "offers", "showing", "serving", "pages", "launch", "flow"}


@pytest.mark.parametrize("path", [path for path in FILES if shows(path)], ids=name)
def test_what_a_person_reads_stands_in_words_or_beside_what_raises_it(path):
    """Any other text is a key, an id, a figure or a mark: it has no two words, and begins with no capital."""
    kept = [(line, text) for line, text in texts_of(path) if text not in NO_SENTENCES]
    assert [each for each in kept if re.search(r"[A-Za-z]+,? +[A-Za-z]+|^\s*[A-Z][a-z]+(\W|$)", each[1])] == []


RAISED_ALONE = {"keeping.faults", "keeping.bottle_form"}  # tables of sentences, beside what raises them
NO_SENTENCES_OF_A_BOOK = {
    "-c lock_timeout=",
    " -c statement_timeout=30000",
    "a blend",
    "a bottle",
    " mL of ",
    "Choose a book saved here as JSON.",
}


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("keeping/*.py")), ids=name)
def test_what_the_book_says_stands_in_words_or_beside_what_raises_it(path):
    """Its other texts are the engine's language, in capitals, and what its refusals are put together of."""
    kept = [] if name(path) in RAISED_ALONE else texts_of(path)
    read = [each for each in kept if re.search(r"[a-z]+,? +[a-z]+", each[1])]
    assert [each for each in read if each[1] not in NO_SENTENCES_OF_A_BOOK] == []


def refusing():
    """Yield every public function that raises BlendError itself and does not catch it."""
    for path in CORE:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                caught = {
                    part
                    for tried in ast.walk(node)
                    if isinstance(tried, ast.Try) and any("BlendError" in ast.unparse(each) for each in tried.handlers)
                    for line in tried.body
                    for part in ast.walk(line)
                }
                raised = [each.exc for each in ast.walk(node) if isinstance(each, ast.Raise) and each not in caught]
                if any(each and re.search("Error|refuse", ast.unparse(each)) for each in raised):
                    yield pytest.param(node, id=f"{name(path)}.{node.name}")


@pytest.mark.parametrize("function", list(refusing()))
def test_a_function_that_refuses_says_so_in_its_docstring(function):
    assert re.search(r"\bRaises? \w+Error\b", ast.get_docstring(function) or "")


def test_files_stay_short():
    for path in FILES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 240, path.name


def test_no_question_is_asked_twice(monkeypatch, catalogue):
    """Each oil is held against the person once in a whole calculation."""
    asked = []
    real = settle.reasons_against
    monkeypatch.setattr(settle, "reasons_against", lambda oil, *rest: asked.append(oil.id) or real(oil, *rest))
    for texts in (
        {"effect": "warming,circulation", "person": "pregnant", "conditions": "epilepsy,asthma"},
        {"oils": "lavender,eucalyptus,nutmeg", "person": "child:7", "conditions": "sensitive_skin"},
    ):
        asked.clear()
        calculate(read_brief(texts), catalogue)
        assert asked
        assert len(asked) == len(set(asked))
