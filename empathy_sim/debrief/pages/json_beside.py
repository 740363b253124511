"""What a journey is set beside, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from empathy_sim.debrief.money import Saved, Span
from empathy_sim.debrief.other_end import Desk, OtherEnd
from empathy_sim.debrief.other_ways import OtherWays
from empathy_sim.debrief.pages import json_shape_beside as shape
from empathy_sim.debrief.pages.json_alike import alike, all_alike
from empathy_sim.debrief.pages.subject import Subject


def beside_in_parts(subject: Subject) -> dict[str, Any]:
    """Calls from both ends, and all that is simulated, by the file's field."""
    ways = subject.further.ways
    return {
        "followed": tuple(_followed(subject)),
        "ways": _ways(ways) if ways is not None else None,
        "less": all_alike(shape.LessPart, subject.further.less),
        "calls": tuple(_call(each) for each in subject.debrief.other_ends),
    }


def _followed(subject: Subject) -> Iterator[shape.FollowedPart]:
    for each in subject.followed:
        whole = each.whole
        yield shape.FollowedPart(
            simulated=whole.simulated,
            rule=whole.rule,
            fix=each.fix,
            change=each.change,
            department=each.department,
            was_lived=each.was_lived,
            compared=tuple(
                shape.BesidePart(
                    id=one.measure.id,
                    unit=one.measure.unit,
                    before=one.before,
                    after=one.after,
                )
                for one in whole.compared
            ),
            ended=whole.ended,
            ends=whole.ends,
            gone=whole.gone,
            saved=_saved(each.saved),
        )


def _saved(saved: Saved) -> shape.SavedPart:
    return shape.SavedPart(
        contacts=_both(saved.contacts),
        hours=_both(saved.hours),
        money=_both(saved.money),
    )


def _both(span: Span) -> tuple[int, int]:
    return span.low, span.high


def _ways(ways: OtherWays) -> shape.WaysPart:
    return shape.WaysPart(
        simulated=ways.simulated,
        rule=ways.rule,
        says=ways.says,
        told=all_alike(shape.WayPart, ways.told),
        mattered=ways.mattered,
        no_way_back=ways.no_way_back,
        yours_ms=ways.yours_ms,
        sooner=ways.sooner,
    )


def _call(end: OtherEnd) -> shape.CallPart:
    return shape.CallPart(
        who=end.who,
        where=end.where,
        when=end.when,
        today=end.today,
        lines=tuple(
            shape.LinePart(
                seq=line.seq,
                at_ms=line.at_ms,
                speaker=line.speaker,
                says=line.says,
                tone=line.tone,
                desk=_desk(line.desk),
            )
            for line in end.lines
        ),
    )


def _desk(desk: Desk | None) -> shape.DeskPart | None:
    return None if desk is None else alike(shape.DeskPart, desk)
