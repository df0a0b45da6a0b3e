"""A query and a form, where one was sent, -> what a label is asked to be: the recipe, and the maker's details.

The recipe's keys have one letter, as in every link; those of the label two or more (showing/label_form.py). A form
sends the same keys in its body: there a name and an address stay out of the address bar, histories and logs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from blends.asking.brief import Brief
from blends.asking.link import read_link, unmailed
from blends.errors import BlendError
from blends.serving.asked import form_pairs, refuse_health
from blends.showing.label import Details
from blends.showing.label_form import IN_FORMS, KEYS, Print, read_details, read_print
from blends.tables.own_marks import marks_in

KEYS_OF = {sent: key for key, sent in IN_FORMS.items()}
LONGEST = 8000  # characters of a query: what servers and proxies take


@dataclass(frozen=True)
class LabelAsked:
    """What is asked for: the recipe, what the maker says, how it is printed, whose own figures the link rests on."""

    brief: Brief
    details: Details
    how: Print
    marks: Mapping[str, str]


def read_label(query: str, form: str = "") -> LabelAsked:
    """Return what `query` and `form` ask for. Raises BlendError with a sentence where it cannot be read.

    >>> recipe = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
    >>> asked = read_label(recipe + "&size=30ml", "batch=B-1")
    >>> asked.how.size, asked.details.batch
    ('30ml', 'B-1')
    """
    if len(query) > LONGEST:
        raise BlendError(f"This link has {len(query)} characters, more than {LONGEST}. Send the details as a form.")
    asked, sent = form_pairs(query), form_pairs(form)
    refuse_health([*asked, *sent])
    recipe = "&".join(part for part in query.split("&") if len(unmailed(part.partition("=")[0])) == 1)
    found: dict[str, str] = {}
    for name, value in [*asked, *sent]:
        key = KEYS_OF.get(unmailed(name), unmailed(name))
        if key in KEYS and found.setdefault(key, value.strip()) != value.strip():
            raise BlendError(f"This label is asked for with two values of {key}. Write one.")
    return LabelAsked(read_link("?" + recipe), read_details(found), read_print(found), marks_in(dict(asked)))
