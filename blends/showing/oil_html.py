"""OilView -> HTML: facts with unit, source and verified or not."""

from html import escape

from blends.showing.oil_view import Content, Fact, OilView, Source


def oil_html(view: OilView, compositions: dict[str, str]) -> str:
    """Return all facts of one oil as HTML; `compositions` names the ready ones."""
    uses = "".join(_row(use) for use in view.uses)
    in_blends = ", ".join(escape(compositions[id_]) for id_ in view.compositions)
    return f"""
<article class="ep-recipe ep-oil-view" aria-label="{escape(view.name)}">
  <header><h2>{escape(view.name)} <i>{escape(view.botanical)}</i></h2>
  <p class="ep-effect">{escape(view.part)}</p></header>
  {f"<p>In the ready composition: {in_blends}.</p>" if in_blends else ""}
  {_paragraph(view.note)}
  {_table("Traditional uses", uses)}
  {_table("What is known", "".join(_row(fact) for fact in view.facts))}
  {_contents(view.contents)}
</article>"""


def _paragraph(text: str) -> str:
    return f'<p class="ep-sentence ep-note" role="note">{escape(text)}</p>' if text else ""


def _table(title: str, rows: str) -> str:
    return (
        f'<section><h3>{title}</h3><table class="ep-facts-table"><tbody>{rows}</tbody></table></section>'
        if rows
        else ""
    )


def _row(fact: Fact) -> str:
    note = f"<small>{escape(fact.note)}</small>" if fact.note else ""
    return (
        f'<tr><th scope="row">{escape(fact.name)}</th><td>{escape(fact.value)}{note}'
        f'<div class="ep-basis">{_verified(fact.verified)}{sources_html(fact.sources)}</div></td></tr>'
    )


def _verified(verified: bool | None) -> str:
    if verified is None:
        return ""
    return '<span class="ep-yes">✓ verified</span>' if verified else '<span class="ep-no">○ not verified</span>'


def sources_html(sources: tuple[Source, ...]) -> str:
    """Return sources as a list that opens, with links where there are addresses."""
    if not sources:
        return ""
    items = "".join(f"<li>{_link(source)}</li>" for source in sources)
    count = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
    return f"<details><summary>{count}</summary><ul>{items}</ul></details>"


def _link(source: Source) -> str:
    if not source.address:
        return escape(source.title)
    return f'<a href="{escape(source.address)}" target="_blank" rel="noreferrer">{escape(source.title)}</a>'


def _contents(contents: tuple[Content, ...]) -> str:
    if not contents:
        return ""
    rows = "".join(map(_content, contents))
    heads = (
        '<th scope="col">Constituent</th><th scope="col" class="ep-num">Level, %</th>'
        '<th scope="col" class="ep-num">Span, %</th><th scope="col">Reliability</th>'
    )
    return (
        '<section><h3>What it contains</h3><p class="ep-effect">The level that decides, in % of the oil, and the span '
        "of the sources. Reliability A: standard, annex or review; B: one good analysis; C and D never decide.</p>"
        f'<table class="ep-contents"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>'
    )


def _content(content: Content) -> str:
    bar = f'<span class="ep-bar" aria-hidden="true"><span style="width:{content.level_pct}%"></span></span>'
    level, span = escape(content.level_pct) or "–", escape(content.span_pct)
    return (
        f'<tr><th scope="row">{escape(content.label)}{bar if content.level_pct else ""}</th>'
        f'<td class="ep-num">{level}</td><td class="ep-num">{span}</td>'
        f"<td>{escape(content.reliability)} &nbsp;{sources_html(content.sources)}</td></tr>"
    )
