"""`python -m blends.check [folder]`: check the tables, and print how many oils have which fact, verified or not."""

import argparse
import io
import os
import sys

from blends.tables.catalogue import Catalogue, read_catalogue
from blends.tables.faults import TableError
from blends.tables.rulebook import State


def coverage(catalogue: Catalogue) -> str:
    """Return how many oils have which fact, how many of them verified, and the limits of each rulebook."""
    lines = []
    for title, frame in (("essential oils", catalogue.oils), ("base oils", catalogue.base_oils)):
        lines.append(f"{len(frame)} {title}")
        for column in frame.columns[frame.columns.str.endswith("_verified")]:
            known, verified = frame[column].notna().sum(), (frame[column] == "yes").sum()
            fact = column.removesuffix("_verified").replace("_", " ")
            copies = (frame[column] == "copies").sum()
            lines.append(
                f"  {fact:16}{known:4} known  {verified:4} by two sources  {copies:4} by copies of one"
                f"  {len(frame) - known:4} blank"
            )
    claims = catalogue.claims
    lines.append(f"{len(claims)} claims of effects, {(claims['verified'] == 'yes').sum()} verified")
    for effect in catalogue.effects.index:
        lines.append(f"  {effect:22}{(claims['effect'] == effect).sum():4} oils")
    deciding = catalogue.constituents["level_pct"].notna()
    analysed = catalogue.constituents.loc[deciding, "oil"].nunique()
    lines.append(
        f"{len(catalogue.constituents)} constituents, {deciding.sum()} with a deciding level, in {analysed} oils"
    )
    lines.append(f"{len(catalogue.limits)} limits")
    for rulebook, name in catalogue.rulebooks["name"].items():
        rows = catalogue.limits[catalogue.limits["rulebook"] == rulebook]
        oils, verified = (rows["subject_kind"] == "oil").sum(), (rows["verified"] == "yes").sum()
        copies = (rows["verified"] == "copies").sum()
        lines.append(
            f"  {rulebook:14}{len(rows):4} ({oils} on whole oils), {verified} verified, {copies} copies: {name}"
        )
    lines += _states(catalogue)
    lines.append(f"{len(catalogue.sources)} sources")
    return "\n".join(lines)


def _states(catalogue: Catalogue) -> list[str]:
    """Return how many oils each rulebook has a limit on, sets none for, judges by constituents or does not know."""
    table, article = catalogue.profiles, set(catalogue.compositions["oil"])
    lines = ["what the rulebooks say of the oils; in brackets those of the ready compositions"]
    for rulebook, rows in table.groupby("rulebook", sort=False):
        counts = [
            f"{state.replace('_', ' ')} {len(oils)} ({oils['oil'].isin(article).sum()})"
            for state, oils in ((state, rows[rows["state"] == state]) for state in State)
        ]
        lines.append(f"  {rulebook:14}{', '.join(counts)}")
    proven = {id_ for id_ in article if _proven(id_, catalogue)}
    lines.append(
        f"  {len(proven)} of the {len(article)} have a safety figure by two sources: {', '.join(sorted(proven))}"
    )
    return lines


def _proven(id_: str, catalogue: Catalogue) -> bool:
    """Return whether two independent sources agree on a limit, an age, a caution or a condition of an oil."""
    limits, conditions = catalogue.limits, catalogue.conditions
    mine = limits[(limits["subject"] == id_) & (limits["subject_kind"] == "oil")]
    facts = ("phototoxic", "min_age", "pregnancy", "breastfeeding", "cautions")
    said = [catalogue.oils.loc[id_, f"{fact}_verified"] for fact in facts]
    return "yes" in [*mine["verified"], *said, *conditions.loc[conditions["subject"] == id_, "verified"]]


def main() -> int:
    """Check the tables of the folder named on the command line, or the shipped ones.

    0: nothing is wrong; 1: a fault was found, or the folder cannot be read; 2: the command was not understood.
    """
    parser = argparse.ArgumentParser("python -m blends.check", description="Check the tables.")
    parser.add_argument("folder", nargs="?", help="a folder of tables, such as data; without it, the shipped ones")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # whatever the terminal can show
    try:
        catalogue = read_catalogue(parser.parse_args().folder)
    except TableError as faults:
        _say(str(faults))
        return 1
    _say(coverage(catalogue))
    return 0


def _say(words: str) -> None:
    """Print `words`; a reader who stops early, as `head` does, has seen enough."""
    try:
        print(words, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor at the end, when what is left is written
