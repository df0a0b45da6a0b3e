"""A second engine of plain code: the same rules from the same CSV files, written from the documents alone.

It shares no code with the first one. Read beside it: docs/decisions/safety.md and data/README.md. Only by measure,
in a bottle filled to the brim, for oils that are named.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field

OVER, UNKNOWN, WITHIN = "over", "not assessed", "within"
HEAVY, LIGHT = 1.2, 0.86  # g/mL: an unknown density for an oil's own share, and for everything else
LISTED = {"epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin"}  # lists speak of oils
CHILDREN = {"child_under_2": (0, 2), "child_2_5": (2, 6), "child_6_14": (6, 15), "child_15_17": (15, 18)}


@dataclass
class Question:
    """What is asked: oils and base oils with their parts by volume, % by volume, for whom."""

    oils: dict
    bases: dict
    dilution_pct: float
    kind: str = "adult"
    age: int | None = None
    conditions: tuple = ()


@dataclass
class Rule:
    """The sum of shares times factors must not pass the limit; shares by weight unless by volume."""

    book: str
    factors: dict
    limit_pct: float
    by_volume: bool = False


@dataclass
class Answer:
    """Verdicts of each rulebook, at home and for sale; sums as (limit, actual); ceilings by volume and by weight."""

    verdicts: dict
    home: str
    sale: str
    sums: dict
    ceilings: dict = field(default_factory=dict)


class Tables:
    """The CSV files of a folder as lists of dicts, and the few look-ups that the rules need."""

    def __init__(self, folder):
        def rows(name):
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        self.oils = {row["id"]: row for row in rows("essential_oils")}
        self.bases = {row["id"]: row for row in rows("base_oils")}
        self.books = rows("rulebooks")
        self.limits = defaultdict(list)
        for row in rows("limits"):
            self.limits[row["rulebook"]].append(row)
        self.states = {(row["oil"], row["rulebook"]): row["state"] for row in rows("profiles")}
        self.levels, self.weak, self.named = defaultdict(dict), defaultdict(dict), defaultdict(set)
        for row in rows("constituents"):
            self.named[row["group"]].add(row["oil"])
            if row["level_pct"]:
                self.levels[row["oil"]][row["group"]] = float(row["level_pct"])
            elif row["reported_pct"]:
                self.weak[row["oil"]][row["group"]] = float(row["reported_pct"])
        self.totals = defaultdict(lambda: defaultdict(list))
        for row in rows("sums"):
            self.totals[row["rulebook"]][row["sum"]].append(row["group"])
        self.rates = {row["person"]: row for row in rows("dilution_guidance")}
        self.warned = {(row["subject"], row["condition"]): row for row in rows("conditions")}
        self.contacts = {row["label"].lower().replace(" ", "_"): row for row in rows("allergens")}

    def speaking(self, age):
        """Return the rulebooks that judge for this age, those shown among others' findings too."""
        grown = 99 if age is None else age
        for book in self.books:
            low, high = float(book["from_age_years"] or 0), float(book["below_age_years"] or 1000)
            if book["judges"] and low <= grown < high:
                yield book


def weights(oils_ml, bases_ml, tables):
    """Return % by weight; an unknown density is heavy for the oil itself and light for everybody else."""

    def grams(id_, ml, unknown):
        row = tables.oils.get(id_) or tables.bases[id_]
        return ml * float(row["density_g_per_ml"] or unknown)

    def share(oil):
        own = grams(oil, oils_ml[oil], HEAVY)
        others = [grams(id_, ml, LIGHT) for id_, ml in (*oils_ml.items(), *bases_ml.items()) if id_ != oil]
        return 100 * own / (own + sum(others))

    return {oil: share(oil) for oil in oils_ml}


def amounts(question, pct):
    """Return the mL of oils and of base oils in 100 mL at a dilution of `pct` by volume."""

    def divide(parts, ml):
        return {id_: ml * part / sum(parts.values()) for id_, part in parts.items()}

    return divide(question.oils, pct), divide(question.bases, 100 - pct)


def rates(question, tables):
    """Return the usual and the highest rate: the lowest of all that apply."""
    row = question.kind
    if question.age is not None:
        row = next(name for name, (low, high) in CHILDREN.items() if low <= question.age < high)
    rows = [row, *(["sensitive"] if "sensitive_skin" in question.conditions else [])]
    return tuple(min(float(tables.rates[row][column]) for row in rows) for column in ("usual_pct", "ceiling_pct"))


def reasons(question, tables):
    """Return of each reason against an oil or base oil: its id and whether it is certain (over) or not (unknown)."""
    for oil in question.oils:
        yield from ((oil, verdict) for verdict in _of_the_person(tables.oils[oil], question))
        yield from ((oil, verdict) for each in question.conditions if (verdict := _of_a_condition(oil, each, tables)))
    for base in question.bases:
        for condition in question.conditions:
            if warning := tables.warned.get((base, condition)):
                certain = warning["advice"] == "avoid" and warning["evidence"] != "blog"
                yield base, OVER if certain else UNKNOWN


def _of_the_person(row, question):
    if question.age is not None and question.age < 2:
        yield OVER
    elif question.age is not None and not row["min_age_years"]:
        yield UNKNOWN
    elif question.age is not None and question.age < float(row["min_age_years"]):
        yield OVER
    column = {"pregnant": "pregnancy", "breastfeeding": "breastfeeding"}.get(question.kind)
    if column:
        yield OVER if row[column] == "avoid" else UNKNOWN


def _of_a_condition(oil, condition, tables):
    if condition.startswith("contact:"):
        label = tables.contacts[condition.removeprefix("contact:")]
        return OVER if oil in tables.named[label["group"]] or oil in label["oils"].split() else UNKNOWN
    if warning := tables.warned.get((oil, condition)):
        return UNKNOWN if warning["evidence"] == "blog" else OVER
    return UNKNOWN if condition in LISTED else None


def rules(question, tables):
    """Return every limit that speaks about the oils, each under the rulebook among whose findings it is shown."""
    oils, (usual, highest) = list(question.oils), rates(question, tables)
    for book in tables.speaking(question.age):
        shown = book["shown_as"] or book["id"]
        if book["kind"] == "rates":
            yield Rule(shown, dict.fromkeys(oils, 1.0), highest, by_volume=True)
            for id_, verdict in reasons(question, tables):
                if verdict == OVER and id_ in question.oils:
                    yield Rule(shown, {id_: 1.0}, 0.0)
            continue
        held = {row["subject"] for row in tables.limits[book["id"]] if row["subject_kind"] == "oil"}
        if book["stand_in"]:
            rated = next(each["id"] for each in tables.books if each["kind"] == "rates")
            yield from (Rule(rated, {oil: 1.0}, usual, by_volume=True) for oil in oils if oil not in held)
        for row in tables.limits[book["id"]]:
            kind, subject, limit = row["subject_kind"], row["subject"], float(row["limit_pct"])
            if subject in oils and kind in ("oil", "prohibition"):
                yield Rule(shown, {subject: 1.0}, limit)
            elif kind in ("group", "natural"):
                factors = {oil: tables.levels[oil][subject] / 100 for oil in oils if subject in tables.levels[oil]}
                if len(factors) >= int(row["needs_oils"]):
                    yield Rule(shown, factors, limit)
        capped = {oil: float(tables.oils[oil]["phototoxic_max_pct"] or 0) for oil in oils}
        if book["phototoxic"] == "yes" and any(capped.values()):
            yield Rule(shown, {oil: 100 / cap for oil, cap in capped.items() if cap}, 100.0)
        yield from sums(book, shown, oils, tables)


def sums(book, shown, oils, tables):
    """Return the hazards that add up, each as a share over its own limit, where two of them are there."""
    limits = {row["subject"]: float(row["limit_pct"]) for row in tables.limits[book["id"]]}
    for groups in tables.totals[book["id"]].values():
        there = {group for group in groups for oil in oils if group in tables.levels[oil] and limits[group]}
        factors = {oil: sum(tables.levels[oil].get(group, 0) / limits[group] for group in there) for oil in oils}
        if len(there) > 1:
            yield Rule(shown, {oil: factor for oil, factor in factors.items() if factor}, 100.0)


def silences(question, shares, tables):
    """Return the rulebook of everything that nobody has a figure for."""
    oils = list(question.oils)
    for book in tables.speaking(question.age):
        id_, shown = book["id"], book["shown_as"] or book["id"]
        if book["kind"] == "rates":
            yield from (shown for _, verdict in reasons(question, tables) if verdict == UNKNOWN)
            continue
        by_kind = defaultdict(dict)
        for row in tables.limits[id_]:
            by_kind[row["subject_kind"]][row["subject"]] = float(row["limit_pct"])
        judged = by_kind["group"] | by_kind["natural"]
        limit_of = by_kind["natural"] | by_kind["group"]
        for oil in oils:
            if tables.states.get((oil, id_)) == "unknown" and oil not in by_kind["prohibition"]:
                yield shown
            yield from (shown for group in tables.levels[oil] if group in by_kind["prohibition"].keys() - judged.keys())
        for group, limit in limit_of.items():
            has_own = {oil for oil in oils if book["stand_in"] and tables.states.get((oil, id_)) == "limit"}
            weak = [oil for oil in oils if group in tables.weak[oil] and oil not in has_own]
            most = sum(shares[oil] for oil in weak)
            most += sum(shares[oil] * tables.levels[oil].get(group, 0) / 100 for oil in oils)
            if weak and most > limit:
                yield shown
        for groups in tables.totals[id_].values():
            members = set(groups)
            weak = {oil for oil in oils if members & tables.weak[oil].keys()}
            strong = {oil for oil in oils if members & tables.levels[oil].keys()}
            if weak and len(weak | strong) > 1:
                yield shown


def answer(question, tables):
    """Return what every rulebook says of the question."""
    shares = weights(*amounts(question, question.dilution_pct), tables)
    volumes = amounts(question, question.dilution_pct)[0]
    found, actuals, ceilings = defaultdict(set), defaultdict(list), {}
    judged = list(rules(question, tables))
    for rule in judged:
        actual = _total(rule, volumes if rule.by_volume else shares)
        found[rule.book].add(OVER if actual > rule.limit_pct * (1 + 1e-9) else WITHIN)
        actuals[rule.book].append((rule.limit_pct, actual))
    for book in silences(question, shares, tables):
        found[book].add(UNKNOWN)
    rated = next(book["id"] for book in tables.books if book["kind"] == "rates")
    barred = any(id_ in question.bases and verdict == OVER for id_, verdict in reasons(question, tables))
    found[rated] |= {OVER} if barred else set()
    speaking = [book for book in tables.speaking(question.age) if not book["shown_as"]]
    verdicts = {book["id"]: _worst(found[book["id"]]) for book in speaking}
    home, sale = (
        _worst({verdicts[book["id"]] for book in speaking if purpose in book["judges"].split()})
        for purpose in ("home", "sale")
    )
    for book in verdicts:
        least = 0.0 if barred and book == rated else min(_highest(rule, question, tables, book) for rule in judged)
        ceilings[book] = None if least >= 100 else (least, _by_weight(least, question, tables))
    return Answer(verdicts, home, sale, {book: sorted(actuals[book]) for book in verdicts}, ceilings)


def _total(rule, shares):
    return sum(factor * shares[oil] for oil, factor in rule.factors.items())


def _worst(found):
    return next((verdict for verdict in (OVER, UNKNOWN) if verdict in found), WITHIN)


def _highest(rule, question, tables, book):
    """Return the largest dilution by volume that keeps the rule, found by trying."""
    if rule.book != book:
        return 100.0

    def kept(pct):
        oils, bases = amounts(question, pct)
        return _total(rule, oils if rule.by_volume else weights(oils, bases, tables)) <= rule.limit_pct

    low, high = 0.0, 100.0
    if kept(high):
        return high
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if kept(middle) else (low, middle)
    return low


def _by_weight(pct, question, tables):
    """Return a dilution by volume as one by weight, unknown oils as heavy."""
    oils, bases = amounts(question, pct)
    grams = [ml * float(tables.oils[oil]["density_g_per_ml"] or HEAVY) for oil, ml in oils.items()]
    rest = [ml * float(tables.bases[base]["density_g_per_ml"] or LIGHT) for base, ml in bases.items()]
    return 100 * sum(grams) / (sum(grams) + sum(rest))
