"""What a room of robots sees, step by step."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.engine.events import JourneyEnded, JourneyLeft
from empathy_sim.workshop.group.drawn import (
    Bars,
    CurveDrawn,
    Feelings,
    Quotes,
    Step,
    Table,
)
from empathy_sim.workshop.group.room import Room, Seated
from empathy_sim.workshop.group.seat_reading import SeatReading
from empathy_sim.workshop.group.steps import (
    HEADINGS,
    Wall,
    brought_up,
    reveal,
    whole,
)
from empathy_sim.workshop.group.told import hours
from tests.workshop.group.robot_rooms import robots, seated, shipped, wall_of

MINUTE = 60_000


def texts(value: object) -> Iterator[str]:
    """Every text in a step."""
    written = msgspec.json.encode(value).decode()
    yield from re.findall(r'"((?:[^"\\]|\\.)*)"', written)


def step(wall: Wall, name: str) -> Step:
    return next(each for each in wall.steps if each.id == name)


def numbers_in(step: Step) -> set[str]:
    said = " ".join((*step.says, *texts(step.shown)))
    return set(re.findall(r"\d+", said))


def test_nothing_is_known_of_a_step_before_it_is_revealed_but_its_heading() -> None:
    room, wall = robots(9, ticking=3), Wall()
    for at, heading in enumerate(HEADINGS):
        assert len(wall.steps) == at
        wall = reveal(wall, room)
        assert wall.steps[-1].heading == heading

    assert wall.is_whole
    assert reveal(wall, room) == wall


@pytest.mark.parametrize("people", [1, 4])
def test_a_small_room_that_ticks_nothing_is_told_nothing(people: int) -> None:
    wall = wall_of(Room(robots(people).people))

    assert wall.ledger.batches == ()
    for each in wall.steps:
        assert each.says
        assert each.shown == ()


@pytest.mark.parametrize("people", [1, 4, 5, 9, 30])
def test_a_room_of_any_size_shows_what_was_ticked(people: int) -> None:
    wall = wall_of(robots(people, ticking=1))
    [felt] = [each for each in step(wall, "feelings").shown if type(each) is Feelings]
    words = {each.title for each in step(wall, "words").shown}

    assert [each.name for each in felt.curves] == ["Robot 0"]
    assert {
        "What became clear",
        "In your words",
        "One word for it, afterwards",
    } == words
    assert step(wall, "commitments").shown


def test_the_sums_are_those_of_everybodys_own_debrief() -> None:
    room = robots(30)
    step_together = step(wall_of(room), "together")
    waited = sat = contacts = 0
    for each in room.people:
        account = Account.of(shipped(), each.member.log)
        found = {one.measure.id: one.value or 0 for one in lived_readings(account)}
        waited += found["minutes_waited"]
        sat += found["sat_through"]
        contacts += found["contacts"]

    assert step_together.says[0] == (
        f"Together you sat through {hours(sat)}; your customers waited {hours(waited)}."
    )
    [table] = step_together.shown
    assert isinstance(table, Table)
    assert ("Contacts for help", f"{contacts:,}") in table.rows


@pytest.mark.parametrize(
    ("milliseconds", "says"),
    [
        (124 * MINUTE, "2 hours 4"),
        (552 * MINUTE, "9 hours 12"),
        (60 * MINUTE, "1 hour"),
        (MINUTE, "1 minute"),
        (44 * MINUTE, "44 minutes"),
        (50_000, "50 seconds"),
        (1_000, "1 second"),
        (59 * MINUTE + 31_000, "1 hour"),
    ],
)
def test_what_many_waited_is_told_in_hours(milliseconds: int, says: str) -> None:
    assert hours(milliseconds) == says


def test_words_that_nobody_ticked_stand_nowhere() -> None:
    room = robots(30, ticking=4)
    kept = [each for each in room.people if not each.member.ticked.curve]
    own = {
        words.words for each in kept if each.reading for words in each.reading.words
    } - {
        words.words
        for each in room.people
        if each.reading and each.member.ticked.curve
        for words in each.reading.words
    }
    shown = {text for each in wall_of(room).steps for text in texts(each)}

    assert own
    assert not own & shown
    assert not [text for text in shown for each in own if each in text.split("“")]


def test_nobody_is_named_who_did_not_wish_it() -> None:
    room = robots(30, ticking=6, watched=8)
    named = {each.member.label for each in room.people if each.member.ticked.named}
    others = {each.member.label for each in room.people} - named
    shown = " | ".join(text for each in wall_of(room).steps for text in texts(each))

    assert named
    assert all(re.search(rf"\b{label}\b", shown) for label in named)
    assert not [label for label in others if re.search(rf"\b{label}\b", shown)]


def test_what_was_shown_stays_whoever_leaves_or_comes() -> None:
    nine = robots(9, ticking=2)
    wall = reveal(reveal(Wall(), nine), nine)
    eight = Room(nine.people[1:], nine.reasons)
    ten = Room((*nine.people, seated(20)), nine.reasons)

    assert reveal(wall, eight).steps[:2] == wall.steps
    assert whole(wall, ten).steps == whole(wall, nine).steps
    assert brought_up(wall, ten).steps == wall.steps


def test_five_who_come_together_are_added() -> None:
    nine = robots(9)
    wall = reveal(reveal(Wall(), nine), nine)
    more = Room((*nine.people, *(seated(at) for at in range(20, 25))), nine.reasons)
    [before, after] = [
        next(each for each in one.steps[1].shown if type(each) is Table)
        for one in (wall, brought_up(wall, more))
    ]

    assert before.title == "Nine of you, added up"
    assert after.title == "14 of you, added up"
    assert len(brought_up(wall, more).steps) == 2


def test_every_number_of_every_step_is_of_the_same_people() -> None:
    """Where one comes between two steps, nothing can be had by comparing them."""
    room, late = robots(9), (seated(20), seated(21))
    wall = Wall()
    for at in range(len(HEADINGS)):
        there = Room((*room.people, *late[: at // 3]), room.reasons)
        wall = reveal(wall, there)
    covered = {
        each.seats
        for each in wall.ledger.batches
        if each.statistic.startswith(("lived/", "met/", "green/", "left"))
    }

    assert covered == {tuple(sorted(each.member.seat for each in room.people))}


def test_a_later_tick_is_added_and_one_taken_back_is_gone() -> None:
    nine = robots(9)
    wall = reveal(Wall(), nine)
    one = Room((seated(0, "named"), *nine.people[1:]), nine.reasons)
    ticked = brought_up(wall, one)
    taken_back = brought_up(ticked, nine)

    assert [each.name for each in _curves(ticked)] == ["Robot 0"]
    assert _curves(taken_back) == ()


def _curves(wall: Wall) -> tuple[CurveDrawn, ...]:
    [felt] = [each for each in wall.steps[0].shown if type(each) is Feelings]
    return felt.curves


def test_late_ticks_that_would_tell_of_others_are_held_and_it_says_so() -> None:
    six = robots(6)
    wall = reveal(Wall(), six)
    two = Room((seated(0, "all"), seated(1, "all"), *six.people[2:]), six.reasons)
    [felt] = [
        each for each in brought_up(wall, two).steps[0].shown if type(each) is Feelings
    ]

    assert len(felt.curves) == 1
    assert "One curve ticked after this was first shown stays out" in felt.note


def test_a_wall_is_written_down_and_read_again() -> None:
    wall = wall_of(robots(9, ticking=3, watched=6))
    written = msgspec.json.encode(wall)

    assert msgspec.json.decode(written, type=Wall) == wall


def test_the_order_of_the_people_changes_nothing() -> None:
    room = robots(9, ticking=3, watched=6)
    turned = Room(tuple(reversed(room.people)), room.reasons)

    assert wall_of(turned).steps == wall_of(room).steps


def test_the_order_of_quotes_does_not_tell_whose_they_are() -> None:
    for each in step(wall_of(robots(30, ticking=7)), "words").shown:
        assert type(each) is Quotes
        words = [quote.words.casefold() for quote in each.quotes]
        assert words == sorted(words)


def test_the_same_word_without_a_name_stands_once() -> None:
    unnamed = [
        (quote.words.casefold(), quote.under)
        for each in step(wall_of(robots(30, ticking=30)), "words").shown
        if type(each) is Quotes and each.title.startswith("One word")
        for quote in each.quotes
        if not quote.under or quote.under.endswith("of you")
    ]

    assert unnamed
    assert len({word for word, _ in unnamed}) == len(unnamed)


def test_bars_stand_by_how_many_they_are_of() -> None:
    for each in step(wall_of(robots(30, ticking=30)), "feelings").shown:
        if type(each) is Bars:
            counts = [bar.count for bar in each.bars if not bar.quiet]
            assert counts == sorted(counts, reverse=True)


def test_what_observers_noted_is_only_told_of_enough_players() -> None:
    few, many = wall_of(robots(9, watched=4)), wall_of(robots(9, watched=9))
    titles = [
        {each.title for each in step(wall, "feelings").shown} for wall in (few, many)
    ]
    noted = "What those who watched noted"

    assert noted not in titles[0]
    assert noted in titles[1]


def test_a_note_is_quoted_only_where_its_player_shows_the_curve() -> None:
    watched = wall_of(robots(9, ticking=2, watched=9))
    quotes = [
        each
        for shown in step(watched, "words").shown
        if type(shown) is Quotes and shown.title == "Seen by those who watched"
        for each in shown.quotes
    ]

    assert {each.words for each in quotes} == {"noted by 0", "noted by 1"}


def test_departments_and_causes_are_those_of_the_journey() -> None:
    found = step(wall_of(robots(30)), "backstage")
    tables = {each.title: each for each in found.shown if type(each) is Table}
    causes = tables["Causes, by the minutes they cost all of you together"]
    together = tables["Departments that must move together"]
    known = {
        each.department.casefold()
        for stage in shipped().stages.values()
        for each in stage.scenario.causes.values()
    } | {
        each.fix.department.casefold()
        for stage in shipped().stages.values()
        for each in stage.scenario.causes.values()
    }

    assert causes.rows
    for row in causes.rows:
        assert row[1].partition(":")[0].casefold() in known
        assert row[4].partition(":")[0].casefold() in known
    for row in together.rows:
        assert set(row[0].casefold().split(" and ")) <= known


def test_causes_come_by_the_minutes_they_cost() -> None:
    room = robots(30)
    found = step(wall_of(room), "backstage")
    causes = next(
        each
        for each in found.shown
        if type(each) is Table and each.title.startswith("Causes")
    )
    costs: dict[str, int] = {}
    for reading in _readings(room):
        for cause in reading.causes:
            costs[cause.why] = costs.get(cause.why, 0) + cause.cost_ms
    ranked = [costs[row[0]] for row in causes.rows if row[0] in costs]

    told = [
        cost
        for cost, row in zip(ranked, causes.rows, strict=False)
        if row[3] != "not told"
    ]
    assert told == sorted(told, reverse=True)


def _readings(room: Room) -> Iterator[SeatReading]:
    for each in room.people:
        if each.reading is not None:
            yield each.reading


def test_where_it_stopped_is_where_it_was_left_or_ended() -> None:
    for each in robots(12).people:
        assert each.reading is not None
        ended = [one for one in each.member.log if type(one) is JourneyEnded]
        left = [one for one in each.member.log if type(one) is JourneyLeft]
        if left:
            assert each.reading.left in shipped().stages
        elif ended[-1].ending:
            assert each.reading.left == "to the end"
        else:
            assert each.reading.left == "when the room closed"


def test_a_mark_stands_within_its_stage() -> None:
    for each in robots(12).people:
        assert each.reading is not None
        known = {"before it began", "at the end", *shipped().stages}
        for mark in each.reading.marks:
            assert mark.stage in known
            assert 0 <= mark.share <= 1


def test_bars_add_up_to_the_people_they_are_about() -> None:
    for people in (9, 30):
        for each in wall_of(robots(people, ticking=3)).steps:
            for shown in each.shown:
                match shown:
                    case Bars(bars=(_, *_) as bars, of=of):
                        assert sum(bar.count for bar in bars) == of
                    case _:
                        pass


def test_every_sentence_is_one() -> None:
    for people, ticking in ((1, 0), (1, 1), (4, 2), (5, 0), (9, 3), (30, 7)):
        for each in wall_of(robots(people, ticking=ticking)).steps:
            for says in (*each.says, each.cue):
                assert re.match(r"[A-Z0-9“]", says), says
                assert says.endswith((".", "?")), says
                assert "  " not in says
                assert "!" not in says


def test_a_room_whose_only_people_watch_has_nothing_to_show() -> None:
    watchers = robots(9, watched=9).people[9:]
    wall = wall_of(Room(watchers))

    assert len(watchers) == 9
    assert wall.ledger.batches == ()


def test_somebody_without_a_log_is_in_the_room_and_in_no_number() -> None:
    nine = robots(9)
    empty = Seated(msgspec.structs.replace(nine.people[0].member, seat="x", log=()))
    more = Room((*nine.people, empty), nine.reasons)

    assert wall_of(more).steps == wall_of(nine).steps
