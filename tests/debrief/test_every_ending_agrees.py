"""Every face says the same of how it ended."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from itertools import product
from random import Random
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.money import year_of
from empathy_sim.engine import events as e
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import (
    CuriousRobot,
    PlayDidNotEnd,
    RandomRobot,
    Robot,
    WillingRobot,
    moods,
    play_through,
)
from tests.debrief.told_by_hand import SCRIPT, begun
from tests.rehearsal.shipped_scripts import (
    JOURNEYS,
    SCENARIOS,
    shipped_cast,
    shipped_script,
)

PLAYS, ALONE = 90, 20
NOBODY = "Nobody able to help"
PICKED_UP = "Somebody picked up. The story stops there, before it tells whether they could help."
EPISODE = "This is one episode by itself: it stops before it tells an end."
BY_THEN = "Nothing had gone wrong by then."


class Row(NamedTuple):
    """What is said of an outcome, by what came of asking for help."""

    able: str
    """After how long it took to somebody able to help."""
    nobody: str
    in_peace: str
    """Where nothing had gone wrong, though somebody was asked."""
    unasked: str
    contacts: str
    """After the count of contacts."""
    loses: bool
    """Whether a year counts some such customers as lost."""


TABLE = {
    "solved": Row(
        "It was solved.",
        "It was settled without anybody who was able to help.",
        "Nothing went wrong, and nobody was needed. It was solved.",
        "It was solved.",
        "and it was solved.",
        loses=False,
    ),
    "partly": Row(
        "It was solved in part.",
        "Part of it was settled, without anybody who was able to help.",
        f"{BY_THEN} It was solved in part.",
        "It was solved in part.",
        "and it was solved in part.",
        loses=True,
    ),
    "gave_up": Row(
        "The customer gave up.",
        f"{NOBODY} was reached. The customer gave up.",
        f"{BY_THEN} The customer gave up.",
        "The customer gave up.",
        "and it was not solved.",
        loses=True,
    ),
    "locked_out": Row(
        "The customer was locked out.",
        f"{NOBODY} was reached. The customer was locked out.",
        f"{BY_THEN} The customer was locked out.",
        "The customer was locked out.",
        "and it was not solved.",
        loses=True,
    ),
    "still_waiting": Row(
        "The customer is still waiting.",
        f"{NOBODY} was reached. The customer is still waiting.",
        f"{BY_THEN} The customer is still waiting.",
        "The customer is still waiting.",
        "and it was not solved.",
        loses=True,
    ),
    "left": Row(
        "It was left before its end.",
        f"{NOBODY} was reached. It was left before its end.",
        f"{BY_THEN} It was left before its end.",
        "It was left before its end.",
        "and it was left there.",
        loses=False,
    ),
    "stopped": Row(
        EPISODE,
        f"{NOBODY} has been reached where the story stops.",
        f"{BY_THEN} {EPISODE}",
        EPISODE,
        "and the story stops there.",
        loses=False,
    ),
    "open": Row(
        "It is not over: this is as far as it went.",
        f"{NOBODY} has been reached so far. It is not over: this is as far as it went.",
        ("Nothing has gone wrong so far. It is not over: this is as far as it went."),
        "It is not over: this is as far as it went.",
        "and it is not over.",
        loses=False,
    ),
}
STATES = ("able", "nobody", "in_peace", "unasked")


def state_of(account: Account) -> str:
    """What came of asking for help."""
    sought = account.help
    if sought.took_ms is not None:
        return "able"
    if not sought.contacts:
        return "unasked"
    if sought.picked_up:
        return "picked_up"
    return "nobody" if sought.needed else "in_peace"


def end_of(debrief: Debrief) -> str:
    """Its line on the page to forward, without its days."""
    [says] = [told.says for told in debrief.happened if told.head == "In the end"]
    sentences = says.split(". ")
    if "from the first promise" in sentences[-1]:
        sentences[-1] = ""
    return ". ".join(sentences).strip()


def disagreements(script: Script, log: tuple[Event, ...]) -> list[str]:
    """What one face says of an ending, and another does not."""
    account, debrief = Account.of(script, log), debrief_of(script, log)
    state, outcome = state_of(account), debrief.ended.outcome
    row = TABLE[outcome]
    wanted = PICKED_UP if state == "picked_up" else str(getattr(row, state))
    end = end_of(debrief)
    lost = next(
        each for each in year_of(debrief.lived, outcome, {}).lines if each.id == "lost"
    )
    pairs = {each.id: each.lived for each in (*debrief.pairs, *debrief.more_pairs)}
    receipts = {each.id: each.says for each in debrief.receipts}
    helped = [*debrief.headline[:1], receipts.get("help", ""), pairs.get("help", "")]
    found = {
        "the end": end if not end.endswith(wanted) else "",
        "the year": lost.rule if bool(lost.count.high) is not row.loses else "",
        "the contacts": (
            pairs["contacts"]
            if "contacts" in pairs and not pairs["contacts"].endswith(row.contacts)
            else ""
        ),
        "help": " ".join(each for each in helped if _denies(each, state, end)),
    }
    return [
        f"{outcome}, {state}: {face}: {says}" for face, says in found.items() if says
    ]


def _denies(says: str, state: str, end: str) -> bool:
    """Whether somebody is said to have been reached, or nobody, against the end."""
    if says.startswith((NOBODY, "Somebody picked up", "Part of it", "It was settled")):
        return says not in end
    reached = "to reach somebody able" in says or "to somebody able" in says
    return reached and state != "able"


@cache
def plays(name: str) -> tuple[tuple[Event, ...], ...]:
    """What robots of three kinds lived of something shipped."""
    each = PLAYS if name in JOURNEYS else ALONE
    return tuple(_played(name, seed) for seed in range(each))


def _played(name: str, seed: int) -> tuple[Event, ...]:
    random = Random(seed)
    robot: Robot
    match seed % 4:
        case 0:
            robot = WillingRobot(random)
        case 1:
            robot = RandomRobot(random, leaves=0.01)
        case _:
            patience, silence, care = moods(random)
            robot = CuriousRobot(random, patience=patience, silence=silence, care=care)
    play = Playthrough(shipped_script(name), shipped_cast(name))
    play.begin()
    with suppress(PlayDidNotEnd):
        play_through(play, robot, most_moves=400)
    return tuple(play.log)


@pytest.mark.parametrize("name", [*JOURNEYS, *SCENARIOS])
def test_every_face_agrees_on_every_ending_of_what_is_shipped(name: str) -> None:
    script = shipped_script(name)
    wrong = [says for log in plays(name) for says in disagreements(script, log)]

    assert wrong == []


def test_the_plays_come_to_many_endings_and_to_all_that_help_can_come_to() -> None:
    seen = {
        (debrief_of(script, log).ended.outcome, state_of(Account.of(script, log)))
        for name in SCENARIOS  # few moves each, and enough
        for script in [shipped_script(name)]
        for log in plays(name)
    }

    assert {state for _, state in seen} == {*STATES, "picked_up"}
    assert len({outcome for outcome, _ in seen}) >= 5


def by_hand(outcome: str, state: str) -> tuple[Script, tuple[Event, ...]]:
    """A log that came to an outcome, with that of asking for help."""
    log = begun()
    if state != "in_peace":
        log.write(e.FrictionMet, "powerless", None)
    if state != "unasked":
        log.sec(5).write(e.ContactBegan, "phone")
    if state in {"able", "nobody"}:
        log.wait("hold", 600)
        log.sec(605).write(e.WaitEnded, "hold", "answered")
        log.write(e.PersonAnswered, "Dani", able=state == "able")
    match outcome:
        case "open":
            pass
        case "left":
            log.write(e.JourneyLeft)
        case "stopped":
            log.write(e.JourneyEnded, "queue", "partly", "The episode ends here.")
        case _:
            log.write(e.JourneyEnded, outcome, outcome, "It is over.")
    return replace(SCRIPT, alone=outcome == "stopped"), log.log


@pytest.mark.parametrize(("outcome", "state"), [*product(TABLE, STATES)])
def test_every_case_of_the_table_is_said_so(outcome: str, state: str) -> None:
    script, log = by_hand(outcome, state)

    assert state_of(Account.of(script, log)) == state
    assert debrief_of(script, log).ended.outcome == outcome
    assert disagreements(script, log) == []


def test_an_episode_that_has_an_end_of_its_own_is_not_said_to_stop() -> None:
    log = begun()
    log.write(e.JourneyEnded, "partly", "partly", "The episode ends here.")

    assert debrief_of(replace(SCRIPT, alone=True), log.log).ended.outcome == "partly"
