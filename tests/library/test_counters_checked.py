"""A counter is checked before anybody waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.library.compose import compose_scenario

SAMPLES = Path(__file__).parents[1] / "samples" / "scenarios"


def problems(tmp_path: Path, sample: str, was: str, now: str) -> list[tuple[str, str]]:
    """The problems of a sample in which something is written otherwise."""
    text = (SAMPLES / f"{sample}.yaml").read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / f"{sample}.yaml"
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    return [(each.code, each.says) for each in compose_scenario(file).problems]


WRONG = {
    "a number with more before it than there are": (
        "counter-that-works",
        "ahead: 2",
        "ahead: 42",
        "E213",
    ),
    "a hall without tickets": (
        "counter-that-works",
        "kind: counter",
        "kind: counter\n    looks_like: home",
        "E213",
    ),
    "a home with tickets and no visit": (
        "counter-stops-rise",
        "looks_like: home",
        "looks_like: hall",
        "E213",
    ),
    "hours that close before they open": (
        "counter-stops-rise",
        "closes: 18:00",
        "closes: 7:00",
        "E213",
    ),
    "a ticket that is not on the machine": (
        "counter-sends-on",
        "to: contracts",
        "to: contract",
        "E315",
    ),
    "tickets that send to each other": (
        "counter-sends-on",
        "says: Contracts, lasts: 25m,",
        'says: Contracts, lasts: 25m, sends: {to: repairs-and-returns, says: "C."},',
        "E326",
    ),
    "two tickets of one name": (
        "counter-sends-on",
        "id: contracts",
        "id: repairs-and-returns",
        "E330",
    ),
    "a thing to do that has a ticket's name": (
        "counter-number-passed",
        "says: Fetch a coffee,",
        "says: Fetch a coffee, id: repairs-and-returns,",
        "E330",
    ),
    "a choice that every counter keeps": (
        "counter-number-passed",
        "says: Fetch a coffee,",
        "says: Fetch a coffee, id: stay,",
        "E331",
    ),
    "a call after one's own": (
        "counter-others-first",
        "at: 70%",
        "at: 20m",
        "E333",
    ),
    "a message after the bell": ("counter-stops-rise", "at: 90%", "at: 6h", "E333"),
    "a turn that is there for a second": (
        "counter-number-passed",
        "answers_within: 30s",
        "answers_within: 1s",
        "E213",
    ),
    "a way that is not an exit": (
        "counter-that-works",
        "missed: gone",
        "mised: gone",
        "E306",
    ),
    "a wait that can be come back to for ever": (
        "counter-number-passed",
        "    at_most: {visits: 3, then: gone}\n",
        "",
        "E341",
    ),
    "a day off that nobody has": (
        "counter-card-at-home",
        "day_off: day_off",
        "day_off: holiday",
        "E311",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_it_is_found_and_named(tmp_path: Path, what: str) -> None:
    sample, was, now, code = WRONG[what]

    assert code in [each for each, _ in problems(tmp_path, sample, was, now)]


@pytest.mark.parametrize(
    "file", sorted(SAMPLES.glob("counter-*.yaml")), ids=lambda file: file.stem
)
def test_every_sample_of_a_counter_is_without_a_problem(file: Path) -> None:
    assert compose_scenario(file).problems == ()


@pytest.mark.parametrize(
    ("beside", "is_missing"), [("", True), (", cause: rounds", False)]
)
def test_a_message_with_a_cause_of_its_own_needs_none_of_the_touchpoint(
    tmp_path: Path, beside: str, is_missing: bool
) -> None:
    text = (SAMPLES / "counter-stops-rise.yaml").read_text(encoding="utf-8")
    text = text.replace("    cause: rounds\n", "").replace(
        "stops: 7", f"stops: 7{beside}"
    )
    file = tmp_path / "counter-stops-rise.yaml"
    file.write_text(text, encoding="utf-8")

    found = compose_scenario(file).problems
    (uncaused,) = [each.says for each in found if each.code == "E328"]

    assert ("stops_rose" in uncaused) is is_missing
    assert "window_passed" in uncaused
