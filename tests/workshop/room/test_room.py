"""A room keeps seats, sessions and clocks together."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from empathy_sim.engine import events as story
from empathy_sim.engine import moves as m
from empathy_sim.errors import MoveRefused, RoomRefused, StoreBusy
from empathy_sim.store.rows import canonical
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.evolving import fold
from empathy_sim.workshop.room.port import BREATH, SeatPort
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import (
    breathe,
    close_play,
    end,
    go_on,
    lead_on,
    let_pass,
    nudge,
    set_closing,
    set_pace,
)
from empathy_sim.workshop.room.seating import (
    change_chair,
    change_secret,
    take_seat,
)
from empathy_sim.workshop.room.spelling import event_of, row_of
from tests.workshop.room.rooms import Workshop, casting


def test_a_seat_is_opened_again_by_its_secret_and_by_nothing_else() -> None:
    room = Workshop().room
    seat, secret = take_seat(room, "Ines")

    assert room.seat_by_secret(secret) == seat
    assert room.seat_by_secret(secret + "x") is None
    assert room.seat_by_secret("") is None


def test_no_secret_is_kept_as_it_is() -> None:
    workshop = Workshop()
    _seat, secret = take_seat(workshop.room, "Ines")

    kept = repr(workshop.store.rows(workshop.room.name))
    assert secret not in kept


def test_a_seat_that_opens_to_nobody_stays_closed() -> None:
    room = Workshop().room
    seat, secret = take_seat(room, "Ines")
    change_secret(room, seat.id, to_nobody=True)

    assert room.seat_by_secret(secret) is None
    assert room.seat_by_secret("") is None


@pytest.mark.parametrize(
    ("label", "says"),
    [("", "Write a name"), ("  ines ", "already"), ("INES", "already")],
)
def test_a_label_is_there_and_nobody_elses(label: str, says: str) -> None:
    room = Workshop().room
    take_seat(room, "Ines")

    with pytest.raises(RoomRefused, match=says):
        take_seat(room, label)


def test_where_there_is_a_list_only_its_names_sit_down() -> None:
    room = Workshop(labels=("Ines", "Omar")).room
    take_seat(room, "Ines")

    with pytest.raises(RoomRefused, match="list"):
        take_seat(room, "Uninvited")


def test_nobodys_journey_opens_before_the_room_begins() -> None:
    workshop = Workshop()
    seat = workshop.sit("Ines")

    with pytest.raises(RoomRefused, match="not begun"):
        workshop.room.session_of(seat)
    workshop.begin()
    assert workshop.room.session_of(seat).state.phase == "contract"


def test_who_plays_alone_begins_at_any_time() -> None:
    workshop = Workshop(solo=True)
    seat = workshop.sit("Ines")

    assert workshop.room.session_of(seat).state.phase == "contract"


def test_an_observer_has_no_journey() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    omar = workshop.sit("Omar", "observer", ines)
    workshop.begin()

    with pytest.raises(RoomRefused, match="observer"):
        workshop.room.session_of(omar)
    assert [each.id for each in workshop.room.state.observers_of(ines)] == [omar]


def test_a_chair_is_changed_only_before_the_journey_begins() -> None:
    workshop = Workshop()
    ines, omar = workshop.sit("Ines"), workshop.sit("Omar")
    change_chair(workshop.room, omar, "observer", ines)
    workshop.plays("Ada")
    workshop.room.session_of(ines)

    assert workshop.room.seat(omar).chair == "observer"
    with pytest.raises(RoomRefused, match="begun"):
        change_chair(workshop.room, ines, "observer", omar)


def test_a_story_stands_while_nobody_is_heard_from_its_seat() -> None:
    workshop = Workshop()
    seat = workshop.plays("Ines")
    session = workshop.room.session_of(seat)
    workshop.pass_with(3_000, seat)
    there = session.instant().felt_ms
    workshop.pass_with(600_000)

    assert there == 3_000
    assert session.instant().felt_ms - there <= 1_000


async def test_a_breath_stands_every_story_and_refuses_what_costs_time() -> None:
    workshop = Workshop()
    ines, omar = workshop.plays("Ines"), workshop.plays("Omar")
    workshop.pass_with(2_000, ines, omar)
    breathe(workshop.room)
    before = [workshop.room.session_of(each).instant().felt_ms for each in (ines, omar)]
    workshop.pass_with(60_000, ines, omar)
    port = SeatPort(workshop.room, ines)

    assert before == [
        workshop.room.session_of(each).instant().felt_ms for each in (ines, omar)
    ]
    with pytest.raises(MoveRefused) as refused:
        await port.submit(m.HangUp())
    assert refused.value.says == BREATH
    await port.submit(m.React(-1, 1))
    go_on(workshop.room)
    workshop.pass_with(1_000, ines)
    assert workshop.room.session_of(ines).instant().felt_ms == before[0] + 1_000


async def test_one_may_leave_at_any_time_in_a_breath_too() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    breathe(workshop.room)
    scene = await SeatPort(workshop.room, ines).submit(m.Leave())

    assert scene.phase == "resting"


def test_a_breath_is_not_lost_when_the_program_is() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    breathe(workshop.room)
    room = workshop.again()
    workshop.pass_with(5_000, ines)
    felt = room.session_of(ines).instant().felt_ms
    workshop.pass_with(5_000, ines)

    assert room.state.breathing
    assert room.session_of(ines).instant().felt_ms == felt


def test_who_is_in_the_story_when_the_room_closes_is_still_waiting() -> None:
    workshop = Workshop()
    ines, omar = workshop.plays("Ines"), workshop.sit("Omar")
    workshop.room.session_of(omar)
    late = workshop.sit("Late")
    close_play(workshop.room)

    log = workshop.room.session_of(ines).log
    (ended,) = [each for each in log if type(each) is story.JourneyEnded]
    assert ended.outcome == "still_waiting"
    assert workshop.room.session_of(omar).state.phase == "closed"
    with pytest.raises(RoomRefused):
        workshop.room.session_of(late)


def test_the_room_closes_by_itself_at_its_time() -> None:
    workshop = Workshop()
    workshop.plays("Ines")
    at = workshop.room.utc()
    set_closing(workshop.room, at[:17] + "40.000+00:00")
    workshop.clock.advance(39_000)
    let_pass(workshop.room)
    early = workshop.room.state.phase
    workshop.clock.advance(1_000)
    let_pass(workshop.room)

    assert (early, workshop.room.state.phase) == ("playing", "closed")


def test_one_who_is_stuck_is_led_on_and_the_others_stay() -> None:
    workshop = Workshop()
    ines, omar = workshop.plays("Ines"), workshop.plays("Omar")
    before = len(workshop.room.session_of(omar).log)
    lead_on(workshop.room, ines)

    log = workshop.room.session_of(ines).log
    assert [type(each) for each in log].count(story.LedOn) == 1
    assert len(workshop.room.session_of(omar).log) == before


def test_more_waiting_is_for_journeys_that_are_opened_from_now_on() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    omar = workshop.plays("Omar")

    assert workshop.room.session_of(ines).state.pace == "workshop"
    assert workshop.room.session_of(omar).state.pace == "real"


def test_a_room_is_found_again_as_it_was() -> None:
    workshop = Workshop(waiting_ms=420_000, labels=("Ines", "Omar"))
    ines, omar = workshop.plays("Ines"), workshop.sit("Omar")
    workshop.pass_with(4_000, ines)
    nudge(workshop.room, omar, "Take your time.")
    workshop.room.session_of(ines).catch_up()
    state, felt = workshop.room.state, workshop.room.session_of(ines).instant().felt_ms
    room = workshop.again()

    assert room.state == state
    assert abs(room.session_of(ines).instant().felt_ms - felt) <= 1_000


def test_a_room_is_open_in_one_program_only() -> None:
    workshop = Workshop()

    with pytest.raises(StoreBusy):
        Room.resume(
            workshop.room.name,
            store=workshop.store,
            clock=workshop.clock,
            casting=casting,
        )


def test_a_workshop_is_listed_and_its_seats_are_nobodys_sessions() -> None:
    workshop = Workshop()
    seat = workshop.plays("Ines")
    session = workshop.room.seat(seat).session

    assert workshop.store.sessions() == ()
    assert workshop.store.head(session).session == session
    assert [each.session for each in workshop.store.workshops()] == [workshop.room.name]


def test_a_list_of_workshops_holds_no_word_of_anybody() -> None:
    workshop = Workshop()
    workshop.plays("Ines Aldana")
    nudge(workshop.room, next(iter(workshop.room.state.seats)), "Are you well?")

    head = workshop.store.head(workshop.room.name)
    assert "Ines" not in repr(head)
    assert "well" not in repr(head)
    assert head.summary["customers"] == 1


def test_names_go_with_the_words_and_the_rest_stays() -> None:
    workshop = Workshop()
    workshop.plays("Ines")
    workshop.room.suspend()
    workshop.store.purge_words(workshop.room.name)
    room = Room.resume(
        workshop.room.name,
        store=workshop.store,
        clock=workshop.clock,
        casting=casting,
    )

    assert [each.label for each in room.state.customers] == [""]
    assert workshop.store.verify(room.name) == ()


def test_an_ended_room_takes_nobody_in() -> None:
    workshop = Workshop()
    workshop.plays("Ines")
    end(workshop.room)

    assert workshop.room.state.phase == "ended"
    with pytest.raises(RoomRefused, match="over"):
        workshop.sit("Omar")


def test_listeners_are_told_once_it_is_kept() -> None:
    workshop = Workshop()
    room, kept = workshop.room, []
    room.listen(
        lambda event: kept.append(event_of(workshop.store.rows(room.name)[-1]) == event)
    )
    workshop.plays("Ines")

    assert kept
    assert all(kept)


def test_what_is_folded_is_what_stands() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    workshop.sit("Omar", "observer", ines)
    breathe(workshop.room)
    close_play(workshop.room)

    assert fold(workshop.room.log) == workshop.room.state


SPECIMENS: tuple[e.Event, ...] = (
    e.Opened(0, "a", "A", "brisk", 3, labels=("Ines",)),
    e.SeatTaken(1, "s", "observer", "hash", "t", "Ines"),
    e.SeatForgotten(1),
    e.ChairChanged(1, "s", "observer", "t"),
    e.Swapped(1, ("s",), ("t", "u"), ("s", "s")),
    e.SecretChanged(1, "s", "hash"),
    e.SessionOpened(1, "s", "a-1"),
    e.Waited(1, "s", "stopped"),
    e.PlayBegan(1),
    e.Breathed(1),
    e.WentOn(1),
    e.Nudged(1, "s", "Well?"),
    e.SeatLedOn(1, "s"),
    e.PaceSet(1, "real"),
    e.ClosingSet(1, "2026-11-22T10:40:00+00:00"),
    e.RoomClosed(1),
    e.Asked(1, "s", "I am lost."),
    e.Answered(1, "s"),
    e.Ticked(1, "s", curve=True, ahas=(4,), words=(5, 6), named=True),
    e.Observed(1, "s", "t", "sigh", 9, 60_000, "Loud."),
    e.Guessed(1, "s", "Late\nBroken"),
    e.Polled(1, "link", "Late", browser="hash"),
    e.Revealed(1, "curve"),
    e.FollowedUp(1, "s", 30, "partly", "Two of four."),
    e.RoomEnded(1),
)


@pytest.mark.parametrize("event", SPECIMENS, ids=lambda each: type(each).__name__)
def test_every_event_of_a_room_comes_back_as_it_was(event: e.Event) -> None:
    workshop = Workshop()
    at = len(workshop.store.rows(workshop.room.name)) + 1
    row = row_of(event, at, workshop.room.utc())
    workshop.store.append(workshop.room.name, [row], phase="lobby", summary={})

    assert event_of(workshop.store.rows(workshop.room.name)[-1]) == event


def test_a_list_of_names_is_kept_apart_as_words_are() -> None:
    opened = SPECIMENS[0]
    row = row_of(opened, 1, "2026-03-03T10:00:00Z")

    assert dict(row.words) == {"labels": "Ines"}
    assert "labels" not in row.body


def test_a_list_of_names_in_an_older_log_is_read() -> None:
    workshop = Workshop()
    row = row_of(SPECIMENS[0], 2, workshop.room.utc())
    body = canonical({**json.loads(row.body), "labels": ["Ines", "Omar"]})
    older = replace(row, body=body, words={})
    workshop.store.append(workshop.room.name, [older], phase="lobby", summary={})
    (_, kept) = workshop.store.rows(workshop.room.name)

    assert event_of(kept).labels == ("Ines", "Omar")  # type: ignore[union-attr]


def test_there_is_a_specimen_of_every_event() -> None:
    assert {type(each) for each in SPECIMENS} == set(e.Event.__args__)
