"""Whatever is written, opened or asked gets an answer or a sentence: no traceback, no 5xx, nothing over after rounding.

`python tests/fuzz.py 20000` tries so many of each kind, prints the slowest call of each, and fails where one took
longer than 50 ms. What falls is kept in tests/fallen/, and tried in every run of the tests from then on (test_fuzz.py),
which looks at the clock, too. Counted is the time of the processor, so that a busy machine is no slow call.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from asker import Asker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from test_link import GOLDEN, briefs

from blends import BlendError, calculate, hand_on, read_brief, read_link
from blends.asking.counts import read_count
from blends.asking.dropper import read_drops_per_ml
from blends.asking.link import read_saved
from blends.asking.quantities import read_bottle, read_dilution
from blends.judging.findings import Verdict
from blends.serving import routes
from blends.serving.figures import card_json
from blends.showing.oil_table import oil_row
from blends.tables.catalogue import shipped_tables
from blends.tables.certificate_file import read_listed
from blends.tables.certificate_sheet import read_certificate_sheet
from blends.tables.own_file import read_own_oils

FALLEN = Path(__file__).parent / "fallen"
SLOW_MS = 50.0
# A file of own oils is checked cell by cell by the rules of the tables, which are then made anew with it.
SLOW_OWN_MS = 400.0
CATALOGUE = shipped_tables()
ASKER = Asker(Starlette(routes=routes()))
PATHS = ("/card", "/card.txt", "/card.csv", "/card.json", "/card.cook", "/card.svg")


@dataclass(frozen=True)
class Kind:
    """One kind of input, a text or texts by name: how it is drawn, what is done with it, how long that may take."""

    drawn: st.SearchStrategy[Any]
    tried: Callable[[Any], None]
    most_ms: float = SLOW_MS


def quantity(text: str) -> None:
    """Read `text` as everything that has a unit."""
    for read in (read_bottle, read_dilution, read_drops_per_ml, lambda each: read_count(each, "bottles", 1000)):
        try:
            read(text)
        except BlendError as sentence:
            said(sentence)


def link(text: str) -> None:
    """Open a link, and hand it on again."""
    try:
        hand_on(calculate(read_link(text), CATALOGUE))
    except BlendError as sentence:
        said(sentence)


def saved(text: str) -> None:
    """Open a saved file."""
    try:
        calculate(read_saved(text), CATALOGUE)
    except BlendError as sentence:
        said(sentence)


def own_oils(text: str) -> None:
    """Read a file of own oils."""
    try:
        read_own_oils(_bytes(text), "essential", CATALOGUE)
    except BlendError as sentence:
        listed(sentence)


def certificate(text: str) -> None:
    """Read a certificate as a file, and as what is pasted in."""
    for read in (lambda: read_certificate_sheet(_bytes(text), "b1", "lavender", CATALOGUE), lambda: _pasted(text)):
        try:
            read()
        except BlendError as sentence:
            listed(sentence)


def _pasted(text: str) -> None:
    read_listed(text, CATALOGUE)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def asked(texts: dict[str, str]) -> None:
    """Calculate a brief; what came of it is never above what was asked, and what is within is so as printed, too."""
    try:
        result = calculate(read_brief(texts), CATALOGUE)
    except BlendError as sentence:
        said(sentence)
        return
    recipe = result.recipe
    assert recipe.achieved_dilution_pct <= recipe.asked_dilution_pct * (1 + 1e-9)
    for each in hand_on(result).card.judgement.findings:
        if each.verdict is Verdict.WITHIN and each.actual is not None and each.limit is not None:
            assert float(each.actual.text) <= float(each.limit.text), each


def alone(oil: str) -> None:
    """Make an oil alone as strong as the Oils page says it may be: by no rulebook is that over a limit."""
    texts = {"oils": oil, "drops": "exact", "bottle": "1 l", "purpose": "sale"}
    most = oil_row(calculate(read_brief(texts | {"dilution": "1 %"}), CATALOGUE)).most_pct
    made = calculate(read_brief(texts | {"dilution": f"{most or 1} %"}), CATALOGUE)
    assert most is None or not [
        each for each in made.review.findings if each.verdict is Verdict.OVER and each.limit_pct
    ]


def route(address: str) -> None:
    """Ask the server."""
    answer = ASKER.get(address)
    assert answer.status in (200, 303, 400), answer.status
    assert b"Traceback" not in answer.body


def said(sentence: BlendError) -> None:
    """Assert that a refusal is a sentence of some length, and can be shown."""
    words = str(sentence)
    assert words.endswith((".", "?"))
    assert len(words) < 2000
    assert words.encode("utf-8")


def listed(faults: BlendError) -> None:
    """Assert that the faults of a file are a head and a line each, and can be shown."""
    head, *lines = str(faults).splitlines()
    assert head.endswith(":")
    assert lines
    assert all(line.startswith("- ") or line.endswith("not listed here") for line in lines)
    assert str(faults).encode("utf-8")


def spoilt(texts: list[str], alphabet: str) -> st.SearchStrategy[str]:
    """Return one of `texts` with up to three places cut, doubled or overwritten."""

    def spoil(drawn: tuple[str, list[tuple[float, str, int]]]) -> str:
        text, changes = drawn
        for place, piece, length in changes:
            at = int(place * len(text))
            text = text[:at] + piece + text[at + length :]
        return text

    odd = st.text(alphabet=alphabet, max_size=4) | st.text(max_size=3) | st.just("9" * 400) | st.just("%ff")
    change = st.tuples(st.floats(0, 1), odd, st.integers(0, 5))
    return st.tuples(st.sampled_from(texts), st.lists(change, min_size=1, max_size=3)).map(spoil)


def _saved_recipe() -> str:
    result = calculate(read_brief({"effect": "warming", "oils": "marjoram,pine"}), CATALOGUE)
    return card_json(hand_on(result, "https://oils.example/card"), "https://oils.example/")


LETTERS = "0123456789,.:/&=?% -+*eE½⅓٣１mlgozfdrµ"
FIELDS = ("bottle", "dilution", "oils", "base", "person", "conditions", "drops_per_ml", "title", "note", "purpose", "x")
OWN_OILS = (
    "id,made_from,name,botanical,part,effects,density_g_per_ml,phototoxic,min_age_years\n"
    "my_rose,,My rose,Rosa × alba L.,flower,calming,0.87,no,2\n,lavender,,,,,0.88,,\n"
)
CERTIFICATES = [
    "constituent,cas,pct,density_g_per_ml,lot,analysed_on\nLinalool,78-70-6,32.4,0.885,L7,2026-05-01\nWax,,< 0.1,,,\n",
    "Linalool\t78-70-6\t32.4\nEucalyptol 78,1 %\n1 12.4 (-)-α-Pinene 0.3 - 0.5\nTotal 99.1",
]
OWN = ("t", "x", "made", "before", "unit", "bottle", "dropper", "utm_source")
added = st.tuples(
    st.sampled_from(list(GOLDEN)), st.sampled_from(OWN), spoilt(["30ml", "2026-11-28", "20"], LETTERS)
).map(lambda parts: f"{parts[0]}&{parts[1]}={parts[2]}")  # a whole link, and one part more
KINDS = {
    "quantity": Kind(spoilt(["100 ml", "1 1/2 fl oz", "2 %", "20", "90 g", "½ cup"], LETTERS), quantity),
    "link": Kind(spoilt(list(GOLDEN), LETTERS), link),
    "saved": Kind(spoilt([_saved_recipe()], '{}[]":,\\u0'), saved),
    "own": Kind(spoilt([OWN_OILS], ",;\t\"'=@\n0.µ"), own_oils, SLOW_OWN_MS),
    "certificate": Kind(spoilt(CERTIFICATES, ",;\t\"'=<%\n0.-α"), certificate),
    "brief": Kind(
        st.tuples(briefs, st.dictionaries(st.sampled_from(FIELDS), spoilt(["1", "lavender:2", "child:7"], LETTERS)))
        .map(lambda pair: pair[0] | (pair[1] if len(pair[1]) < 2 else {}))
        .map(dict),
        asked,
    ),
    "alone": Kind(st.sampled_from(list(CATALOGUE.oil_by_id)), alone),
    "route": Kind(
        st.tuples(st.sampled_from(PATHS), spoilt(list(GOLDEN), LETTERS) | added).map(
            lambda pair: f"{pair[0]}?{pair[1].replace('#', '')}"
        ),
        route,
    ),
}


def fallen() -> list[tuple[str, Any]]:
    """Return every input that ever fell, with its kind."""
    return [(kept["kind"], kept["input"]) for kept in (json.loads(path.read_text()) for path in FALLEN.glob("*.json"))]


def keep(kind: str, given_: Any, folder: Path = FALLEN) -> Path:
    """Write an input that fell into `folder`; return its file."""
    words = json.dumps({"kind": kind, "input": given_}, indent=1, sort_keys=True) + "\n"
    folder.mkdir(exist_ok=True)
    path = folder / f"{kind}-{sha256(words.encode()).hexdigest()[:8]}.json"
    path.write_text(words)
    return path


def timed(kind: str, drawn: Any) -> float:
    """Try an input; return the ms of processor time it took, the least of three where one was slow.

    A call that is slow by itself is so each time; one in which rubbish was collected, or a table first read, is not.
    """
    least = float("inf")
    for _ in range(3):
        begun = time.process_time()
        KINDS[kind].tried(drawn)
        least = min(least, 1000 * (time.process_time() - begun))
        if least <= KINDS[kind].most_ms:
            break
    return least


def hunt(kind: str, examples: int) -> tuple[float, Any]:
    """Try so many inputs of a kind; return the slowest call in ms and its input. What falls is kept and raised."""
    slowest, last = (0.0, None), None

    @settings(
        max_examples=examples,
        derandomize=False,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(KINDS[kind].drawn)
    def try_one(drawn: Any) -> None:
        nonlocal slowest, last
        last = drawn
        slowest = max(slowest, (timed(kind, drawn), drawn), key=lambda pair: pair[0])

    try:
        try_one()
    except BaseException:
        print("kept:", keep(kind, last))
        raise
    return slowest


def main() -> int:
    """Hunt in every kind; 1 where a call was slow."""
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    slow = 0
    route(f"/card?{next(iter(GOLDEN))}")  # what is read once is no slow call
    for kind, each in KINDS.items():
        took, drawn = hunt(kind, examples)
        slow += took > each.most_ms
        print(f"{kind:10}{examples:8} tried, the slowest took {took:6.1f} ms: {str(drawn)[:90]!r}")
    return min(slow, 1)


if __name__ == "__main__":
    sys.exit(main())
