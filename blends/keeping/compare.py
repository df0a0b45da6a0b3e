"""Two recipes side by side: oils, amounts, cost, verdicts, ceilings, and the findings that differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from blends.flow import Result
from blends.judging.findings import URGENCY, Verdict
from blends.keeping.cost import cost
from blends.keeping.shelf import Shelf
from blends.showing.card import Card, Row, write_card
from blends.showing.safety_card import FindingRow, RulebookRow
from blends.showing.words import book as words
from blends.showing.words.compared import COMPARED, NOT_THERE, amount_words, finding_words, money_words

Told = tuple[str, Verdict | None]  # what stands on one side, in words, and how it is judged
_NOWHERE: Told = (NOT_THERE, None)


@dataclass(frozen=True)
class Side:
    """One line of the comparison: what it is about, and what it is on either side, in words.

    verdicts: of either side, None where nothing is judged.
    """

    about: str
    first: str
    second: str
    verdicts: tuple[Verdict | None, Verdict | None] = (None, None)

    @property
    def differs(self) -> bool:
        """Return whether the two are not the same."""
        return self.first != self.second

    @property
    def over(self) -> tuple[bool, bool]:
        """Return whether either side is over a limit."""
        first, second = self.verdicts
        return first is Verdict.OVER, second is Verdict.OVER

    @property
    def within(self) -> bool:
        """Return whether nothing of it is over or not assessed, on either side."""
        return not {Verdict.OVER, Verdict.NOT_ASSESSED} & set(self.verdicts)

    @property
    def to_read(self) -> bool:
        """Return whether it is to be read at once: it differs, or is not within."""
        return self.differs or not self.within

    @property
    def urgency(self) -> int:
        """Return how early it is to be read: what is over on either side first."""
        return min(URGENCY.index(each) for each in self.verdicts if each)


Part = tuple[str, list[Side]]  # its heading and its lines


@dataclass(frozen=True)
class Comparison:
    """Two recipes side by side, each part in lines ready to show; findings: only those that differ, the worst first."""

    recipe: tuple[Side, ...]
    oils: tuple[Side, ...]
    judged: tuple[Side, ...]
    findings: tuple[Side, ...]

    @property
    def parts(self) -> list[Part]:
        """Return what is to be read at once, by its heading: what is not within, or judged otherwise, then the rest.

        A verdict over a limit, or not assessed, stands here also where it is the same on both sides.
        """
        loud = [each for each in self.findings if not each.within]
        recipe, oils, judged = ([each for each in part if each.to_read] for part in self._whole)
        return [(words.JUDGED, judged), (words.LOUD, loud), (words.RECIPE, recipe), (words.OILS, oils)]

    @property
    def rest(self) -> list[Part]:
        """Return all other lines by their heading: what is the same, and findings within their limits on both sides."""
        within = [each for each in self.findings if each.within]
        recipe, oils, judged = ([each for each in part if each.first and not each.to_read] for part in self._whole)
        return [(words.JUDGED, judged), (words.WITHIN, within), (words.RECIPE, recipe), (words.OILS, oils)]

    @property
    def _whole(self) -> tuple[tuple[Side, ...], ...]:
        return self.recipe, self.oils, self.judged


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
    amounts: list[dict[str, Told]] = [
        {row.name: (_amount(row), None) for row in (*card.rows, *card.bases)} for card in cards
    ]
    findings = (each for each in _sides(*(_findings(card) for card in cards)) if each.differs)
    return Comparison(
        tuple(Side(about, said, told[1][about]) for about, said in told[0].items()),
        tuple(_sides(*amounts)),
        tuple(_sides(*(_judged(card) for card in cards))),
        tuple(sorted(findings, key=lambda each: each.urgency)),
    )


def _sides(first: dict[str, Told], second: dict[str, Told]) -> Iterator[Side]:
    for about in dict.fromkeys((*first, *second)):
        (one, verdict), (other, its) = first.get(about, _NOWHERE), second.get(about, _NOWHERE)
        yield Side(about, one, other, (verdict, its))


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


def _judged(card: Card) -> dict[str, Told]:
    lines: dict[str, Told] = {line.speaks_for: (line.words, line.verdict) for line in card.judgement.lines}
    return lines | {book.name: (_book(book), _verdict(book)) for book in card.judgement.rulebooks}


def _book(book: RulebookRow) -> str:
    return f"{book.words}: {book.ceiling}"


def _verdict(book: RulebookRow) -> Verdict | None:
    return next((verdict for verdict in URGENCY if verdict == book.verdict), None)  # it may have no limit at all


def _findings(card: Card) -> dict[str, Told]:
    """Return each finding by its rulebook and subject; several of one subject together, with the worst verdict."""
    found: dict[str, Told] = {}
    for each in card.judgement.findings:  # the worst first
        about = f"{each.rulebook}: {each.subject}"
        said, verdict = found.get(about, ("", each.verdict))
        found[about] = "; ".join(filter(None, (said, _finding(each)))), verdict
    return found


def _finding(each: FindingRow) -> str:
    return finding_words(each.words, each.actual, each.limit, each.unit, each.basis)
