"""A kit says only what is so."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage
from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.kit.html_page import kit_as_html
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.markdown_page import kit_as_markdown
from empathy_sim.workshop.kit.sheet import Part
from empathy_sim.workshop.kit.timing import STEPS
from tests.workshop.kit.made_kits import (
    JOURNEYS,
    every_kit,
    everything,
    kit,
    sentences,
    shipped,
)

NEVER = re.compile(
    r"\b(users?|games?|scores?|winners?|wrong answer|quiz|Oops)\b|!", re.IGNORECASE
)
UNFILLED = re.compile(r"[<{][a-z_.]+[>}]")


def test_every_part_says_what_to_do_and_what_the_board_shows() -> None:
    for made in every_kit():
        for part in made.parts:
            assert part.words.do, part.id
            assert part.words.board, part.id
            assert _is_spoken(made, part), part.id


def test_the_times_of_the_run_sheet_follow_the_pace() -> None:
    paces: tuple[Pace, ...] = ("real", "long", "workshop", "brisk")
    made = [kit(240, pace=pace) for pace in paces]

    lengths = [each.play for each in made]
    assert lengths == sorted(set(lengths), reverse=True)
    for each in made:
        part = each.part("play")
        assert part is not None
        assert part.lasts >= each.play
    assert all(
        longer.shortest - shorter.shortest == longer.play - shorter.play
        for longer, shorter in pairwise(made)
    )


def _is_spoken(made: Kit, part: Part) -> bool:
    """Whether something is said in a part, or was said before it."""
    said = part.words.say or part.words.ask
    return bool(said) or part.id == "spare" or (part.id == "begin" and waits(made))


def waits(made: Kit) -> bool:
    return made.part("waiting") is not None


def test_every_talk_has_questions_and_what_can_go_wrong() -> None:
    for part in kit(120).parts:
        if part.id in STEPS:
            assert part.words.ask
            assert part.words.wrong
            assert part.words.key == "R"


def test_the_wall_comes_in_its_own_order() -> None:
    for made in every_kit():
        steps = [each.words.heading for each in made.parts if each.id in STEPS]
        assert steps == list(HEADINGS)


def test_the_room_closes_when_playing_ends() -> None:
    for made in every_kit():
        first = "waiting" if made.part("waiting") else "begin"
        begins, plays = made.part(first), made.part("play")
        assert begins is not None
        assert plays is not None
        after = plays.ends - begins.begins
        assert any(f"type +{after} " in each for each in begins.words.do)


def test_nothing_sounds_like_a_quiz_and_nothing_is_left_unfilled() -> None:
    for made in every_kit():
        for text in everything(made):
            assert not NEVER.search(text), text
            assert not UNFILLED.search(text), text


def test_what_is_said_ends_as_a_sentence() -> None:
    for made in every_kit():
        for part in made.parts:
            for says in (*part.words.say, *part.words.do, part.words.board):
                assert says.rstrip("”").endswith((".", "?", "cues.json")), says
            for asks in part.words.ask:
                assert "?" in asks or part.id == "close", asks


def test_purchasing_plays_where_its_own_target_meets_the_customer() -> None:
    purchasing = next(each for each in kit().movers if each.department == "purchasing")

    assert "Ordering" in [each.stage for each in purchasing.meets]
    assert purchasing.beside[0].department in {"digital", "operations"}
    assert purchasing.is_here


def test_no_department_sits_at_two_tables() -> None:
    for journey in JOURNEYS:
        part = kit(180, 24, journey).part("departments")
        assert part is not None
        tables = [each for each in part.words.do if each.startswith("One table: ")]
        sitting = re.findall(r"\w+", " ".join(tables).lower())
        known = [
            each for each in sitting if each in shipped(journey).journey.departments
        ]

        assert len(tables) >= 2
        assert len(known) == len(set(known)) == 2 * len(tables)


def test_only_departments_that_come_are_seated_first() -> None:
    made = kit(departments=("purchasing", "digital"))
    here = [each.department for each in made.movers if each.is_here]

    assert sorted(here) == ["digital", "purchasing"]
    assert [each.department for each in made.movers[:2]] == here
    assert made.pairs == (("digital", "purchasing"),)


def test_every_cause_of_the_journey_stands_in_its_stage() -> None:
    for journey in JOURNEYS:
        script = shipped(journey)
        kept = {each.kept_by for g in kit(90, 24, journey).stages for each in g.behind}
        causes = [c for s in script.stages.values() for c in s.scenario.causes.values()]
        assert len(kept) == len({each.kept_by for each in causes})


def test_a_kindness_is_told_and_asked_for() -> None:
    made = kit(120)
    words = made.part("words")

    assert any(each.kindnesses for each in made.stages)
    assert words is not None
    assert any("kind" in each for each in words.words.ask)


def test_an_unknown_department_is_refused_by_name() -> None:
    with pytest.raises(Usage, match='"sorcery"'):
        kit(departments=("sorcery",))


def test_the_waiting_room_has_consent_a_stop_word_and_an_open_door() -> None:
    made = kit(120, waiting=7)
    part = made.part("waiting")
    assert part is not None
    said = " ".join(sentences(part.words))

    assert part.lasts == 7
    assert part.words.key == "S"
    assert "agree" in said
    assert "“enough”" in said
    assert "door is open" in said
    assert any("waiting room" in each for each in made.invitation)
    assert "do not talk" in said
    assert kit(120).part("waiting") is None


def test_a_guest_of_the_frontline_comes_where_there_is_time() -> None:
    assert kit(180).part("frontline") is not None
    assert kit(90).part("frontline") is None
    assert any("guest" in each for each in kit(90).dropped)


def test_too_few_for_numbers_is_said() -> None:
    few, enough = kit(90, 4).part("share"), kit(90, 24).part("share")
    assert few is not None
    assert enough is not None

    assert "fewer than five" in " ".join(sentences(few.words))
    assert "fewer than" not in " ".join(sentences(enough.words))


def test_the_observer_form_has_a_line_for_every_two_minutes_of_play() -> None:
    made = kit(90, 24, starts=9 * 60)
    form = made.observer_form
    begins, plays = made.part("begin"), made.part("play")
    assert begins is not None
    assert plays is not None

    assert form.lines[0] == f"0   9:{begins.begins:02}"
    assert len(form.lines) == (plays.ends - begins.begins) // 2 + 1
    assert "sighed" in form.seen


def test_real_waits_take_their_time() -> None:
    real, brisk = kit(150, pace="real"), kit(150, pace="brisk")

    assert real.play > kit().play > brisk.play
    assert any("--pace real" in line for each in real.prepared for line in each.do)


def test_there_is_a_card_for_everybody() -> None:
    sheets = {each.what: each.sheets for each in kit(90, 24).copies}

    assert sheets["Room card"] == 12
    assert sheets["Commitment card"] == 6
    assert sheets["Observer form"] == 6


def test_the_sheet_says_when_the_pairs_may_swap_where_there_is_time() -> None:
    said = {
        minutes: next((each for each in part.words.do if "the pairs swap" in each), "")
        for minutes in (90, 120, 180, 240)
        if (part := kit(minutes).part("watchers")) is not None
    }

    assert (said[90], said[120]) == ("", "")
    assert "leave both out" in said[180]
    assert "It takes the time in hand" in said[240]


def test_where_the_wall_names_departments_its_pairs_count() -> None:
    for people in (3, 24):
        made = kit(180, people)
        parts = (made.part("backstage"), made.part("departments"))
        takes = ["take the wall's" in " ".join(each.words.do) for each in parts if each]

        assert takes == [people > 3] * len(takes)
        assert takes


def test_where_everybody_begins_the_words_come_before_the_keys() -> None:
    made = kit(90)
    begins = made.part("begin")
    assert begins is not None
    words, do = begins.words, begins.words.do
    markdown = kit_as_markdown(made).partition(words.heading)[2]
    html = kit_as_html(made).rpartition(f"<h3>{words.heading}</h3>")[2]

    assert do[0].startswith("First read aloud")
    assert do[1].startswith("Then press S ")
    assert do[2].startswith("Then press T, ")
    assert do[3].startswith("Then say nothing more")
    for page in (markdown.partition("## ")[2], html):
        assert page.index("do not talk to each other") < page.index("Then press S ")


def test_no_code_is_written_on_thirty_cards() -> None:
    made = kit(90, 30)
    [line] = [
        line for each in made.prepared for line in each.do if "room cards" in line
    ]

    assert line.startswith("Write nothing on the room cards")
    assert "on one sheet" in line
    assert "<span>Code</span>" not in kit_as_html(made)
    assert "Code …" not in kit_as_markdown(made)


@pytest.mark.parametrize("people", [4, 24])
def test_what_is_printed_is_named_by_what_stands_at_its_top(people: int) -> None:
    made = kit(90, people)
    html, markdown = kit_as_html(made), kit_as_markdown(made)
    first, *others = made.copies

    assert first.what == f"Everything before “{others[0].what}”"
    for each in others:
        assert f"<strong>{each.what}</strong>" in html
        assert f"## {each.what}" in markdown
        often = "once" if each.sheets == 1 else f"{each.sheets} times"
        assert f"| {each.what} | {often} |" in markdown


def test_a_host_that_was_sent_to_the_background_is_brought_back() -> None:
    [stopped] = [each for each in kit().things if "“Stopped”" in each.happens]

    assert "Type fg there" in stopped.then[0]
