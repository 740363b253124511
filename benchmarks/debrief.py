"""How fast logs are debriefed, and journeys explored."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.exploring import exploration
from benchmarks.ratios import Comparison, measure, milliseconds, table
from benchmarks.sessions_made import Made, decode, filled_up, made_sessions
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.journey.script import Script

SESSIONS = 1_000
EVENTS = 500_000
"""As many as 1,000 sessions of 500 have; plays are shorter, so there are more."""
SECONDS = 3.0
MEGABYTES = 200
DECODED_A_SECOND = 1_050_000
"""Events whose JSON is read on the machine on which the aim in seconds was set."""
ROUNDS = 3
_KILOBYTE = 1_024


def debrief_all(script: Script, sessions: Sequence[Made]) -> None:
    """Readings, findings and all else that a debrief has, of every session."""
    for each in sessions:
        debrief_of(script, each.log)


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE


def readings() -> bool:
    """Measure and print how fast sessions are debriefed; whether all aims are met."""
    script, made = made_sessions()
    sessions = filled_up(made, EVENTS)
    events = sum(len(each.log) for each in sessions)
    print(
        f"{len(sessions):,} sessions, {len(made)} of them different, {events:,} events"
    )
    aim = SECONDS * DECODED_A_SECOND / EVENTS
    [ratio] = measure(
        [
            Comparison(
                f"readings and findings ({events:,} events)",
                milliseconds(partial(debrief_all, script, sessions)),
                "reading their JSON",
                milliseconds(partial(decode, sessions)),
                aim=aim,
            )
        ],
        ROUNDS,
    )
    print(table([ratio]))
    each = ratio.ours / events * (EVENTS / SESSIONS)
    print(f"a session of {EVENTS // SESSIONS} events: {each:.2f} ms; aim {SECONDS:.2f}")
    used = megabytes()
    print(f"memory at most: {used:.0f} MB; aim {MEGABYTES}")
    return ratio.is_within_aim() and used <= MEGABYTES


PARTS: Sequence[Callable[[], bool]] = (readings, exploration)


def main() -> int:
    """Measure every part and print; 1 where an aim is missed."""
    met = [part() for part in PARTS]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
