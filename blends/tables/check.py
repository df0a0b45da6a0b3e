"""`python -m blends.check [folder]`: check the tables, and print how many oils have which fact, verified or not."""

import argparse
import io
import sys

from blends.tables.catalogue import Catalogue, read_catalogue
from blends.tables.faults import TableError


def coverage(catalogue: Catalogue) -> str:
    """Return how many oils have which fact, how many of them verified, and the limits of each rulebook."""
    lines = []
    for title, frame in (("essential oils", catalogue.oils), ("base oils", catalogue.base_oils)):
        lines.append(f"{len(frame)} {title}")
        for column in frame.columns[frame.columns.str.endswith("_verified")]:
            known, verified = frame[column].notna().sum(), (frame[column] == "yes").sum()
            fact = column.removesuffix("_verified").replace("_", " ")
            lines.append(f"  {fact:16}{known:4} known  {verified:4} verified  {len(frame) - known:4} blank")
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
        lines.append(f"  {rulebook:14}{len(rows):4} ({oils} on whole oils), {verified} verified: {name}")
    lines.append(f"{len(catalogue.sources)} sources")
    return "\n".join(lines)


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
        print(faults)
        return 1
    print(coverage(catalogue))
    return 0
