"""What the tests of safety share: a calculation from texts, and one of its findings or ceilings."""

from blends import calculate, read_brief
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
OILS = list(CATALOGUE.oils.index)


def result(catalogue=CATALOGUE, **texts):
    return calculate(read_brief(texts), catalogue)


def review(**texts):
    return result(**texts).review


def ceiling(made, rulebook):
    return next(each for each in made.ceilings if each.rulebook == rulebook)


def finding(made, rulebook, subject):
    return next(each for each in made.findings if each.rulebook == rulebook and each.subject == subject)
