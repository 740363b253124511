"""What a page of lines offers to press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.line.choosing import chosen as chosen_by
from empathy_sim.line.lines import Line, aside, plain, refusal
from empathy_sim.line.listening import Listening
from empathy_sim.line.looking_back.blaming import CHOICES
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.server.lines_offers import Button, buttons
from empathy_sim.workshop.server.lines_page import asking_of, standing_of
from empathy_sim.workshop.server.lines_told import KEPT_LINES, Transcript
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of


class Page:
    """A play of a sample, driven by hand, and what its page shows."""

    def __init__(self, sample: str) -> None:
        self.clock = ManualClock()
        self.told = Transcript()
        session = session_of(script_of(sample), self.clock, pace="brisk")
        session.submit(m.Consent())
        while session.state.phase != "playing":
            session.submit(m.Proceed())
        self.play = LinePlay(
            session, self.told.write, kept_in="", manners=Manners(in_a_room=True)
        )
        self._driven = self.play.played()
        self.waits_for = next(self._driven)

    def type(self, line: str | None) -> None:
        self.waits_for = self._driven.send(line)

    def until_asked(self) -> None:
        """Let time pass until something is asked."""
        while not self._asks():
            self.clock.advance(500)
            self.type(None)

    def _asks(self) -> bool:
        match self.waits_for:
            case Listening(asked=asked):
                return asked
            case _:
                return False

    @property
    def labels(self) -> list[str]:
        return [each.label for each in self.buttons]

    @property
    def buttons(self) -> tuple[Button, ...]:
        return buttons(self.play.asked_now(), self.told)


def test_each_option_has_a_button_that_picks_it() -> None:
    page = Page("call-supervisor-hold")
    page.until_asked()
    scene = page.play.asked_now().scene
    chosen = [each for each in scene.offers if each.sort == "choose"]
    picks = [each for each in page.buttons if each.sort == "choice"]

    assert [each.label for each in picks] == [each.label for each in chosen]
    for pick, offer in zip(picks, chosen, strict=True):
        assert chosen_by(pick.line, scene) == m.Choose(offer.id)


def test_a_menu_has_the_keys_of_a_telephone_and_a_way_to_hang_up() -> None:
    page = Page("menu-times-out")
    page.until_asked()
    asking = asking_of(page.play.asked_now(), page.told)

    assert asking.keys
    assert not [each for each in page.buttons if each.sort == "choice"]
    assert "Hang up" in page.labels
    assert standing_of(page.play.asked_now()).leaves == "Leave the journey"


def test_a_form_asks_field_by_field_and_shows_its_buttons_at_the_end() -> None:
    page = Page("form-that-works")
    page.until_asked()
    blank = page.play.asked_now().blank
    assert blank is not None
    asking = asking_of(page.play.asked_now(), page.told)

    assert asking.field.label == blank.label
    assert "Leave it empty" in page.labels
    assert not asking.keys


def test_a_feeling_is_asked_with_its_four_corners() -> None:
    page = Page("form-that-works")
    page.until_asked()
    page.type("feel")

    assert [each.line for each in page.buttons] == [
        "wound up",
        "keen",
        "flat",
        "at ease",
        "",
    ]
    assert asking_of(page.play.asked_now(), page.told).field.beside


def test_what_is_typed_for_the_story_is_not_typed_for_a_feeling() -> None:
    page = Page("form-that-works")
    page.until_asked()
    before = asking_of(page.play.asked_now(), page.told)
    page.type("feel")
    feels = asking_of(page.play.asked_now(), page.told)
    page.type("")
    after = asking_of(page.play.asked_now(), page.told)

    assert feels.purpose not in {"", before.purpose}
    assert after.purpose == before.purpose


def test_each_question_of_a_debrief_is_typed_for_by_itself() -> None:
    page, told = Page("form-that-works"), Transcript()
    talks = type(page.play.asked_now())(page.play.asked_now().scene, talks=True)
    purposes = []
    for answer in ("", "of course"):
        told.write(plain("What do you think?"))
        told.write(aside("Enter passes it over"))
        purposes.append(asking_of(talks, told).purpose)
        told.say_yours(answer)

    assert len(set(purposes)) == 2


def test_words_that_are_asked_for_come_before_passing_over() -> None:
    page, told = Page("form-that-works"), Transcript()
    talks = type(page.play.asked_now())(page.play.asked_now().scene, talks=True)
    told.write(plain("One commitment. If ..."))
    told.write(aside("For example: if it rains. Enter passes it over"))
    asking = asking_of(talks, told)

    assert asking.asks == "One commitment. If ..."
    assert asking.field.first
    assert asking.offers == (Button("", "Pass it over", "pass"),)


def test_where_nothing_is_asked_going_on_comes_before_the_line() -> None:
    page, told = Page("form-that-works"), Transcript()
    talks = type(page.play.asked_now())(page.play.asked_now().scene, talks=True)
    told.write(plain("It took four minutes."))
    told.write(aside("Enter goes on"))
    asking = asking_of(talks, told)

    assert asking.asks == ""
    assert not asking.field.first
    assert asking.offers == (Button("", "Go on", "go"),)


def test_a_field_without_choices_stands_first_and_can_be_left_last() -> None:
    page = Page("form-that-works")
    page.until_asked()
    asking = asking_of(page.play.asked_now(), page.told)

    assert asking.field.first
    sorts = {each.label: each.sort for each in asking.offers}
    assert sorts["Leave it empty"] == "pass"


def debrief_asks(*lines: str) -> Iterator[tuple[str, str]]:
    """The buttons of a debrief that has said some lines; the last is the frame's."""
    page, told = Page("form-that-works"), Transcript()
    for line in lines[:-1]:
        told.write(plain(line))
    told.write(aside(lines[-1]))
    asked = page.play.asked_now()
    talks = type(asked)(asked.scene, talks=True)
    for each in buttons(talks, told):
        yield each.line, each.label


@pytest.mark.parametrize(
    ("lines", "pressed"),
    [
        (("Enter goes on",), [("", "Go on")]),
        (("If it rains, then I call. Enter keeps it",), [("", "Keep it")]),
        (("Enter takes Friday 4 December",), [("", "Take Friday 4 December")]),
        (("A sentence. Enter passes it over",), [("", "Pass it over")]),
        (
            ("  1. Would another choice have helped?", "A number, or a name"),
            [("1", "1. Would another choice have helped?"), ("", "Go on")],
        ),
        (("  1. Waited: 4 min", "Enter goes on"), [("", "Go on")]),
        (
            ("more tells 3 other things. Enter goes on",),
            [("more", "Tell 3 other things"), ("", "Go on")],
        ),
        (
            ("1 digital, 2 finance. A number, or a name. Enter leaves it open",),
            [("1", "1. digital"), ("2", "2. finance"), ("", "Leave it open")],
        ),
        (
            ("Type how 1 to see how number 1 was counted. Enter goes on",),
            [("how ", "See how number 1 was counted"), ("", "Go on")],
        ),
        (
            ("goal offers one goal for two. Enter goes on",),
            [("goal", "See one goal for two"), ("", "Go on")],
        ),
        (
            ("A number; whole 1 only reckons it. all shows 4 more. Enter goes on",),
            [("all", "Show 4 more"), ("whole ", "Reckons it"), ("", "Go on")],
        ),
        (("Others: 6; rest tells them",), [("rest", "Tell the rest"), ("", "Go on")]),
        (
            ("whole 1 only reckons what it would do. Enter goes on",),
            [("whole ", "Reckons what it would do"), ("", "Go on")],
        ),
    ],
)
def test_a_debrief_is_answered_with_what_its_last_lines_name(
    lines: tuple[str, ...], pressed: list[tuple[str, str]]
) -> None:
    assert list(debrief_asks(*lines)) == pressed


def test_what_a_friction_is_put_down_to_is_pressed() -> None:
    labels = [label for _, label in debrief_asks(f"{CHOICES}. Enter opens it without")]

    assert labels[0] == "The customer"
    assert "Bad luck" in labels
    assert labels[-1] == "Open it without"


def test_how_to_type_stands_apart_from_what_is_said() -> None:
    told = Transcript()
    told.write(aside("A number from 0 to 600. Enter passes it over. Type begin to go"))
    told.write(plain("Type your surname."))
    told.write(aside("Dani asks for this. Type it as it stands: HV-1"))

    assert [(each.says, each.sort) for each in told.after(0)] == [
        ("A number from 0 to 600.", "aside"),
        ("Enter passes it over. Type begin to go", "typing"),
        ("Type your surname.", "plain"),
        ("Dani asks for this. Type it as it stands: HV-1", "aside"),
    ]


def test_a_list_can_still_be_answered_after_a_refusal() -> None:
    told = Transcript()
    told.write(plain("  1. One thing"))
    told.say_yours("7")
    told.write(refusal("There is only 1."))
    assert list(told.listed()) == [("1", "One thing")]
    told.say_yours("1. One thing")
    told.write(plain("That one."))

    assert list(told.listed()) == []


def test_the_latest_lines_are_kept_and_numbered() -> None:
    told = Transcript()
    for at in range(KEPT_LINES + 20):
        told.write(plain(f"Line {at}"))

    assert told.count == KEPT_LINES + 20
    assert [each.n for each in told.after(KEPT_LINES + 18)] == [
        KEPT_LINES + 19,
        KEPT_LINES + 20,
    ]
    assert len(told.after(0)) == KEPT_LINES


def test_a_choice_that_was_pressed_is_told_once() -> None:
    told = Transcript()
    told.say_yours("Call again")
    told.write(aside("You choose: Call again"))

    told.say_yours("Where is my order?")
    told.write(Line("You", "Where is my order?"))

    assert [each.says for each in told.after(0)] == [
        "Call again",
        "Where is my order?",
    ]
