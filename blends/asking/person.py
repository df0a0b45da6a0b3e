"""For whom: "child:7" -> Person; what to heed: "epilepsy,contact:linalool" -> conditions."""

import re
from dataclasses import dataclass

from blends.asking.parts import LONGEST_LIST
from blends.errors import BlendError, quote

KINDS = ("adult", "older", "pregnant", "breastfeeding")
# In the order in which a person is asked for them; showing/words/conditions.py says what each is called.
CONDITIONS = (
    *("epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin"),
    *("allergy_peanut", "allergy_soya", "allergy_tree_nut", "allergy_sesame", "allergy_wheat"),
)
CONTACT = "contact:"
ADULT_AGE = 18  # full years: from here on a person is no child, as in data/dilution_guidance.csv


@dataclass(frozen=True)
class Person:
    """Whom the oil is for. `age` is given for a child only, in full years."""

    kind: str
    age: int | None = None

    @property
    def handed_on(self) -> "Person":
        """Return as whom a link knows the person: a child of that age, or an adult; more is nobody's business.

        >>> Person("pregnant").handed_on, Person("child", 7).handed_on
        (Person(kind='adult', age=None), Person(kind='child', age=7))
        """
        return self if self.age is not None else Person("adult")


def read_person(text: str) -> Person:
    """Return the person that `text` names: adult, older, pregnant, breastfeeding or child:7 (0 to 17 full years).

    Raises BlendError for anything else.

    >>> read_person("child:7")
    Person(kind='child', age=7)
    """
    plain = text.strip().casefold()
    if plain in KINDS:
        return Person(plain)
    found = re.fullmatch(r"child\s*:\s*(\d{1,2})", plain, re.ASCII)
    if found and int(found[1]) < ADULT_AGE:
        return Person("child", int(found[1]))
    raise BlendError(f"Cannot read {quote(text)} as a person. Write adult, older, pregnant, breastfeeding or child:7.")


def read_age(text: str) -> int:
    """Return a child's age in full years, 0 to 17. Raises BlendError for nothing and for anything else.

    >>> read_age(" 7 ")
    7
    """
    plain = text.strip()
    if not plain:
        raise BlendError("How old is the child? Oils and strength depend on it. Write full years, such as 7.")
    if not re.fullmatch(r"\d{1,2}", plain, re.ASCII) or int(plain) >= ADULT_AGE:
        raise BlendError(f"{quote(text)} is no age of a child here. Write full years from 0 to 17, such as 7.")
    return int(plain)


def read_conditions(text: str) -> tuple[str, ...]:
    """Return the conditions that `text` names, each once: "epilepsy,contact:linalool"; "" is none.

    Which label allergens there are for `contact:` is known to the tables. Raises BlendError for any other word.

    >>> read_conditions("asthma, contact:Linalool")
    ('asthma', 'contact:linalool')
    """
    if len(text) > LONGEST_LIST:
        raise BlendError(
            f"Cannot read {quote(text)} as conditions: it has {len(text)} characters. Write epilepsy,asthma."
        )
    conditions = []
    for item in filter(None, (part.strip().casefold() for part in text.split(","))):
        label = item.removeprefix(CONTACT).strip()
        if item.startswith(CONTACT) and re.fullmatch(r"[a-z0-9][a-z0-9 _,/()'-]*", label):
            conditions.append(CONTACT + contact_id(label))
        elif item in CONDITIONS:
            conditions.append(item)
        else:
            known = ", ".join(CONDITIONS)
            raise BlendError(f"Cannot read {quote(item)} as a condition. Write some of {known}, or contact:linalool.")
    return tuple(dict.fromkeys(conditions))


def contact_id(label: str) -> str:
    """Return how an EU label name is written after `contact:`.

    >>> contact_id("Benzyl Alcohol")
    'benzyl_alcohol'
    """
    return re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")
