"""Every walkthrough can be walked to its ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.errors import NotSeen, NotTaken
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import Shelf, find_shelf
from empathy_sim.library.walkthroughs import read_walkthrough
from empathy_sim.line.walkthrough import walk
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore

REPOSITORY = Path(__file__).parents[2]
SHIPPED = REPOSITORY / "journeys" / "walkthroughs" / "the-birthday-kettle.yaml"
OTHERS = [each for each in sorted(SHIPPED.parent.glob("*.yaml")) if each != SHIPPED]
FILES = [SHIPPED, *sorted(Path(__file__).parent.glob("*.yaml")), *OTHERS]

DECIDING = Path(__file__).parent / "deciding-on-monday.yaml"

Walked = tuple[Session, list[str]]
Walk = Callable[[Walkthrough], Walked]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return find_shelf([REPOSITORY])


@pytest.fixture
def walked(shelf: Shelf) -> Walk:
    """Plays a walkthrough; gives the session and all that was written."""

    def play(walkthrough: Walkthrough) -> Walked:
        script = compose_journey(shelf.file_of(walkthrough.plays), shelf).script
        assert script is not None
        clock = ManualClock()
        session = Session.begin(
            script,
            cast_for(script, walkthrough.seed),
            store=MemoryStore(),
            clock=clock,
        )
        written: list[str] = []
        walk(walkthrough, session, clock, lambda line: written.append(line.written()))
        return session, written

    return play


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_walkthrough_comes_to_its_ending(file: Path, walked: Walk) -> None:
    walkthrough = read_walkthrough(file)

    session, _ = walked(walkthrough)

    assert session.state.phase == "closed"
    assert session.state.ending == walkthrough.ends


def test_the_shipped_one_marks_feelings_on_the_way_and_takes_the_whole_way(
    walked: Walk,
) -> None:
    session, _ = walked(read_walkthrough(SHIPPED))

    marks = [event for event in session.log if isinstance(event, e.ReactionRecorded)]
    stages = [event.stage for event in session.log if isinstance(event, e.StageEntered)]
    assert len(marks) >= 8
    assert any(mark.aha for mark in marks)
    assert stages == [*list(session.script.stages)[:9], "rated-solved"]


def test_a_walkthrough_goes_on_through_the_debrief(walked: Walk) -> None:
    session, written = walked(read_walkthrough(DECIDING))

    assert [x.blames for x in session.log if isinstance(x, e.Attributed)] == ["policy"]
    assert [x.wanted for x in session.log if isinstance(x, e.GoalShared)] == ["none"]
    assert [x.due for x in session.log if isinstance(x, e.Committed)] == ["2026-01-31"]
    assert "== The same journey with less ==" in "\n".join(written)


def test_what_a_debrief_never_says_is_missed(walked: Walk) -> None:
    walkthrough = read_walkthrough(DECIDING)
    never = Step("sees", "a red kettle", 99)

    with pytest.raises(NotSeen) as caught:
        walked(replace(walkthrough, steps=(*walkthrough.steps, never)))

    assert "sees: a red kettle" in str(caught.value)


def test_every_move_of_a_walkthrough_is_taken(walked: Walk) -> None:
    """A refused step would only be noticed later, if at all."""
    for file in FILES:
        walkthrough = read_walkthrough(file)
        does = [step.text for step in walkthrough.steps if step.kind == "does"]

        _, written = walked(walkthrough)

        echoes = [at for at, line in enumerate(written) if line.startswith("> ")]
        after = [written[at + 1] for at in echoes if at + 1 < len(written)]
        assert len(echoes) >= len(does)
        refused = [
            line for line in after if " or help" in line or "Nobody hears" in line
        ]
        assert refused == []
        pages = [line for line in written if "(On this page: " in line]
        assert [line for line in pages if "?." in line or ".." in line] == []


def lost(walkthrough: Walkthrough, step: Step) -> Walkthrough:
    return replace(walkthrough, steps=(*walkthrough.steps[:2], step))


def test_one_that_is_lost_says_where_and_what_came_instead(walked: Walk) -> None:
    walkthrough = lost(read_walkthrough(FILES[1]), Step("sees", "a red kettle", 77))

    with pytest.raises(NotSeen) as caught:
        walked(walkthrough)

    said = str(caught.value)
    assert "Line 77 of the walkthrough was not reached:\n  sees: a red kettle" in said
    assert 'Since "choose Order the kettle, and the cosy with it" there was' in said
    assert "  | Wrapping:" in said


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("hang up", "There is no call to hang up."),
        ("press 4", "Type a number from 1 to 2"),
        ("resume", "clock is running"),
    ],
)
def test_a_step_that_is_refused_says_so_and_what_was_there(
    does: str, says: str, walked: Walk
) -> None:
    walkthrough = lost(read_walkthrough(FILES[1]), Step("does", does, 78))

    with pytest.raises(NotTaken) as caught:
        walked(walkthrough)

    said = str(caught.value)
    assert said.startswith("Line 78 of the walkthrough cannot be done there: ")
    assert says in said
    assert f"  does: {does}\n" in said
    assert 'After "choose Order the kettle, and the cosy with it" there was' in said
    assert "  | Wrapping:" in said
