"""Card -> HTML: one table that can be read aloud, printed and copied. Looks are in pages/style.css."""

from html import escape

from blends.showing.card import Card, Row
from blends.showing.review_html import review_html, verdict_html


def recipe_html(card: Card, beside_verdict: str = "") -> str:
    """Return the whole recipe of `card` as HTML; every text is escaped. beside_verdict: HTML that stands below it."""
    return f"""
<article class="ep-recipe" aria-label="Recipe">
  <header>
    <h2>{escape(card.title)} <span>{escape(card.subtitle)}</span></h2>
    {_paragraph(card.effect_note, "ep-effect")}
  </header>
  {_notes((card.above_usual,) if card.above_usual else ())}
  {verdict_html(card.judgement)}{beside_verdict}
  {_notes(card.notes)}
  {_amounts(card)}
  {_facts(card)}
  {_paragraph(card.all_bottles, "ep-all")}
  {_droppers(card)}
  {review_html(card.judgement)}
  {_cautions(card)}
  <section><h3>How to make it</h3><ol>{"".join(f"<li>{escape(step)}</li>" for step in card.steps)}</ol></section>
  {_when_wrong(card)}
  {_calculation(card)}
</article>"""


def sentence_html(sentence: str, tone: str = "wrong") -> str:
    """Return one sentence for the person: tone "wrong" (with a mark, announced at once) or "note"."""
    role = "alert" if tone == "wrong" else "status"
    return f'<p class="ep-sentence ep-{tone}" role="{role}">{escape(sentence)}</p>'


def header_html(title: str, words: str) -> str:
    """Return the head of a page: the mark, its title and one sentence."""
    text = f"<div><h1>{escape(title)}</h1><p>{escape(words)}</p></div>"
    return f'<header class="ep-header"><span class="ep-mark"></span>{text}</header>'


def place_html(anchor: str) -> str:
    """Return a place on the page that a link may lead to."""
    return f'<span id="{escape(anchor)}" tabindex="-1"></span>'


NOTICE = """
<footer class="ep-footer"><p>Equal Parts is arithmetic and care, not medical advice. Effects are traditional uses.
Limits are judged by published averages: your supplier's certificate overrides every figure here, and none of this is a
cosmetic product safety report. Ask someone qualified for children, in pregnancy and in illness.</p></footer>"""


def _paragraph(text: str, name: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""


def _amounts(card: Card) -> str:
    drops = bool(card.rows)
    body = "".join(_row(row, "ep-oil", drops) for row in card.rows)
    body += "".join(_row(row, "ep-base", drops) for row in card.bases)
    head = '<th scope="col" class="ep-num">Drops</th>' if drops else ""
    return (
        '<table class="ep-amounts"><caption>What goes into one bottle</caption>'
        f'<thead><tr><th scope="col">Oil</th>{head}<th scope="col" class="ep-num">mL</th>'
        f'<th scope="col" class="ep-num">g</th></tr></thead><tbody>{body}</tbody></table>'
    )


def _row(row: Row, kind: str, drops: bool) -> str:
    bar = (
        f'<span class="ep-bar" role="img" aria-label="{escape(row.share_pct)} % of the essential oils">'
        f'<span style="width:{float(row.share_pct):.2f}%"></span></span>'
        if row.share_pct
        else ""
    )
    about, _, count = row.drops.rpartition(" ")
    small = f"<small>{escape(about)}</small> " if about else ""
    size = "" if about else " ep-big"
    dosed = f'<td class="ep-num{size}">{small}{escape(count)}</td>' if row.drops else '<td class="ep-num"></td>'
    big = " ep-big" if about or not row.drops else ""
    return (
        f'<tr class="{kind}"><th scope="row">{escape(row.name)} <i>{escape(row.botanical)}</i>{bar}'
        f"{_paragraph(row.note, 'ep-drift')}</th>{dosed if drops else ''}"
        f'<td class="ep-num{big}">{escape(row.volume_ml)}</td>'
        f'<td class="ep-num">{escape(row.mass_g) or "<abbr title=&quot;no density found&quot;>?</abbr>"}</td></tr>'
    )


def _facts(card: Card) -> str:
    weight = (
        f"<small>{escape(card.achieved_w_w_pct)} % by weight</small>"
        if card.achieved_w_w_pct
        else "<small>weight not known</small>"
    )
    unit = "drop" if card.total_drops == "1" else "drops"
    facts = [
        (
            "Achieved dilution",
            f"{escape(card.achieved_pct)} %<small>asked for {escape(card.asked_pct)} %, by volume</small>{weight}",
        ),
        (
            "Essential oils",
            f"{escape(card.total_drops)} {unit}<small>{escape(card.total_ml)} mL</small>",
        ),
        ("Bottle", f"{escape(card.bottle)}<small>{escape(card.fill)}</small>"),
        (
            "Enough for",
            f"{escape(card.massages)}<small>of the full body, 20 to 25 mL each (not verified)</small>",
        ),
    ]
    cells = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts)
    return f'<dl class="ep-facts">{cells}</dl><p class="ep-dosing">{escape(card.dosing)}</p>'


def _droppers(card: Card) -> str:
    if not card.droppers:
        return ""
    heads = "".join(f'<th scope="col"{_mark(own)}>{escape(n)}</th>' for n, _, own in card.droppers)
    cells = "".join(f"<td{_mark(own)}>{escape(pct)}</td>" for _, pct, own in card.droppers)
    return (
        f"<section><h3>The same {escape(card.total_drops)} drops from other droppers</h3>"
        f'<table class="ep-droppers"><tbody><tr><th scope="row">drops per mL</th>{heads}</tr>'
        f'<tr><th scope="row">dilution, %</th>{cells}</tr></tbody></table></section>'
    )


def _cautions(card: Card) -> str:
    if not card.cautions:
        return ""
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in card.cautions)
    return f'<section class="ep-cautions"><h3>Cautions of these oils</h3><dl>{items}</dl></section>'


def _mark(own: bool) -> str:
    return ' class="ep-own" aria-current="true"' if own else ""


def _notes(notes: tuple[str, ...]) -> str:
    return "".join(f'<p class="ep-sentence ep-note" role="note">{escape(note)}</p>' for note in notes)


def _when_wrong(card: Card) -> str:
    """Return the two lines for an accident; the whole chapter is linked below the recipe."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in card.when_wrong)
    return f'<section class="ep-when-wrong"><h3>If something goes wrong</h3>{lines}</section>'


def _calculation(card: Card) -> str:
    rows = "".join(
        f"<dt>{escape(step.title)}</dt><dd>{escape(step.working)}{_paragraph(step.convention, 'ep-convention')}</dd>"
        for step in card.calculation
    )
    return f'<details class="ep-calculation"><summary>Show the calculation</summary><dl>{rows}</dl></details>'
