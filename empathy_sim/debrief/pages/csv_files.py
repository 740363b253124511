"""A session as tables, with a code book."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.pages.csv_columns import (
    EVENTS,
    SESSION,
    Column,
    measured_columns,
    predicted_columns,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.engine.events import Event
from empathy_sim.text.sinks import for_cell

Cell = str | int | float | None
Row = Sequence[Cell]
_OWN_COLUMNS = {
    *("friction", "cause", "pleasant", "aroused", "aha", "words", "promise"),
}
"""Fields of events that have a column of their own."""
_FRICTION = "FrictionMet"
_TOO_LONG = "log"
"""A stage that was lived again, whole: more than a cell of a spreadsheet holds."""
_LEFT_OUT = {"story_ms", "felt_ms", _TOO_LONG}


def as_csv(subject: Subject, log: tuple[Event, ...]) -> Mapping[str, str]:
    """Three files by their names: events, one row of the session, a code book.

    They have what was felt and written: they are the player's own.

    Args:
        subject: the session.
        log: every event of it from the first.
    """
    session = dict(_session(subject))
    return {
        "events.csv": _table(
            [column.name for column in EVENTS],
            (_event(subject.session, each) for each in Log(log)),
        ),
        "sessions.csv": _table(list(session), [list(session.values())]),
        "code-book.csv": _table(
            ("table", "column", "means", "unit", "rule", "source"), _book(subject)
        ),
    }


def _table(heads: Sequence[str], rows: Iterable[Row]) -> str:
    """A table as spreadsheets read it; text is quoted, numbers are not."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([for_cell(head) for head in heads])
    for row in rows:
        writer.writerow([_cell(each) for each in row])
    return written.getvalue()


def _cell(value: Cell) -> Cell:
    match value:
        case str():
            return for_cell(value)
        case None:
            return ""
        case bool():
            return int(value)
        case _:
            return value


def _event(session: str, each: Placed) -> Row:
    kind, place = type(each.event).__name__, each.place
    fields = msgspec.to_builtins(each.event)
    friction = fields.pop("code", None) if kind == _FRICTION else None
    own = {"friction": friction} | {
        name: fields.pop(name) for name in _OWN_COLUMNS if name in fields
    }
    rest = {name: held for name, held in fields.items() if name not in _LEFT_OUT}
    known: Mapping[str, Cell] = {
        "session": session,
        "seq": each.seq,
        "event": kind,
        "story_ms": each.story_ms,
        "felt_ms": each.felt_ms,
        "stage": place.stage,
        "touchpoint": place.touchpoint,
        "kind": place.kind,
        "visit": place.visit,
        "details": msgspec.json.encode(rest, order="sorted").decode(),
        **own,
    }
    return [known.get(column.name) for column in EVENTS]


def _session(subject: Subject) -> Iterator[tuple[str, Cell]]:
    debrief, curve = subject.debrief, subject.debrief.curve
    known: Mapping[str, Cell] = {
        "session": subject.session,
        "written": subject.made,
        "journey": debrief.title,
        "company": debrief.company,
        "pace": debrief.pace,
        "at_stage": debrief.at_stage,
        "outcome": debrief.ended.outcome,
        "marks": len(curve.points),
        "pleasant_worst": curve.worst.pleasant if curve.worst else None,
        "pleasant_end": curve.end.pleasant if curve.end else None,
        "pleasant_mean": curve.mean.pleasant if curve.mean else None,
        "aroused_mean": curve.mean.aroused if curve.mean else None,
        "frictions": sum(each.times for each in debrief.frictions),
        "causes": len(debrief.causes),
        "report_lines": len(debrief.report),
        "report_lines_green": sum(each.left_green for each in debrief.report),
    }
    yield from ((column.name, known[column.name]) for column in SESSION)
    for each in debrief.predictions:
        yield f"predicted.{each.id}", each.guessed
        yield f"gap.{each.id}", each.gap
    yield from _measured("lived", debrief.lived)
    yield from _measured("recorded", debrief.recorded)


def _measured(side: str, readings: Iterable[Reading]) -> Iterator[tuple[str, Cell]]:
    for each in readings:
        yield f"{side}.{each.measure.id}", each.value
        if each.of is not None:
            yield f"{side}.{each.measure.id}.of", each.of


def _book(subject: Subject) -> Iterator[Row]:
    debrief = subject.debrief
    columns: Iterable[tuple[str, Column]] = (
        *(("events", each) for each in EVENTS),
        *(("sessions", each) for each in SESSION),
        *(("sessions", each) for each in predicted_columns(debrief.predictions)),
        *(("sessions", each) for each in measured_columns("lived", debrief.lived)),
        *(
            ("sessions", each)
            for each in measured_columns("recorded", debrief.recorded)
        ),
    )
    for table, column in columns:
        yield (
            *(table, column.name, column.means),
            *(column.unit, column.rule, column.source),
        )
