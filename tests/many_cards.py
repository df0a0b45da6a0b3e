"""Results and cards of random recipes, the same each time, for the tests of words."""

import json
import random
from dataclasses import asdict
from functools import cache

from effort import tries

from blends import calculate, read_brief
from blends.making.stock import TooSmallError
from blends.serving.figures import card_csv
from blends.showing import output
from blends.showing.card import write_card
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
OILS = list(CATALOGUE.oil_by_id)
BASES = ["olive", "almond", "peanut", "soybean", "hazelnut", "sesame", "wheat_germ", "jojoba"]


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def page(**texts):
    return write_card(result(**texts), handed_on=False)


def printed(card):
    """All that a card says, in every form it is handed on in as text."""
    return output.card_text(card) + json.dumps(asdict(card), ensure_ascii=False) + card_csv(card)


def random_texts(chance, **more):
    texts = {
        "bottle": chance.choice(["30 ml", "50 ml", "100 ml", "1 l"]),
        "dilution": f"{chance.choice(['0.5', '1', '1.5', '2', '3'])} %",
        "drops": chance.choice(["equal", "spend", "exact"]),
        "base": chance.choice(BASES),
    }
    if chance.random() < 0.3:
        texts["effect"] = chance.choice(list(CATALOGUE.composition_by_id))
    else:
        texts["oils"] = ",".join(chance.sample(OILS, chance.randint(1, 5)))
    return texts | more


def many(count, seed, **more):
    """Yield so many random results; what does not fit into its bottle is no recipe."""
    chance = random.Random(seed)  # noqa: S311 - the same cards each time, no secret
    while count:
        texts = random_texts(chance, **{key: make(chance) for key, make in more.items()})
        try:
            made = result(**texts)
        except TooSmallError:
            continue
        count -= 1
        yield texts, made


@cache
def home_cards():
    people = ["adult", "adult", "child:3", "child:7", "child:16"]
    return [
        (texts, write_card(made)) for texts, made in many(tries(600), 8, person=lambda chance: chance.choice(people))
    ]
