"""What the program's own errors say."""

from __future__ import annotations

import pytest

from empathy_sim.errors import (
    ContentRefused,
    EmpathySimError,
    MoveRefused,
    NotOffered,
    NotSeen,
    NotTaken,
    SessionNotFound,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreTooNew,
    StoreUnwritable,
    Usage,
)


class Wrong:
    """A problem as the errors see it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def as_text(self) -> str:
        return self.text


SENTENCES = [
    (
        ContentRefused(problems=(Wrong("a.yaml:1:1: E101 no"),)),
        "This cannot be played yet: 1 problem.\na.yaml:1:1: E101 no",
    ),
    (
        ContentRefused(problems=(Wrong("one"), Wrong("two"))),
        "This cannot be played yet: 2 problems.\none\ntwo",
    ),
    (MoveRefused(says="The line is dead."), "The line is dead."),
    (
        NotSeen(line=7, step="sees: a kettle", after="press 2", seen=("A b\nc", "d")),
        (
            "Line 7 of the walkthrough was not reached:\n  sees: a kettle\n"
            'Since "press 2" there was\n  | A b\n  | c\n  | d'
        ),
    ),
    (
        NotSeen(line=1, step="does: press 2", after="", seen=()),
        (
            "Line 1 of the walkthrough was not reached:\n  does: press 2\n"
            "Since the beginning there was nothing"
        ),
    ),
    (
        NotOffered(
            line=6,
            step="does: choose Rnig them",
            after="press 2",
            seen=(),
            chosen="Rnig them",
            meant="Ring them",
            offered=("Ring them", "Go home"),
        ),
        (
            'Line 6 of the walkthrough: nothing on offer is called "Rnig them".\n'
            'Did you mean "Ring them"?\n'
            'After "press 2" there was on offer\n  1. Ring them\n  2. Go home'
        ),
    ),
    (
        NotTaken(
            line=6,
            step="does: hang up",
            after="",
            seen=("A page.",),
            says="There is no call to hang up.",
        ),
        (
            "Line 6 of the walkthrough cannot be done there: There is no call to hang "
            "up.\n  does: hang up\nAt the beginning there was\n  | A page."
        ),
    ),
    (
        StoreBusy(holder="a terminal since 10:41"),
        "It is open elsewhere: a terminal since 10:41. Close it there first.",
    ),
    (
        StoreDamaged(session="kettle-1", seq=17, why="a byte has changed"),
        "The record of session kettle-1 is damaged at entry 17: a byte has changed.",
    ),
    (
        StoreDamaged(session="kettle-1", seq=None, why="its script is missing"),
        "The record of session kettle-1 is damaged: its script is missing.",
    ),
    (
        StoreDamaged(session=None, seq=None, why="it is not a record"),
        "The record is damaged: it is not a record.",
    ),
    (
        StoreTooNew(found=9, known=2),
        (
            "A newer version of Empathy Sim wrote this record (format 9; this one "
            "reads up to 2). Nothing was changed. Update the program to open it."
        ),
    ),
    (
        StoreUnwritable(path="sessions", why="the disk is full"),
        "Nothing can be saved in sessions: the disk is full.",
    ),
    (SessionNotFound(wanted="tuesday"), 'No session "tuesday" is recorded here.'),
    (Usage(says="No such journey.", try_="list"), "No such journey.\n  try: list"),
    (Usage(says="No such journey.", try_=""), "No such journey."),
]


@pytest.mark.parametrize(("error", "sentence"), SENTENCES)
def test_an_error_words_its_own_sentence(error: Exception, sentence: str) -> None:
    assert str(error) == sentence


@pytest.mark.parametrize("error", [error for error, _ in SENTENCES])
def test_everything_raised_on_purpose_can_be_caught_at_once(error: Exception) -> None:
    with pytest.raises(EmpathySimError) as caught:
        raise error

    assert caught.value is error


def test_the_store_s_errors_are_one_branch() -> None:
    assert issubclass(SessionNotFound, StoreError)
    assert not issubclass(MoveRefused, StoreError)


def test_a_refused_move_may_name_a_field() -> None:
    assert MoveRefused(says="Not valid.", field="surname").field == "surname"
    assert MoveRefused(says="Not now.").field is None
