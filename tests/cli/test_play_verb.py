"""Playing and resuming on a pipe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from empathy_sim.cli.house import open_house
from empathy_sim.engine.moves import Pace
from tests.cli.command_run import Command

SAMPLES = Path(__file__).parents[1] / "samples"


def named(out: str) -> str:
    """The session that a play said it would go on with."""
    found = re.search(r"empathy-sim resume (\S+) --plain", out)
    assert found is not None, out
    return found[1]


def test_the_end_of_input_suspends_and_is_no_fault(command: Command) -> None:
    ran = command.play()

    assert ran.code == 0
    assert "== Ordering ==" in ran.out
    resuming = f"empathy-sim resume {named(ran.out)} --plain --data {command.folder}"
    assert ran.out.endswith(f"  {resuming}\n")
    assert ran.err == ""


def test_with_no_input_at_all_nothing_has_begun_and_nothing_is_kept(
    command: Command,
) -> None:
    ran = command("play", "--plain")

    assert ran.code == 0
    assert "Which of these departments" in ran.out
    assert "nothing of it is kept" in ran.out
    assert "empathy-sim resume" not in ran.out


def test_a_session_goes_on_where_it_was_and_its_waits_stay_short(
    command: Command,
) -> None:
    first = command.play("1", "1", options=("--seed", "7"))

    second = command("resume", named(first.out), "--plain", typed="1\nfor Nan\n1\n")

    assert second.code == 0
    assert "== Ordering ==" in second.out
    assert "Your order is placed." in second.out


def test_resume_without_a_name_is_the_latest_that_is_not_over(
    command: Command,
) -> None:
    kept = named(command.play().out)
    over = command("play", "--plain", typed="leave\n")
    assert over.code == 0

    assert named(command("resume", "--plain").out) == kept


def test_a_session_that_is_over_is_not_resumed(command: Command) -> None:
    command("play", "--plain", typed="begin\n\nours\nleave\n")
    over = command("sessions").out.split()[0]

    ran = command("resume", over, "--plain")

    assert ran.code == 2
    assert "is over; there is nothing to go on with" in ran.err
    assert f"try: empathy-sim debrief {over}" in ran.err


def test_a_beginning_that_two_sessions_share_names_both(command: Command) -> None:
    both = {named(command.play().out), named(command.play().out)}

    ran = command("resume", "the-birthday", "--plain")

    assert ran.code == 2
    assert '2 sessions begin with "the-birthday".' in ran.err
    assert all(name in ran.err for name in both)


def test_a_session_there_is_none_of_is_said(command: Command) -> None:
    ran = command("resume", "nobody", "--plain")

    assert ran.code == 1
    assert 'No session "nobody" is recorded here.' in ran.err


def test_a_journey_there_is_none_of_is_met_with_what_was_meant(
    command: Command,
) -> None:
    ran = command("play", "the-birthday-kettel", "--plain")

    assert ran.code == 2
    assert "try: the-birthday-kettle" in ran.err


def test_a_file_there_is_none_of_is_said(command: Command) -> None:
    ran = command("play", "no/such.yaml", "--plain")

    assert ran.code == 2
    assert "There is no file no/such.yaml." in ran.err


def test_a_stage_there_is_none_of_is_met_with_what_was_meant(command: Command) -> None:
    ran = command("play", "--plain", "--at", "menue")

    assert ran.code == 2
    assert 'has no stage "menue"' in ran.err
    assert "try: --at menu" in ran.err


def test_play_begins_at_a_stage(command: Command) -> None:
    ran = command.play(options=("--at", "looking"))

    assert "== Where is it? ==" in ran.out
    assert "== Ordering ==" not in ran.out


def test_a_file_is_played(command: Command) -> None:
    file = SAMPLES / "scenarios" / "survey-that-works.yaml"

    ran = command(
        "play", str(file), "--plain", typed="\n" * 4 + "6\n1\n1\n" + "\n" * 15
    )

    assert ran.code == 0
    assert "Was it easy to get it mended?" in ran.out
    assert "== How ended" not in ran.out
    assert "Stopped here" not in ran.out


def test_a_file_with_problems_is_refused_with_all_of_them(
    command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("scenario: broken\ntitle: Broken\nstarts: nowhere\n", "utf-8")

    ran = command("play", str(file), "--plain")

    assert ran.code == 1
    assert "This cannot be played yet: " in ran.err
    assert f"{file}:1:" in ran.err
    assert "Traceback" not in ran.err


def test_the_same_seed_is_the_same_customer(command: Command) -> None:
    def numbers(seed: str) -> set[str]:
        out = command.play("notebook", options=("--seed", seed, "--at", "waiting")).out
        return set(re.findall(r"HV-\d{6}-[A-Z]{2}", out))

    assert numbers("7") == numbers("7")
    assert numbers("7") != numbers("8")


def test_the_folder_that_was_asked_for_is_used_and_named(
    command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "else where"

    typed = "begin\n\n\nbegin\n"
    ran = command("play", "--plain", "--data", str(folder), typed=typed)

    assert f"--plain --data '{folder}'" in ran.out
    assert named(ran.out) in command("sessions", "--data", str(folder)).out
    assert not command.folder.exists()


@pytest.mark.parametrize(
    "verb", [["--data", "{}", "sessions"], ["sessions", "--data", "{}"]]
)
def test_the_folder_may_be_named_before_the_verb_or_after_it(
    verb: list[str], command: Command, tmp_path: Path
) -> None:
    folder = str(tmp_path / "mine")

    ran = command(*(word.format(folder) for word in verb))

    assert ran.code == 0
    assert folder in ran.out


def test_bytes_that_are_no_text_are_shown_as_such(command: Command) -> None:
    ran = command("play", "--plain", typed=b"\n\xff\xfe\x00\x1b[2J\nbegin\n")

    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\N{REPLACEMENT CHARACTER}" in ran.out


def test_a_feeling_and_leaving_on_a_pipe(command: Command) -> None:
    ran = command.play("feel wound up", "leave", "", "tired", *[""] * 15)

    assert ran.code == 0
    assert "You have left." in ran.out
    assert "Stopped here" not in ran.out


def test_how_long_something_takes_is_reckoned_for_each_pace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path))
    with open_house() as house:
        paces: tuple[Pace, ...] = ("brisk", "workshop", "long", "real")
        takes = [house.minutes("the-birthday-kettle", pace=pace) for pace in paces]

    assert takes[1] == 18
    assert takes == sorted({each for each in takes if each})
