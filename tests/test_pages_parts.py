"""What a click makes anew: Streamlit sends the page in parts, and each part costs (docs/decisions/speed.md)."""

import pytest
from on_the_page import blend_page, oil_pills, opened
from streamlit.testing.v1 import local_script_runner

MOST = {
    "effect": 3,
    "oils": 4,
    "base": 10,
    "dropper": 10,
    "purpose": 3,
    "unit": 3,
}  # parts that a click on each input sends; 22 were too many
MOST_HTML = 6_000  # bytes
ALL_BUT_ONE = ["petitgrain", "juniper", "rosemary"]  # of the oils the page begins with


def click(page, control, chosen, monkeypatch):
    """Choose, as in a browser, where only the fragment of the input runs; return what the browser is sent."""
    if isinstance(control, str):
        control = oil_pills(page) if control == "oils" else page.get_by_key(control)
    fragment = page.session_state._state._state._new_widget_state.widget_metadata[control.id].fragment_id
    asked, enqueue, sent = local_script_runner.RerunData, local_script_runner.ForwardMsgQueue.enqueue, []
    control.set_value(chosen)
    for group in control.root.get("button_group"):  # of before: a browser says nothing of what it no longer shows
        if str(group.key).startswith("oils_") and group.key not in page.session_state:
            group.set_value([])
    with monkeypatch.context() as patched:
        patched.setattr(local_script_runner, "RerunData", lambda **given: asked(fragment_id_queue=[fragment], **given))
        patched.setattr(
            local_script_runner.ForwardMsgQueue,
            "enqueue",
            lambda queue, told: (sent.append(told), enqueue(queue, told))[1],
        )
        control.run()
    return [told.delta for told in sent if told.WhichOneof("type") == "delta"]


def texts(parts):
    return [part.new_element.html.body for part in parts if part.new_element.WhichOneof("type") == "html"]


@pytest.mark.parametrize(
    ("key", "chosen"),
    [("effect", "warming"), ("oils", ALL_BUT_ONE), ("base", "almond"), ("dropper", "30"), ("unit", "g")],
)
def test_a_click_sends_few_parts_and_the_recipe_in_one(key, chosen, monkeypatch):
    parts = click(blend_page(), key, chosen, monkeypatch)
    assert len(parts) <= MOST[key]
    (text,) = texts(parts)
    assert all(f'class="{part}"' in text for part in ("ep-foot", "ep-amounts", "ep-facts", "ep-two"))
    assert len(text.encode()) <= MOST_HTML


@pytest.mark.parametrize(("key", "chosen"), [("effect", "uplifting"), ("purpose", "sale"), ("unit", "ml")])
def test_the_text_after_a_click_is_that_of_the_whole_page(key, chosen, monkeypatch):
    page = blend_page()
    control = page.get_by_key(key)
    click(page, "effect", "refreshing", monkeypatch)  # nothing over for sale
    parts = click(page, control, chosen, monkeypatch)
    assert len(parts) <= MOST[key]
    (text,) = texts(parts)
    assert text in [html.value for html in page.run().main.get("html")]


@pytest.mark.parametrize("box", ["limits", "worked", "hand_on", "book_save"])
def test_what_is_open_is_made_for_the_new_recipe(box, monkeypatch):
    page = blend_page()
    page.session_state[box] = True
    page.run()
    assert len(click(page, "effect", "uplifting", monkeypatch)) > MOST["effect"]


def test_what_is_over_for_sale_is_offered_a_way_out_after_a_click(monkeypatch):
    page = blend_page()
    parts = click(page, "purpose", "sale", monkeypatch)
    assert len(parts) > MOST["purpose"]
    assert any(part.new_element.button.label for part in parts)


def test_what_is_not_for_the_person_is_offered_after_a_click(monkeypatch):
    page = blend_page()
    page.session_state["conditions"] = ["epilepsy"]
    page.run()
    parts = click(page, "oils", ["rosemary", "lavender"], monkeypatch)
    assert any(part.new_element.button.label.startswith("**Leave out") for part in parts)


def test_without_oils_nothing_is_offered_that_belongs_to_a_recipe(monkeypatch):
    page = blend_page()
    oils = oil_pills(page)
    parts = click(page, oils, [], monkeypatch)
    assert len(parts) <= MOST["oils"] + 1  # and why, beside the oils
    assert 'class="ep-answer ep-no-recipe"' in texts(parts)[-1]
    (text,) = texts(click(page, oils, ALL_BUT_ONE, monkeypatch))
    assert "ep-amounts" in text


def test_the_person_draws_the_whole_sheet(monkeypatch):
    page = blend_page()
    person = page.get_by_key("person")
    click(page, "effect", "uplifting", monkeypatch)
    parts = click(page, person, "pregnant", monkeypatch)
    assert not [part for part in parts if part.new_element.WhichOneof("type") == "exception"]
    assert "pregnan" in texts(parts)[-1]


def test_an_address_before_the_last_is_not_looked_at_when_all_is_drawn_anew(monkeypatch):
    page = opened("v=1&effect=calming&oils=lavender")
    page.session_state["limits"] = True
    page.run()
    page.get_by_key("dropper").set_value("25").run()
    page.query_params.clear()  # what a browser sends that has not yet heard of the last address
    page.query_params.update({"v": "1", "effect": "calming", "oils": "lavender"})
    click(page, "base", "almond", monkeypatch)
    assert (page.session_state["base"], page.session_state["dropper"]) == ("almond", "25")


@pytest.mark.parametrize(("key", "chosen"), [("base", "almond"), ("purpose", "sale"), ("unit", "ml")])
def test_a_click_that_has_not_heard_of_the_last_keeps_its_oils(key, chosen, monkeypatch):
    page = blend_page()
    oils, control = oil_pills(page), page.get_by_key(key)
    click(page, "effect", "calming", monkeypatch)
    meant = list(page.session_state["oils"])
    oils.set_value([])  # the pills of before, none of which is on offer any more
    click(page, control, chosen, monkeypatch)
    assert list(page.session_state["oils"]) == meant


def test_only_oils_one_chooses_are_a_click_away_like_any_effect(monkeypatch):
    page = blend_page()
    for chosen, words in (("own", "No recipe yet"), ("calming", "Calming blend")):
        parts = click(page, "effect", chosen, monkeypatch)
        assert len(parts) <= MOST["effect"]
        (text,) = texts(parts)
        assert words in text
        assert f'data-list="{chosen}"' in text


def test_a_list_that_was_changed_is_made_anew_when_its_effect_is_chosen_again(monkeypatch):
    page = blend_page()
    effect, begun = page.get_by_key("effect"), list(page.session_state["oils"])
    click(page, "oils", ALL_BUT_ONE, monkeypatch)
    assert page.session_state["oils"] == ALL_BUT_ONE
    assert len(click(page, effect, "calming", monkeypatch)) <= MOST["effect"]
    assert len(click(page, effect, "circulation", monkeypatch)) > MOST["effect"]
    assert page.session_state["oils"] == oil_pills(page.run()).value == begun


def test_the_box_with_more_oils_is_closed_by_another_effect(monkeypatch):
    page = blend_page()
    page.session_state["change"] = True
    page.run()
    assert len(click(page, "effect", "calming", monkeypatch)) > MOST["effect"]
    assert not page.session_state["change"]


def test_what_is_pressed_in_a_list_that_is_seen_no_more_changes_nothing():
    page = blend_page()
    late = oil_pills(page)
    page.get_by_key("effect").set_value("calming").run()
    chosen = list(page.session_state["oils"])
    late.set_value(ALL_BUT_ONE).run()
    assert page.session_state["oils"] == chosen
    page.get_by_key("effect").set_value("circulation").run()
    assert len(oil_pills(page).value) == len(ALL_BUT_ONE) + 1
