"""A stage lived again, with something mended."""

from __future__ import annotations

import json
from collections.abc import Sequence

from empathy_sim.engine.again import entered_after, entering, stage_alone
from empathy_sim.engine.events import Event, LivedAgain, StageLeft
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.resolutions import LiveAgain
from empathy_sim.engine.state import before
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.session.clock import Clock
from empathy_sim.session.session import Session
from empathy_sim.session.spelling import event_of, row_of
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import NewSession, StoredRow

_NAME = "again"


class StageAgain:
    """One stage, lived once more in memory; the record learns of it when it is over.

    It begins exactly where the participant entered the stage: the same instant, facts,
    promises and resources. It is over when the stage is left.
    """

    def __init__(  # noqa: PLR0913
        self,
        script: Script,
        log: Sequence[Event],
        fixes: Fixes,
        *,
        fix: str,
        stage: str,
        clock: Clock,
        stall_ms: int | None = None,
    ) -> None:
        """Enter the stage again.

        Args:
            script: what was played.
            log: what happened.
            fixes: what the script's fixes make of its stages.
            fix: which of them, as `scenario/cause`.
            stage: the stage's id.
            clock: by which it is lived.
            stall_ms: felt milliseconds without a look after which nobody is there.

        Raises:
            MoveRefused: the stage was never entered, or the fix does not reach it.
        """
        after = entered_after(log, stage, fix.partition("/")[2])
        if after is None or stage not in fixes.reaches(fix):
            raise MoveRefused(says="That stage cannot be lived again with this.")
        self.fix, self.stage, self.after = fix, stage, after
        mended = stage_alone(fixes.applied(script, fix), stage)
        known = (*log[:after],)
        state = fold(before(mended), known)
        known = (*known, *entering(state, stage))
        store = MemoryStore()
        store.begin(_new())
        rows = [row_of(event, at, "") for at, event in enumerate(known, 1)]
        store.append(_NAME, rows, phase="playing", summary={})
        self.session = Session(
            _NAME,
            mended,
            known,
            store=store,
            clock=clock,
            lease=store.lease(_NAME),
            stall_ms=stall_ms,
        )
        self.session.take_up()

    @property
    def is_over(self) -> bool:
        """Whether the stage has been left."""
        return self.session.state.phase != "playing"

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened in it, without the end that is put to it."""
        lived = self.session.log[self.after :]
        left = [at for at, each in enumerate(lived, 1) if isinstance(each, StageLeft)]
        return tuple(lived[: left[0]] if left else lived)

    def told(self) -> LiveAgain:
        """The move by which the record learns of it; nobody's words are in it."""
        rows = [row_of(event, at, "") for at, event in enumerate(self.events, 1)]
        told = [
            [row.kind, row.v, row.story_ms, row.felt_ms, json.loads(row.body)]
            for row in rows
        ]
        text = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
        return LiveAgain(self.fix, self.stage, self.after, text)


def _new() -> NewSession:
    return NewSession(
        session=_NAME, script_digest="", script_json="{}", title="", started_utc=""
    )


def events_again(lived: LivedAgain) -> tuple[Event, ...]:
    """What happened when a stage was lived again; empty where it cannot be read."""
    try:
        told = json.loads(lived.log)
    except ValueError:
        return ()
    return tuple(_event(*each) for each in told)


def _event(kind: str, v: int, story_ms: int, felt_ms: int, body: object) -> Event:
    return event_of(
        StoredRow(
            seq=1,
            kind=kind,
            v=v,
            story_ms=story_ms,
            felt_ms=felt_ms,
            wall_utc="",
            body=json.dumps(body, ensure_ascii=False),
            words={},
            prev_hash="",
            hash="",
        )
    )
