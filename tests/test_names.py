"""Names as the card prints them are read in a brief: one meaning is taken, else the nearest is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_link, write_link
from blends.making.meant import unknown_ids, with_ids
from blends.tables.called import called
from blends.tables.catalogue import shipped_tables
from blends.tables.search import plain

CATALOGUE = shipped_tables()
CALLED = called(CATALOGUE)
KINDS = {"oils": (CATALOGUE.oil_by_id, CALLED.oils), "base": (CATALOGUE.base_oil_by_id, CALLED.bases)}


def names_of(thing):
    """Return what may be written for an oil: its name, and each botanical name with its author and without."""
    yield thing.name
    for botanical in thing.botanical.split(";"):
        yield botanical.strip()
        yield " ".join(botanical.split()[: 3 if "×" in botanical else 2])


WRITTEN = [
    (field, id_, name)
    for field, (things, names) in KINDS.items()
    for id_, thing in things.items()
    for name in dict.fromkeys(names_of(thing))
    if "," not in name and names.ids(name) == (id_,)
]


def ids(brief, field):
    return [part.id for part in (brief.oils if field == "oils" else brief.bases)]


def test_every_printed_name_is_read_but_those_that_several_oils_share():
    read = {(field, id_) for field, id_, name in WRITTEN if name == KINDS[field][0][id_].name}
    assert read == {(field, id_) for field, (things, _) in KINDS.items() for id_ in things}
    botanical = {id_ for field, id_, name in WRITTEN if field == "oils" and name != CATALOGUE.oil_by_id[id_].name}
    assert set(CATALOGUE.oil_by_id) - botanical == {"petitgrain", "neroli", "camphor_white", "ho_wood"}


@given(st.sampled_from(WRITTEN), st.sampled_from([str, str.upper, str.lower, plain]), st.sampled_from(["", ":2", " 2"]))
def test_a_name_that_means_one_oil_reads_back_to_its_id(written, letters, parts):
    field, id_, name = written
    brief = read_brief({field: letters(name) + parts})
    assert ids(with_ids(brief, CALLED), field) == [id_]
    assert unknown_ids(brief, CALLED) == ()
    link = write_link(brief)
    assert ids(read_link(link), field) == [id_]
    assert ids(read_brief({field: id_}), field) == [id_]


def test_names_are_read_with_their_parts():
    made = calculate(read_brief({"oils": "True lavender:2, Myristica fragrans", "base": "Olive oil"}), CATALOGUE)
    assert [(str(part.id), part.parts) for part in made.brief.oils] == [("lavender", 2), ("nutmeg", 1)]
    assert [base.base_oil.id for base in made.recipe.bases] == ["olive"]
    assert "o=lavender:2,nutmeg:1&b=olive" in write_link(read_brief({"oils": "true lavender 2,Nutmeg"}))


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ({"oils": "Clove bid"}, "Did you mean Clove bud?"),
        ({"oils": "clove_bd"}, "Did you mean Clove bud?"),
        ({"oils": "TeaTree"}, "Did you mean Tea tree?"),
        ({"oils": "peper mint oil"}, "Did you mean Peppermint?"),
        ({"oils": "Citrus × aurantium"}, "is the name of Petitgrain and Neroli. Write the one you mean."),
        ({"oils": "lavender,True lavender"}, "True lavender stands there twice"),
        ({"oils": "Lavandula angustifolia,True lavender"}, "True lavender stands there twice"),
        ({"oils": "moonshine"}, "Write one such as Petitgrain, Juniper berry, Rosemary."),
        ({"oils": "cinnamon_bark"}, "Called much like it: Cinnamon leaf. Another plant, or another part of it"),
        ({"oils": "cedarwood"}, "Called much like it: Atlas cedarwood and Virginian cedarwood."),
        ({"base": "Swet almond oil"}, "Did you mean Sweet almond oil?"),
        ({"effect": "anti-inflamatory"}, "Did you mean Anti-inflammatory?"),
    ],
)
def test_what_means_no_oil_or_several_is_said_by_name(texts, says):
    with pytest.raises(BlendError) as refusal:
        calculate(read_brief(texts), CATALOGUE)
    assert says in str(refusal.value)
    assert refusal.value.field == next(iter(texts))


# Other plants, or other parts of a plant that is in the table; most of them have limits far lower than those here.
OTHERS = """cinnamon bark; cinnamon_bark; cassia; clove leaf; clove stem; sassafras; pennyroyal; wormwood; mustard; rue;
horseradish; bitter almond; camphor brown; yellow camphor; birch tar; fennel bitter; savin; savory; thuja; tansy; boldo;
mugwort; wormseed; calamus; costus; elecampane; tonka; verbena; lemon verbena; tarragon; spanish sage; sage; basil;
basil estragole; orange bitter; lavender stoechas; spanish lavender; eucalyptus dives; thyme; thyme carvacrol; marjoram
spanish; oregano spanish; oakmoss; peru balsam; cade; anise; star anise; nutmeg absolute; bay west indian; lime leaf;
juniper leaf; petitgrain lemon; hyssop linalool; rosemary verbenone; turpentine resin; ginger root; rose absolute"""


@pytest.mark.parametrize("name", [name.strip().replace("\n", " ") for name in OTHERS.split(";")])
def test_another_oil_is_never_offered_as_if_a_name_were_misspelt(name):
    (refusal,) = unknown_ids(read_brief({"oils": name}), CALLED)
    assert "Did you mean" not in str(refusal)


@given(st.text(max_size=30))
def test_the_nearest_is_never_named_by_its_id(text):
    for names in (CALLED.oils, CALLED.bases, CALLED.effects):
        near = names.misspelt(text)
        assert not near or near in names.names.values()
        assert set(names.alike(text)) <= set(names.names.values())


def test_the_rest_of_a_brief_does_not_change():
    brief = read_brief({"oils": "lavender:2,nutmeg", "base": "almond"})
    assert with_ids(brief, CALLED) == brief
