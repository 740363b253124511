"""How quick rehearsing is, and how much it keeps."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.plays import JOURNEY, shipped_script
from empathy_sim.library.casting import cast_for
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Plan, rehearse

PLAYS, FEW = 10_000, 1_000
SECONDS = 20
PLAYS_A_SECOND = 500
GROWTH_MIB = 4
_RUN = (
    "import resource, sys\n"
    "from benchmarks.content import rehearsed\n"
    "rehearsed(int(sys.argv[1]))\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
)


def rehearsed(plays: int) -> float:
    """Rehearse the shipped journey; the seconds of processor time it took."""
    script = shipped_script()
    began = time.process_time()
    finished(rehearse(script, cast_for(script, 1), Plan(plays=plays)))
    return time.process_time() - began


def most_memory(plays: int) -> float:
    """The most memory that a process of its own holds for so many plays, in MiB."""
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(plays)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(ran.stdout) / 1_024


def rehearsals() -> bool:
    """Measure rehearsing, and print it; whether all aims are met."""
    explored, whole = rehearsed(0), rehearsed(PLAYS)
    a_second = PLAYS / (whole - explored)
    few, many = most_memory(FEW), most_memory(PLAYS)
    print(f"rehearse {JOURNEY}: everything tried in {explored:.2f} s")
    print(f"  {a_second:,.0f} whole plays a second, aim {PLAYS_A_SECOND}")
    print(f"  {PLAYS:,} plays with all counts in {whole:.1f} s, aim {SECONDS} s")
    print(f"  {many:.0f} MiB for {PLAYS:,} plays, {few:.0f} MiB for {FEW:,}")
    is_flat = many - few <= GROWTH_MIB
    return a_second >= PLAYS_A_SECOND and whole <= SECONDS and is_flat


def main() -> int:
    """Print what was found; 1 where an aim is missed."""
    return 0 if rehearsals() else 1


if __name__ == "__main__":
    sys.exit(main())
