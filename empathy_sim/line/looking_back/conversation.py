"""The whole debrief, talked through in order."""

from __future__ import annotations

from empathy_sim.line.looking_back.behind import behind
from empathy_sim.line.looking_back.felt import felt
from empathy_sim.line.looking_back.mended import mended
from empathy_sim.line.looking_back.monday import monday
from empathy_sim.line.looking_back.more import more
from empathy_sim.line.looking_back.recorded import recorded
from empathy_sim.line.looking_back.table import Table, Talk


def conversation(table: Table) -> Talk[None]:
    """Five parts, and more; Enter passes everything over.

    Args:
        table: over which it is held; what is decided goes into its session's log.
    """
    yield from felt(table)
    yield from recorded(table)
    yield from behind(table)
    yield from mended(table)
    yield from monday(table)
    yield from more(table)
