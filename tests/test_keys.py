"""A typo in a table lifts no limit: every key stands somewhere, and what the program judges by is there."""

import csv
import re
import shutil

import pytest

from blends import read_brief, read_catalogue
from blends.asking.person import KINDS, Person
from blends.making.guidance import guidance_for
from blends.making.settle import settle
from blends.tables.catalogue import shipped_data
from blends.tables.cells import AN_ID, IDS
from blends.tables.columns import COLUMNS, KEYS
from blends.tables.faults import TableError
from blends.tables.keys import PERSONS, RULEBOOKS, homes_of


@pytest.fixture
def changed(tmp_path):
    """Return what read_catalogue says of the shipped tables after `change` was applied to the rows of one."""

    def faults(table, change):
        shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
        path = tmp_path / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = list(rows[0])
        rows = [row for row in rows if change(row) is not False]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        with pytest.raises(TableError) as error:
            read_catalogue(tmp_path)
        return str(error.value)

    return faults


def write(where, **cells):
    """Return a change that writes these cells into the rows that have those of `where`."""

    def change(row):
        if where.items() <= row.items():
            row.update(cells)

    return change


def without(where):
    return lambda row: not where.items() <= row.items()


NUTMEG = {"rulebook": "ty-2014", "subject": "nutmeg"}
PINE = {"oil": "pine", "rulebook": "ty-2014"}
MYRRH = {"oil": "myrrh", "rulebook": "ty-2014"}
SAFROLE = {"oil": "nutmeg", "group": "safrole"}
EU = {"rulebook": "eu-1223-2009", "subject_kind": "group", "subject": "methyl_eugenol"}
BERGAMOT = {"id": "bergamot"}
OREGANO = {"oil": "oregano", "composition": "warming"}
# A misspelt key: table, change, column, what is read, the table it should stand in, what was meant.
TYPOS = [
    ("limits", write(EU, subject="methyl_eugneol"), "subject", "methyl_eugneol", "groups", "methyl_eugenol"),
    ("limits", write(NUTMEG, subject="nutmge"), "subject", "nutmge", "essential_oils", "nutmeg"),
    ("limits", write(NUTMEG, rulebook="ty-2041"), "rulebook", "ty-2041", "rulebooks", "ty-2014"),
    ("constituents", write(SAFROLE, group="safrol"), "group", "safrol", "groups", "safrole"),
    ("constituents", write(SAFROLE, oil="nutmg"), "oil", "nutmg", "essential_oils", "nutmeg"),
    ("allergens", write({"group": "linalool"}, group="linalol"), "group", "linalol", "groups", "linalool"),
    ("allergens", write({"oils": "turpentine"}, oils="turpentin"), "oils", "turpentin", "essential_oils", "turpentine"),
    ("conditions", write({"subject": "hyssop"}, subject="hysop"), "subject", "hysop", "base_oils", "hyssop"),
    ("compositions", write(OREGANO, effect="warmin"), "effect", "warmin", "effects", "warming"),
    ("essential_oils", write(BERGAMOT, cas_source="projekt"), "cas_source", "projekt", "sources", "project"),
    ("contraindications", write({}, stricter_of="artikle"), "stricter_of", "artikle", "sources", "article"),
]
WRONG = [
    ("limits", write(NUTMEG, subject_kind="group"), "column subject: read 'nutmeg', wanted one named in groups.csv"),
    ("limits", write(NUTMEG, needs_oils="two"), "column needs_oils: read 'two', wanted one of 1, 2"),
    ("limits", write(NUTMEG, subject="neroli"), "read 'limit', wanted a limit on this oil in limits.csv"),
    ("limits", without(NUTMEG), "column state: read 'limit', wanted a limit on this oil in limits.csv"),
    ("profiles", without({"oil": "nutmeg"}), "profiles.csv: no row says what ty-2014 says of nutmeg"),
    ("profiles", write(PINE, state="limit"), "read 'limit', wanted a limit on this oil in limits.csv"),
    ("profiles", write(MYRRH, state="by_constituents"), "wanted a level that decides in constituents.csv"),
    ("profiles", write(MYRRH, state="sets_none"), "wanted the key of a source, unless the state is unknown"),
    ("profiles", write({"oil": "nutmeg"}, state="unknown"), "read 'unknown', wanted limit, because limits.csv has one"),
    ("profiles", write(PINE, rulebook="hc-cir"), "profiles.csv: hc-cir judges nothing, and speaks of pine"),
    ("rulebooks", write({"id": "hc-cir"}, shown_as="guidence"), "read 'guidence', wanted one named in rulebooks.csv"),
    ("constituents", write(SAFROLE, level_pct="0.01"), "read 0.3, wanted at most the 0.01 of level_pct"),
    (
        "sums",
        write({"group": "thujone"}, group="linalool"),
        "read 'linalool', wanted a group on which ty-2014",
    ),
    ("limits", without({"rulebook": "ty-2014", "subject": "thujone"}), "wanted a group on which ty-2014 sets a limit"),
    ("groups", without({"id": "safrole"}), "limits.csv, row"),
    (
        "conditions",
        write({"condition": "epilepsy"}, condition="epilepsi"),
        "'epilepsi', wanted one of epilepsy,",
    ),
    ("conditions", without({"condition": "epilepsy"}), "column condition: no row says epilepsy, wanted one"),
    ("dilution_guidance", without({"person": "pregnant"}), "column person: no row says pregnant, wanted one"),
    ("dilution_guidance", write({"person": "adult"}, usual_pct="20"), "read 20, wanted at most the 3 of ceiling_pct"),
    ("rulebooks", without({"id": "hc-cir"}), "column id: no row says hc-cir, wanted one"),
    ("essential_oils", write(BERGAMOT, phototoxic_max_pct=""), "read nothing, wanted a cap for an oil that is photo"),
    ("essential_oils", write(BERGAMOT, phototoxic_source=""), "phototoxic_source: read nothing, wanted the key of a"),
    ("compositions", write(OREGANO, effect="calming"), "compositions.csv: warming has 2 effects, wanted 1"),
]


@pytest.mark.parametrize("typo", TYPOS, ids=[row[3] for row in TYPOS])
def test_a_misspelt_key_is_a_fault_that_says_what_was_meant(changed, typo):
    table, change, column, read, home, meant = typo
    said = changed(table, change)
    assert re.search(rf"{table}\.csv, row \d+, column {column}: read '{read}', wanted one .*named in {home}\.csv", said)
    assert f"; did you mean '{meant}'?" in said


@pytest.mark.parametrize(("table", "change", "said"), WRONG, ids=[f"{row[0]} {row[2][:30]}" for row in WRONG])
def test_what_would_lift_a_limit_in_silence_is_a_fault(changed, table, change, said):
    assert said in changed(table, change)


def test_a_phototoxic_oil_may_say_why_it_has_no_cap(changed):
    note = "No cap: it holds no bergapten."
    said = changed("essential_oils", write(BERGAMOT, phototoxic_max_pct="", note=note, effects="x"))
    assert "phototoxic_max_pct" not in said
    assert "read 'x', wanted one named in effects.csv" in said


def test_a_retired_id_is_not_given_again(tmp_path):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    with (tmp_path / "retired.csv").open("a", encoding="utf-8") as file:
        file.write("olive,Olive oil,2026-01-01,another plant\n")
    with pytest.raises(TableError, match=r"retired\.csv, row 2, column id: read 'olive', wanted an id that no oil has"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_of_ids_says_where_its_keys_stand_or_is_the_key_itself(table):
    own = {("compositions", "composition"), ("sums", "sum")} | {
        (name, key[0]) for name, key in KEYS.items() if len(key) == 1
    }
    for column, (rule, _) in COLUMNS[table].items():
        if rule in (AN_ID, IDS) and (table, column) not in own:
            assert homes_of(table, column), f"{table}.{column}"


def test_the_rulebooks_asked_for_are_those_that_judge(catalogue):
    texts = [{"person": f"child:{age}", "purpose": purpose} for age in range(18) for purpose in ("home", "sale")]
    judging = {book.id for each in [{}, *texts] for book in settle(read_brief(each), catalogue).rulebooks}
    assert judging == set(RULEBOOKS)


def test_the_persons_asked_for_are_those_who_get_a_rate(catalogue):
    persons = [Person(kind) for kind in KINDS] + [Person("child", age) for age in range(18)]
    heeded = [(person, heed) for person in persons for heed in ((), ("sensitive_skin",))]
    rows = {guidance_for(person, heed, catalogue.guidance_by_person).usual_row for person, heed in heeded}
    assert rows == set(PERSONS)
