"""Words that a product's name may not hold: an effect, an illness, a promise. A list, never a proof."""

import re
import unicodedata
from dataclasses import dataclass

# Beginnings of words, by why they may not stand there. English first; a few of the neighbours' words.
EFFECT = (
    "warming circulation anti-inflam antiinflam anti-cellulit anti-age anti-aging calm relax soothing sooth refresh "
    "uplift energi invigorat stimulat balanc detox slimming firming anti-stress stress sleep sore tension decongest "
    "antisept antibacter antimicrob antivir antifung wärmend durchblut entspann beruhig réchauff apais relajant"
)
ILLNESS = (
    "heal cure curing treat therap remed medic clinic pharma relief reliev pain ache arthr rheum migrain sciatic "
    "osteochond inflam eczema psoria asthma cough fever infect depress anxi insomn heil schmerz linder "
    "douleur soulag guér dolor леч боль цели"
)
PROMISE = "safe harmless hypoallerg allergen-free non-toxic nontoxic chemical-free dermatolog proven tested miracle"
PROOF = "organic biologic natural pure cruelty-free vegan free-from"


@dataclass(frozen=True)
class Claim:
    """A word of a name that may not stand on a label, and why."""

    word: str
    why: str


WHY = (
    (ILLNESS, "it speaks of an illness or of healing, which makes a cosmetic a medicine"),
    (EFFECT, "it names an effect, and nothing here proves one"),
    (PROMISE, "it promises what no arithmetic can"),
    (PROOF, "it says something that has to be proved, such as by a certificate"),
)


def claims_in(name: str, effects: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    """Return the words of `name` that claim something, each once; effects: the names of the tables' effects.

    >>> [claim.word for claim in claims_in("Evening oil for sore muscles, 100 % safe")]
    ['sore', 'safe']
    >>> claims_in("Massage oil with lavender")
    ()
    """
    words = re.findall(r"\w+(?:-\w+)*", name)
    found: dict[str, Claim] = {}
    for word in words:
        for stems, why in _reasons(effects):
            if any(_plain(word).startswith(stem) for stem in stems):
                found.setdefault(word, Claim(word, why))
    return tuple(found.values())


def _reasons(effects: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    own = [word for effect in effects for word in effect.split() if len(word) > 4 and word != "muscles"]
    listed = [(tuple(map(_plain, stems.split())), why) for stems, why in WHY]
    return [*listed, (tuple(map(_plain, own)), WHY[1][1])]


def _plain(word: str) -> str:
    """Return `word` small and without accents: the eye reads it the same."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
