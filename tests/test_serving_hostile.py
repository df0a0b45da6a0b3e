"""Nothing that is asked breaks the server or the typesetter. That all forms agree stands in test_pairs.py."""

from urllib.parse import quote

from asker import Asker
from effort import proof, tries
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from blends.serving import routes

STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
ASKER = Asker(Starlette(routes=routes()))
PATHS = (
    "/card",
    "/card.txt",
    "/card.csv",
    "/card.json",
    "/card.cook",
    "/readyz",
    "/healthz",
    "/card.schema.json",
    "/book.schema.json",
)


hostile = st.one_of(
    st.text(max_size=200),
    st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")),
    st.lists(
        st.tuples(
            st.sampled_from([*"veobmdwtxq", "made", "before", "unit", "bottle", "dropper", "paper", "conditions"]),
            st.one_of(st.text(max_size=40), st.sampled_from(["1", "olive", "100ml,fill-to,us,1", "2,20,equal", "%ff"])),
        ),
        max_size=12,
    ).map(lambda pairs: "&".join(f"{key}={value}" for key, value in pairs)),
    st.tuples(st.sampled_from(["t", "x", "before", "made", "bottle", "dropper", "o", "b"]), st.text(max_size=60)).map(
        lambda pair: f"{STORY}&{pair[0]}={pair[1]}"
    ),
)


@settings(max_examples=proof(2000))
@given(st.sampled_from(PATHS), hostile, st.sampled_from(["", "text/html", "\x00é"]))
@example("/card", "v=1&" * 400, "")
@example("/card", "x" * 100_000, "text/html")
@example("/card", STORY + "&bottle=9**9**9", "text/html")
@example("/card.csv", STORY + "&t=" + "%ED%A0%80", "")
@example("/card.json", STORY + "&dropper=1e400", "")
def test_no_query_breaks_the_server(path, query, accept):
    answer = ASKER.get(path + "?" + query.replace("#", ""), accept=accept)
    assert answer.status in (200, 303, 400)


@settings(max_examples=tries(60))
@given(st.sampled_from(["/card.pdf", "/card.png"]), st.text(max_size=80), st.text(max_size=300))
@example("/card.png", "\u0000\u200b\ufffe\U0010ffff", "茶🌿")
def test_no_words_break_the_typesetter(path, title, note):
    answer = ASKER.get(f"{path}?{STORY}&t={quote(title, errors='replace')}&x={quote(note, errors='replace')}")
    assert answer.status in (200, 400)
