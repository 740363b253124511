"""Absurd waits are told where they are filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.journey.fit import Fit
from empathy_sim.library.compose import Composer
from empathy_sim.library.compose_many import fit_warnings, problems_in
from empathy_sim.library.fit_doubts import doubts_of, still_told
from empathy_sim.library.fit_fields import fields_of
from empathy_sim.library.shelf import find_shelf
from tests.library.fitted_parcel import fitted_with, write_parcel
from tests.library.small_library import JOURNEY, LETTER, QUEUE, put

LONG = "fit: the-parcel\nstages: {anruf: {wait: {is: 26h}}}\n"
FIT = Path("fits/the-parcel.fit.yaml")


def told(folder: Path, *names: str) -> list[tuple[str, str, int, int]]:
    """The code and place of everything said of files of a folder."""
    files = [folder / name for name in names]
    return [
        (each.code, Path(each.file).name, each.line, each.column)
        for each in problems_in(files, find_shelf([folder]))
    ]


def test_a_wait_of_hours_on_the_telephone_is_told_in_the_fit(tmp_path: Path) -> None:
    fitted_with(tmp_path, LONG)
    place = ("W507", FIT.name, 2, 29)

    assert told(tmp_path, "journeys/the-parcel.yaml") == [place]
    assert told(tmp_path, str(FIT)) == [place]


MISSED = "fit: the-parcel\nreport: {service_level: {reads: 42%}}\n"


def test_a_reading_that_misses_its_target_is_told_at_its_line(tmp_path: Path) -> None:
    fitted = fitted_with(tmp_path, MISSED).script
    assert fitted is not None

    (doubt,) = doubts_of(fitted, None)

    assert doubt.path == ("report", "service_level", "reads")
    assert doubt.says.startswith("Your reading, 42%, misses its target, 80%. Try: ")
    assert told(tmp_path, str(FIT)) == [("W508", FIT.name, 2, 33)]


def test_what_the_journey_has_missed_by_itself_is_not_told_of_a_fit(
    tmp_path: Path,
) -> None:
    journey = write_parcel(tmp_path)
    text = journey.read_text("utf-8").replace("reads: 99%", "reads: 90%")
    put(journey, text)
    put(tmp_path / FIT, MISSED.replace("42%", "91%"))

    files = [each[:2] for each in told(tmp_path, str(FIT))]
    assert files == [("W508", "the-parcel.yaml")]


@pytest.mark.parametrize("wait", ["26m", "1h 59m", "2h"])
def test_a_long_wait_that_somebody_waits_is_not_told(wait: str, tmp_path: Path) -> None:
    fitted_with(tmp_path, LONG.replace("26h", wait))

    assert told(tmp_path, str(FIT)) == []


def test_where_the_journey_itself_has_it_the_author_is_told(tmp_path: Path) -> None:
    fitted_with(tmp_path, "fit: the-parcel\ncompany: {name: Ours}\n")
    put(tmp_path / "scenarios/queue.yaml", QUEUE.replace("26m", "26h"))
    put(
        tmp_path / "journeys/the-parcel.yaml",
        JOURNEY.replace("wait: 5m", "wait: 3h"),
    )

    codes = {
        (code, name) for code, name, _, _ in told(tmp_path, "journeys/the-parcel.yaml")
    }
    assert {each for each in codes if each[0] == "W507"} == {
        ("W507", "queue.yaml"),
        ("W507", "the-parcel.yaml"),
    }


def test_a_doubt_can_be_allowed_where_it_stands(tmp_path: Path) -> None:
    allowed = LONG.replace("}}}\n", "}}}  # check: allow W507 (we have measured it)\n")
    fitted_with(tmp_path, allowed)

    assert told(tmp_path, str(FIT)) == []


def test_a_doubt_names_the_field_and_what_to_try(tmp_path: Path) -> None:
    fitted = fitted_with(tmp_path, LONG).script
    assert fitted is not None

    (doubt,) = doubts_of(fitted, None)

    assert doubt.path == ("stages", "anruf", "wait")
    assert doubt.says.startswith("1 day 2 hours on the telephone, and hardly anybody")
    assert "Try: " in doubt.says


def longwinded(folder: Path) -> Path:
    """The journey with ten short queues, whose waits are one setting."""
    journey = write_parcel(folder)
    holds = "".join(
        f"  line-{n}:\n    kind: hold\n    lasts: <wait>\n    cause: few\n"
        f"    leads: {{answered: {f'line-{n + 1}' if n < 12 else 'line'}, "
        "hung_up: gave_up}\n"
        for n in range(1, 13)
    )
    text = QUEUE.replace("starts: line", "starts: line-1")
    put(folder / "scenarios/queue.yaml", text.replace("causes:\n", f"{holds}causes:\n"))
    put(journey, JOURNEY.replace("wait: 5m", "wait: 10s"))
    return journey


def test_more_waiting_than_a_workshop_has_is_told_in_the_fit_that_makes_it(
    tmp_path: Path,
) -> None:
    journey = longwinded(tmp_path)
    assert "W505" not in {each[0] for each in told(tmp_path, str(journey))}

    put(tmp_path / FIT, LONG.replace("26h", "4m"))

    codes = [each for each in told(tmp_path, str(journey)) if each[0] == "W505"]
    assert codes == [("W505", FIT.name, 2, 1)]


def test_a_fit_is_not_told_of_what_the_journey_has_without_it(tmp_path: Path) -> None:
    journey = longwinded(tmp_path)
    put(journey, JOURNEY.replace("wait: 5m", "wait: 8m"))
    put(tmp_path / FIT, LONG.replace("26h", "7m"))

    codes = [each[:2] for each in told(tmp_path, str(journey)) if each[0] == "W505"]
    assert codes == [("W505", "the-parcel.yaml")]


def test_only_what_is_doubtful_in_fits_is_asked_for(tmp_path: Path) -> None:
    fitted_with(tmp_path, LONG)
    put(tmp_path / "scenarios/letter.yaml", LETTER.replace("kindness", "# kindness"))
    composer = Composer(find_shelf([tmp_path]))
    composer.compose(tmp_path / "journeys/the-parcel.yaml")

    assert [each.code for each in fit_warnings(composer)] == ["W507"]


def test_no_fit_brings_no_doubt(tmp_path: Path) -> None:
    journey = write_parcel(tmp_path)
    composer = Composer(find_shelf([tmp_path]))
    script = composer.compose(journey).script

    assert fit_warnings(composer) == ()
    assert script is not None
    assert doubts_of(script, script) == ()


SAMPLES = Path(__file__).parents[1] / "samples" / "scenarios"


def test_a_chat_that_is_handed_over_after_hours_is_told_too(tmp_path: Path) -> None:
    text = (SAMPLES / "chat-hands-over.yaml").read_text("utf-8")
    put(tmp_path / "scenarios/chat.yaml", text.replace("waits: 4m", "waits: 3h"))

    assert [each[0] for each in told(tmp_path, "scenarios/chat.yaml")] == ["W507"]


def test_texts_that_say_what_a_number_was_are_told(tmp_path: Path) -> None:
    journey = write_parcel(tmp_path)
    letter = LETTER.replace("it will come.", "it will come. We answer 84% at once.")
    put(tmp_path / "scenarios/letter.yaml", letter)
    script = Composer(find_shelf([tmp_path])).compose(journey).script
    assert script is not None
    fields = fields_of(script, Fit(fit="the-parcel"))
    changed = [
        replace(each, typed="91%") if each.path[-1] == "reads" else each
        for each in fields
    ]

    assert still_told(script, fields) == ()
    (doubt,) = still_told(script, changed)
    assert doubt.says.startswith("1 text of the story says 84%, as it was; the first: ")


def test_a_slip_of_the_unit_is_told_while_it_is_typed(tmp_path: Path) -> None:
    script = Composer(find_shelf([tmp_path])).compose(write_parcel(tmp_path)).script
    assert script is not None
    wait = next(
        each
        for each in fields_of(script, Fit(fit="the-parcel"))
        if each.path == ("stages", "anruf", "wait")
    )

    assert wait.doubt == ""
    assert replace(wait, typed="50m").doubt == ""
    assert replace(wait, typed="soon").doubt == ""
    assert replace(wait, typed="26h").doubt == (
        "1 day 2 hours, where the journey has 5 minutes: is it a slip?"
    )
