"""Two recipes side by side: oils, amounts, cost, verdicts, ceilings, and the findings that differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from blends.flow import Result
from blends.keeping.cost import cost
from blends.keeping.shelf import Shelf
from blends.showing.card import Card, Row, write_card
from blends.showing.safety_card import FindingRow, RulebookRow
from blends.showing.words.compared import COMPARED, NOT_THERE, amount_words, finding_words, money_words


@dataclass(frozen=True)
class Side:
    """One line of the comparison: what it is about, and what it is on either side, in words."""

    about: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Return whether the two are not the same."""
        return self.first != self.second


@dataclass(frozen=True)
class Comparison:
    """Two recipes side by side, each part in lines ready to show; findings: only those that differ."""

    recipe: tuple[Side, ...]
    oils: tuple[Side, ...]
    judged: tuple[Side, ...]
    findings: tuple[Side, ...]


def compare(first: Result, second: Result, shelf: Shelf = ()) -> Comparison:
    """Return two recipes side by side, as their maker sees them; cost by the prices of `shelf`, "" without any.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> tables = read_catalogue()
    >>> one, two = (calculate(read_brief({"oils": "lavender", "dilution": pct}), tables) for pct in ("1 %", "2 %"))
    >>> [(each.first, each.second) for each in compare(one, two).oils if each.differs][0]
    ('20 drops, 1 mL, 100 % of the oils', '40 drops, 2 mL, 100 % of the oils')
    """
    cards = write_card(first, handed_on=False), write_card(second, handed_on=False)
    costs = [
        money_words(((each.amount, each.currency) for each in made.total), made.unknown) if shelf else ""
        for made in (cost(first, shelf), cost(second, shelf))
    ]
    told = [_recipe(card, price) for card, price in zip(cards, costs, strict=True)]
    return Comparison(
        tuple(Side(about, words, told[1][about]) for about, words in told[0].items()),
        tuple(_sides(*({row.name: _amount(row) for row in (*card.rows, *card.bases)} for card in cards))),
        tuple(_sides(*(_judged(card) for card in cards))),
        tuple(each for each in _sides(*(_findings(card) for card in cards)) if each.differs),
    )


def _sides(first: dict[str, str], second: dict[str, str]) -> Iterator[Side]:
    for about in dict.fromkeys((*first, *second)):
        yield Side(about, first.get(about, NOT_THERE), second.get(about, NOT_THERE))


def _recipe(card: Card, price: str) -> dict[str, str]:
    return {
        COMPARED.title: card.title,
        COMPARED.bottle: card.bottle,
        COMPARED.dilution: f"{card.achieved_pct} %",
        COMPARED.drops: str(card.total_drops),
        COMPARED.cost: price,
    }


def _amount(row: Row) -> str:
    return amount_words(row.drops, row.volume_ml, row.share_pct)


def _judged(card: Card) -> dict[str, str]:
    lines = {line.speaks_for: line.words for line in card.judgement.lines}
    return lines | {book.name: _book(book) for book in card.judgement.rulebooks}


def _book(book: RulebookRow) -> str:
    return f"{book.words}: {book.ceiling}"


def _findings(card: Card) -> dict[str, str]:
    """Return each finding by its rulebook and subject; several of one subject together."""
    found: dict[str, str] = {}
    for each in card.judgement.findings:
        about = f"{each.rulebook}: {each.subject}"
        found[about] = "; ".join(filter(None, (found.get(about, ""), _finding(each))))
    return found


def _finding(each: FindingRow) -> str:
    return finding_words(each.words, each.actual, each.limit, each.unit, each.basis)
