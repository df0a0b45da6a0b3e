"""Judgement -> HTML: a verdict one can read across the room, the ceilings as a picture, findings in a table."""

from functools import cache
from html import escape
from math import log10

from blends.showing.oil_html import sources_html
from blends.showing.safety_card import FindingRow, Judgement, RulebookRow
from blends.showing.words.verdict import NO_LIMIT
from blends.tables.catalogue import Catalogue

_FROM, _TO = 0.01, 10.0  # % by volume, the span of the picture; ceilings differ a hundredfold


def verdict_html(judgement: Judgement) -> str:
    """Return the verdict with its sentence, in words and shape, never by colour alone."""
    kind = judgement.verdict.replace(" ", "-")
    notes = "".join(f"<p>{escape(note)}</p>" for note in judgement.notes)
    return (
        f'<section class="ep-verdict ep-is-{kind}" aria-label="Verdict"><p class="ep-verdict-word">'
        f'<span aria-hidden="true">{judgement.shape}</span> {escape(judgement.words)}</p>'
        f'<p class="ep-for-whom">{escape(judgement.for_whom)}</p>'
        f"<p>{escape(judgement.sentence[:1].upper() + judgement.sentence[1:])}</p>{notes}</section>"
    )


def review_html(judgement: Judgement) -> str:
    """Return the ceilings and all findings."""
    if not judgement.rulebooks:
        return ""
    rows = "".join(_ceiling(row, judgement.achieved_pct) for row in judgement.rulebooks)
    findings = "".join(map(_finding, judgement.findings))
    return f"""
<section class="ep-ceilings"><h3>How far each rulebook goes</h3>
<p class="ep-effect">Each bar ends at the largest dilution at which nothing is over, from 0.01 to 10 %, a third of the
width for each tenfold; the line is this recipe.</p>
<dl>{rows}</dl></section>
<details class="ep-calculation"><summary>All {len(judgement.findings)} findings, with sources</summary>
<table class="ep-findings"><thead><tr><th scope="col">Rulebook</th><th scope="col">What</th><th scope="col">Here</th>
<th scope="col">Limit</th><th scope="col">Verdict</th></tr></thead><tbody>{findings}</tbody></table></details>"""


@cache
def check_html(catalogue: Catalogue) -> str:
    """Return the contraindications of massage as a short check, made once."""
    lists = ""
    for advice, rows in catalogue.contraindications.groupby("advice", sort=False):
        items = "".join(f"<li>{escape(str(condition))}</li>" for condition in rows["condition"])
        lists += f"<h3>{escape(str(advice).capitalize())}</h3><ul>{items}</ul>"
    return (
        f'<details class="ep-check"><summary>Before the massage: a short check</summary>{lists}'
        "<p>Where sources differ the stricter advice stands; both are named in the massage guide.</p></details>"
    )


def _place(pct: float) -> float:
    """Return where a dilution lies on the picture, in % of its width."""
    inside = min(max(pct, _FROM), _TO)
    return 100 * log10(inside / _FROM) / log10(_TO / _FROM)


def _ceiling(row: RulebookRow, achieved_pct: float) -> str:
    end = 100.0 if row.ceiling_pct is None else 0.0 if row.ceiling_pct == 0 else _place(row.ceiling_pct)
    none = " ep-none" if row.verdict == NO_LIMIT else ""  # a full bar would say that all of it is allowed
    judges = "" if row.judges else " <small>for products on sale</small>"
    return (
        f'<dt><span aria-hidden="true">{row.shape}</span> {escape(row.name)}: {escape(row.words.lower())}{judges}</dt>'
        f'<dd><span class="ep-track{none}" aria-hidden="true"><span class="ep-reach" style="width:{end:.1f}%"></span>'
        f'<span class="ep-here" style="left:{_place(achieved_pct):.1f}%"></span></span>{escape(row.ceiling)}'
        f"<small>{escape(row.covers)}</small></dd>"
    )


def _finding(row: FindingRow) -> str:
    verified = "" if not row.limit else "✓ verified" if row.verified else "○ not verified"
    return (
        f'<tr><td>{escape(row.rulebook)}</td><th scope="row">{escape(row.subject)}<small>{escape(row.basis)}</small>'
        f'<div class="ep-basis"><span class="ep-no">{verified}</span>{sources_html(row.sources)}</div></th>'
        f"<td>{escape(row.actual)}</td><td>{escape(row.limit)}</td>"
        f'<td><span aria-hidden="true">{row.shape}</span> {escape(row.words)}</td></tr>'
    )
