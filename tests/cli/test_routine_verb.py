"""The routine: proposed, told, brought back, compared."""

from __future__ import annotations

import shlex
import stat
from pathlib import Path

import icalendar
import pytest

from empathy_sim.cli.house import open_house
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolution_events as e
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.resolutions import BringBack, TakeOn
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import log_of
from tests.cli.command_run import Command
from tests.cli.promised_session import MADE, SAYS, promised

DAY_MS = 86_400_000


def brought_back(name: str) -> list[e.BroughtBack]:
    with open_house() as house:
        log = log_of(house.store, name)
    return [event for event in log if isinstance(event, e.BroughtBack)]


def test_an_hour_is_proposed_where_nothing_was_promised(command: Command) -> None:
    said = command("routine")

    assert said.code == 0
    assert "\nProposed: Wednesday " in said.out
    assert "Nothing was promised yet." in said.out
    assert command("routine", "return").out.startswith("Nothing was promised yet.")
    assert "two sessions of one journey" in command("routine", "compare").out


def test_what_was_promised_is_told_with_when_it_is_due(command: Command) -> None:
    promised()

    said = command("routine").out

    assert "10 June 2025, after The birthday kettle\n" in said
    assert f"  {SAYS} Seen to by: Ines. With: Operations.\n" in said
    waits = "Nobody has said yet what came of it. Due since 10 July 2025."
    assert said.count(waits) == 2
    assert "With an agent: Beside one person" in said
    assert said.endswith("  empathy-sim routine return\n")


def test_what_came_of_it_is_asked_kept_and_set_beside_the_guesses(
    command: Command,
) -> None:
    name = promised()
    typed = "partly\nthey were glad\n\nthe team\nyes\n14\nsix, no refunds\na macro\n"

    said = command("routine", "return", typed=typed)

    assert said.code == 0
    assert f"You promised: {SAYS} Seen to by: Ines. With: Operations.\n" in said.out
    commitment, assignment = brought_back(name)
    assert (commitment.what, commitment.done) == ("commitment", "partly")
    assert commitment.answers == {"came": "they were glad", "whom": "the team"}
    assert (assignment.what, assignment.done) == ("sit_with_agent", "yes")
    assert assignment.answers["calls"] == "14"
    assert "  expected: nine\n  found:    14\n" in said.out
    assert said.out.endswith("Kept with the session.\n")
    assert "Done, as told on " in command("routine").out
    assert command("routine", "return").out.endswith("Nothing is open.\n")
    assert command("sessions", "verify").code == 0


def test_what_was_not_done_is_asked_only_for_what_stood_in_the_way(
    command: Command,
) -> None:
    name = promised()

    command("routine", "return", name, typed="maybe\nNo\nno time\n\n")

    (only,) = brought_back(name)
    assert (only.done, only.answers) == ("no", {"way": "no time"})


def test_lines_that_end_keep_what_was_answered_and_nothing_else(
    command: Command,
) -> None:
    name = promised()

    assert command("routine", "return", typed="").out.endswith("Nothing was kept.\n")
    assert command("routine", "return", typed="\n\n").out.endswith("was kept.\n")
    assert brought_back(name) == []
    command("routine", "return", typed="yes\nit held")
    assert [each.answers for each in brought_back(name)] == [{"came": "it held"}]


def test_a_session_that_is_closed_is_added_to_as_well(command: Command) -> None:
    name = promised(m.Proceed())
    with open_house() as house:
        assert house.store.head(name).phase == "closed"

    command("routine", "return", typed="yes\n\n\n\n\n")

    assert [each.done for each in brought_back(name)] == ["yes"]


def test_what_is_not_due_can_be_told_early(command: Command) -> None:
    name = promised(today=True)
    assert "what came of it. You are asked on " in command("routine").out

    said = command("routine", "return", typed="yes\n")

    assert f"You promised: {SAYS}" in said.out
    assert [each.what for each in brought_back(name)] == ["commitment"]


def test_what_is_open_is_listed_with_its_days_and_asked_about_in_turn(
    command: Command,
) -> None:
    first = promised()
    due = promised(r.Commit("it rains", "call", due="2025-06-20"), days=1)

    said = command("routine", "return", typed="\n\nyes\n\n\n\n\n").out

    listing, _, asked = said.partition("Each in turn; Enter passes one over.\n")
    assert listing.splitlines()[:4] == [
        "== What is open ==",
        "1. If it rains, then I will call. By when: Friday 20 June 2025.",
        f"   11 June 2025, after The birthday kettle: {due}",
        "   Nobody has said yet what came of it. Due since 20 June 2025.",
    ]
    numbers = [line.split(".")[0] for line in listing.splitlines() if line[0].isdigit()]
    assert numbers == ["1", "2", "3", "4"]
    assert asked.count("Was it done?") == 4
    assert brought_back(due) == []
    assert [each.what for each in brought_back(first)] == ["sit_with_agent"]


def test_one_of_the_list_can_be_asked_about_alone(command: Command) -> None:
    other, name = promised(), promised(days=1)

    said = command("routine", "return", name, "--which", "2", typed="yes\n").out
    command("routine", "return", "--which", "1", typed="no\n")

    assert "What is open" not in said
    assert said.count("Was it done?") == 1
    assert [each.what for each in brought_back(name)] == ["sit_with_agent"]
    assert [each.what for each in brought_back(other)] == ["commitment"]


def test_a_number_goes_on_to_mean_what_it_meant(command: Command) -> None:
    name = promised(BringBack("sit_with_agent", "yes"), TakeOn("ask_three"))

    over = command("routine", "return", name, "--which", "2")
    assert over.code == 2
    assert "That is over. Sit with an agent for an hour. Done, as told" in over.err
    assert f"try: empathy-sim routine return {name}" in over.err
    unknown = command("routine", "return", "--which", "9")
    assert "Nothing that is open has the number 9." in unknown.err
    command("routine", "return", name, "--which", "3", typed="partly\n")
    assert [each.what for each in brought_back(name)][1:] == ["ask_three"]


def test_every_day_in_the_calendar_names_the_command_for_that_promise(
    command: Command, tmp_path: Path
) -> None:
    name, file = promised(days=1), tmp_path / "hours.ics"
    promised()

    command("routine", "--ics", str(file))

    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    (about,) = (
        str(each["DESCRIPTION"])
        for each in calendar.walk("VEVENT")
        if str(each["SUMMARY"]).startswith("30 days on: Sit")
        and name in str(each["DESCRIPTION"])
    )
    _, *words = shlex.split(about.partition("What came of it? ")[2])
    command(*words, typed="yes\n")
    assert [each.what for each in brought_back(name)] == ["sit_with_agent"]


def test_a_calendar_without_promises_says_that_it_holds_none(
    command: Command, tmp_path: Path
) -> None:
    bare = command("routine", "--ics", str(tmp_path / "a.ics")).out
    promised()
    full = command("routine", "--ics", str(tmp_path / "b.ics")).out

    assert "Nothing that you promised is open, so no other day is in it." in bare
    assert "And four days on which you are asked what came of what you" in full


def test_the_calendar_is_the_reader_s_own_and_noted_as_an_export(
    command: Command, tmp_path: Path
) -> None:
    name = promised()
    file = tmp_path / "hours.ics"

    said = command("routine", "--ics", str(file))

    assert said.code == 0
    assert f"Calendar: {file}\n" in said.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    events = calendar.walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in events][1:] == [
        f"30 days on: {SAYS}",
        f"90 days on: {SAYS}",
        "30 days on: Sit with an agent for an hour.",
        "90 days on: Sit with an agent for an hour.",
    ]
    with open_house() as house:
        noted = house.store.exports(name)
    assert [(each.path, each.what) for each in noted] == [(str(file), "calendar")]


def test_a_calendar_written_again_has_the_same_ids_and_replaces_nothing_unasked(
    command: Command, tmp_path: Path
) -> None:
    promised()
    file = tmp_path / "hours.ics"

    def ids() -> list[str]:
        lines = file.read_text("utf-8").splitlines()
        return [line for line in lines if line.startswith("UID:")]

    command("routine", "--ics", str(file))
    before = ids()
    refused = command("routine", "--ics", str(file))
    assert refused.code == 2
    assert "--force" in refused.err
    assert command("routine", "--ics", str(file), "--force").code == 0
    assert ids() == before
    assert command("routine", "--ics", str(tmp_path / "no" / "x.ics")).code == 2


def test_sessions_of_one_journey_stand_side_by_side(command: Command) -> None:
    names = promised(BringBack("commitment", "yes")), promised(days=90)
    command.play("1", "1")

    said = command("routine", "compare").out

    first, dates, times, ends, *rows, again = said.splitlines()
    assert first == "== The birthday kettle =="
    assert dates.split() == [MADE, "2025-09-08"]
    assert times.split() == ["09:00", "09:00"]
    assert ends.split() == [f"-{name[-6:]}" for name in names]
    assert again == f"To see one of them again: empathy-sim debrief {names[1]}"
    assert max(map(len, (dates, *rows))) <= 80
    told = {row.rsplit(maxsplit=2)[0]: row.split()[-2:] for row in rows}
    assert told["how it ended"] == ["left", "left"]
    assert rows[-1].split()[-6:] == ["1", "of", "2", "0", "of", "2"]


def test_of_many_sessions_the_latest_four_are_set_side_by_side(
    command: Command,
) -> None:
    for days in range(6):
        promised(days=days)

    said = command("routine", "compare").out.splitlines()

    assert said[1] == "The latest 4 of 6:"
    assert said[2].split() == [f"2025-06-{day}" for day in (12, 13, 14, 15)]
    assert {len(line) for line in said[2:-1]} == {len(said[2])}


def test_sessions_of_one_day_are_told_from_each_other(command: Command) -> None:
    names = [promised(), promised(), promised()]

    ends = command("routine", "compare").out.splitlines()[3].split()

    assert sorted(ends) == sorted(f"-{name[-6:]}" for name in names)


def test_a_start_says_once_a_day_what_is_due(command: Command) -> None:
    promised()

    first = command.play("1").out
    second = command.play("1").out

    due = f"(You promised: {SAYS} And 1 more. What came of it? empathy-sim routine"
    assert first.lstrip().startswith(due)
    assert "You promised" not in second


@pytest.mark.parametrize(("days", "says"), [(29, False), (30, True), (31, True)])
@pytest.mark.usefixtures("command")
def test_what_is_not_due_is_not_mentioned(days: int, says: bool) -> None:
    promised()
    clock = ManualClock()
    clock.advance(days * DAY_MS)

    with open_house(clock) as house:
        assert bool(house.due()) == says
        assert house.due() == ""
    clock.advance(DAY_MS)
    with open_house(clock) as house:
        assert bool(house.due()) == (days + 1 >= 30)
