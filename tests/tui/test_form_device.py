"""A web form is filled in as any other."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.pilot import Pilot

from empathy_sim.engine import events as e
from empathy_sim.tui.touchpoints.form import FormDevice
from empathy_sim.tui.widgets.form_field import FieldOnPage, FormLine
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of

NUMBER = "HV-104233-QK"


def line(stage: Stage, field: str) -> FormLine:
    parts = {each.name_on_page: each for each in stage.query(FieldOnPage)}
    part = parts[field].takes_keys
    assert isinstance(part, FormLine)
    return part


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type in one go, as fast as a terminal hands it over."""
    await pilot.pause()
    for letter in words:
        pilot.app.post_message(Key(letter, letter))
    await pilot.pause()


async def test_a_field_is_filled_in_when_it_is_left() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        assert stage.filled() == []

        await pilot.press("tab")
        await pilot.pause()

    assert stage.filled() == [("number", NUMBER)]


async def test_the_keyboard_alone_gets_through_a_whole_form() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.press("tab", "down", "tab", "enter")
        await pilot.pause()
        assert "Step 2 of 2" in text_of(stage)

        await pilot.press("tab", "space", "tab", "enter")
        await pilot.pause()
        assert "Thank you. A label is on its way." in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.filled() == [
        ("number", NUMBER),
        ("why", "Another reason"),
        ("agreed", "yes"),
    ]
    assert stage.session.state.ending == "sent"


async def test_the_mouse_alone_sends_and_closes_a_page() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.click("#submit")
        await pilot.pause()
        assert "This field is required." in text_of(stage)
        await pilot.click("AddressBar Pressable")
        await pilot.pause()

    assert stage.filled() == [("number", NUMBER)]
    assert stage.chosen() == ["submit"]
    assert stage.session.state.ending == "gave_up"


async def test_enter_chooses_in_a_row_and_goes_on_from_what_is_chosen() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.press("tab", "enter")
        await pilot.pause()
        chosen = text_of(stage)
        await pilot.press("enter", "enter")
        await pilot.pause()

        assert "(•)" in chosen
        assert "Step 2 of 2" not in chosen
        assert "Step 2 of 2" in text_of(stage)


async def test_enter_in_a_field_fills_it_in_and_sends_the_page() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.press("enter")
        await pilot.pause()

    kinds = [type(each) for each in stage.session.log]
    assert kinds.index(e.FieldFilled) < kinds.index(e.OptionChosen)


async def test_an_error_stands_beside_its_field_and_the_focus_goes_there() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, "12")
        await pilot.press("tab", "down", "space", "tab", "enter")
        await pilot.pause()

        assert "✕ This is not an order of ours." in text_of(stage)
        assert stage.focused is line(stage, "number")


async def test_an_error_far_away_stands_at_the_top_and_not_beside() -> None:
    stage = Stage("form-far-away")
    async with stage.run_test() as pilot:
        await type_in(pilot, "o")
        await pilot.press("enter")
        await pilot.pause()

        assert "Please check your details." in text_of(stage)
        assert "Digits only." not in text_of(stage)


async def test_what_is_typed_stays_while_the_page_is_the_same() -> None:
    stage = Stage("form-warns")
    async with stage.run_test() as pilot:
        await type_in(pilot, "Thelid")
        await stage.pass_time(41_000)
        await pilot.pause()

        assert "Your session is about to end." in text_of(stage)
        assert "0:19" in text_of(stage)
        assert line(stage, "what").value == "Thelid"
        assert stage.focused is line(stage, "what")


async def test_a_session_can_be_made_longer_where_the_page_lets_one() -> None:
    stage = Stage("form-warns")
    async with stage.run_test() as pilot:
        await stage.pass_time(41_000)
        await pilot.pause()
        await pilot.click("SessionWarning Pressable")
        await pilot.pause()

        assert "Your session is about to end." not in text_of(stage)


async def test_an_ended_session_empties_the_page_even_of_what_was_not_sent() -> None:
    stage = Stage("form-expires")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.press("tab")
        await type_in(pilot, "broken")
        await stage.pass_time(90_000)
        await pilot.pause()

        assert "For your security, your session has ended." in text_of(stage)
        assert line(stage, "number").value == NUMBER
        assert line(stage, "what").value == ""

        await type_in(pilot, "x")
        await pilot.press("tab")
        await type_in(pilot, "broken")
        await stage.pass_time(90_000)
        await pilot.pause()
        assert line(stage, "what").value == ""

    assert "broken" not in [words for _, words in stage.filled()]


async def test_a_page_that_forgets_empties_its_fields() -> None:
    stage = Stage("form-clears")
    async with stage.run_test() as pilot:
        await type_in(pilot, "4000")
        await pilot.press("tab")
        await type_in(pilot, "12")
        await pilot.press("tab")
        await type_in(pilot, "O'B")
        await pilot.press("enter")
        await pilot.pause()

        assert line(stage, "card").value == ""
        assert line(stage, "code").value == ""
        assert line(stage, "holder").value == "O'B"


async def test_a_password_is_dots_and_is_never_kept() -> None:
    stage = Stage("form-locks")
    async with stage.run_test() as pilot:
        await type_in(pilot, "Kettle7")
        assert "Kettle7" not in text_of(stage)
        assert "•••••••" in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.filled() == [("secret", "Aaaaaa0")]


async def test_a_locked_account_is_a_page_of_its_own() -> None:
    stage = Stage("form-locks")
    async with stage.run_test() as pilot:
        await type_in(pilot, "a")
        await pilot.press("enter")
        await pilot.pause()
        await type_in(pilot, "b")
        await pilot.press("enter")
        await pilot.pause()

        assert "Your account is locked for 24 hours." in text_of(stage)
        assert not stage.query(FieldOnPage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.session.state.ending == "ringing"


async def test_a_field_that_refuses_pasting_says_nothing_and_the_frame_does() -> None:
    stage = Stage("form-locks")
    async with stage.run_test(notifications=True) as pilot:
        field = line(stage, "secret")
        field._lets_paste = False
        for _ in range(2):
            field.post_message(Paste("Kettle7"))
            await pilot.pause()

        assert field.value == ""
        assert text_of(stage).count("This page lets nothing be pasted") == 1


async def test_a_pasted_answer_is_one_line_of_what_fits() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        line(stage, "number").post_message(Paste("\x1b[31m" + "9" * 100_000 + "\nx"))
        await pilot.press("tab")
        await pilot.pause()

    ((_, words),) = stage.filled()
    assert len(words) == 200
    assert "\x1b" not in words


async def test_what_is_refused_without_the_page_stands_beside_its_field() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()

        assert stage.device.refused("At most 200 characters fit here.", "number")
        await pilot.pause()
        assert "At most 200 characters fit here." in text_of(stage)


async def test_what_is_typed_in_one_go_goes_to_the_fields_it_was_meant_for() -> None:
    stage = Stage("form-expires")
    async with stage.run_test() as pilot:
        await pilot.pause()
        for key in (*"12", "tab", *"ab"):
            stage.post_message(Key(key, None if len(key) > 1 else key))
        await pilot.pause()

        assert line(stage, "number").value == "12"
        assert line(stage, "what").value == "ab"


async def test_nothing_is_chosen_before_somebody_chooses() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await type_in(pilot, NUMBER)
        await pilot.press("enter")
        await pilot.pause()
        assert "(•)" not in text_of(stage)

    assert stage.filled() == [("number", NUMBER)]


class Fleeting(FormDevice):
    """Is taken away while it is drawn."""

    def draw(self) -> ComposeResult:
        yield from super().draw()
        self.remove()


async def test_a_page_that_is_taken_away_while_it_is_drawn_is_quiet() -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        page = Fleeting()
        await stage.query_one("#stage").mount(page)
        page.show(stage.session.scene())
        await pilot.pause()

        assert not page.is_attached
        assert stage.is_running
