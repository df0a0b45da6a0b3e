"""Own oils, own base oils and certificates for the tests of what errs to the careful side, and the verdicts of them."""

from blends import calculate, read_brief
from blends.tables.catalogue import shipped_tables
from blends.tables.certificate_file import read_listed
from blends.tables.certified import with_certificate
from blends.tables.constituent_names import constituent_names
from blends.tables.more_rows import with_more_rows
from blends.tables.own import Certificate, OwnOil

TABLES = shipped_tables()
NAMES = constituent_names(TABLES)


def verdicts(tables=TABLES, **texts):
    review = calculate(read_brief({"drops": "exact", **texts}), tables).review
    return review.at_home.value, review.for_sale.value


def certified(oil, text, tables=TABLES):
    return with_certificate(tables, oil, Certificate(f"b_{oil}", oil, read_listed(text, TABLES).constituents))


def own(*cells, listed="", kind="essential", made_from=""):
    needed = (("name", "My own"), ("botanical", "Planta mea L."))
    row = (*(() if made_from else needed), *((("part", "herb"),) if kind == "essential" and not made_from else ()))
    found = read_listed(listed, TABLES).constituents if listed else ()
    return with_more_rows(TABLES, [OwnOil("my_own", kind, (*row, *cells), tuple(found), made_from)])


def level(tables, oil, group):
    rows = tables.constituents
    (found,) = rows[(rows["oil"] == oil) & (rows["group"] == group)]["level_pct"]
    return found
