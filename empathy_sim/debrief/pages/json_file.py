"""A debrief as JSON, and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from empathy_sim.debrief.curve import Curve
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.decided import Decisions
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.money import Year
from empathy_sim.debrief.pages import json_shape as shape
from empathy_sim.debrief.pages.json_alike import alike, all_alike
from empathy_sim.debrief.pages.json_beside import beside_in_parts
from empathy_sim.debrief.pages.subject import Subject

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def as_json(subject: Subject) -> str:
    """A whole debrief, as the text of a file; it is the player's own."""
    written = msgspec.json.encode(_file(subject))
    return msgspec.json.format(written, indent=2).decode() + "\n"


def schema_text() -> str:
    """The JSON Schema of it, as it is shipped beside this file."""
    schema: Mapping[str, Any] = {
        "$schema": _DRAFT,
        "title": "A debrief of Empathy Sim, format 1",
        **msgspec.json.schema(shape.DebriefFile),
    }
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"


def _file(subject: Subject) -> shape.DebriefFile:
    debrief = subject.debrief
    curve, decided = debrief.curve, debrief.decisions
    return shape.DebriefFile(
        format=1,
        kind="empathy-sim debrief",
        session=subject.session,
        made=subject.made,
        title=debrief.title,
        company=debrief.company,
        customer=debrief.customer,
        pace=debrief.pace,
        at_stage=debrief.at_stage,
        outcome=debrief.ended.outcome,
        ended=debrief.ended.title,
        headline=debrief.headline,
        lived=_readings(debrief.lived),
        recorded=_readings(debrief.recorded),
        attributions=tuple(_attributions(decided)),
        year=_year(subject.year),
        mended=tuple(_mended(subject)),
        commitment=_commitment(decided),
        answers=decided.words,
        **beside_in_parts(subject),
        **_felt(curve),
        **_told(debrief),
        **_promised(decided),
    )


def _felt(curve: Curve) -> dict[str, Any]:
    """The curve, and what was written with it."""
    return {
        "stages": tuple(_stages(curve)),
        "feelings": tuple(_feelings(curve)),
        "insights": tuple(
            shape.InsightPart(
                seq=each.seq,
                story_ms=each.at.story_ms,
                where=each.where,
                words=each.words,
            )
            for each in curve.insights
        ),
        "mean": (
            shape.MeanPart(pleasant=curve.mean.pleasant, aroused=curve.mean.aroused)
            if curve.mean
            else None
        ),
        "one_word": curve.one_word,
        "service": curve.service,
        "waits": tuple(_waits(curve)),
        "marks": tuple(_marks(curve)),
    }


def _stages(curve: Curve) -> Iterator[shape.StagePart]:
    for band in curve.bands:
        if band.sort == "stage":
            yield shape.StagePart(
                stage=band.place.stage,
                title=band.says,
                began_ms=band.began.story_ms,
                ended_ms=band.ended.story_ms,
            )


def _feelings(curve: Curve) -> Iterator[shape.FeelingPart]:
    for each in curve.points:
        yield shape.FeelingPart(
            seq=each.seq,
            story_ms=each.at.story_ms,
            felt_ms=each.at.felt_ms,
            when=each.at.when,
            where=each.where,
            pleasant=each.pleasant,
            aroused=each.aroused,
            feels=each.feels,
            words=each.words,
            insight=each.aha,
            looking_back=each.afterwards,
        )


def _waits(curve: Curve) -> Iterator[shape.WaitPart]:
    for each in curve.waits:
        yield shape.WaitPart(
            sort=each.sort,
            where=each.where,
            began_ms=each.began.story_ms,
            story_ms=each.story_ms,
            felt_ms=each.felt_ms,
            how=each.how,
        )


def _marks(curve: Curve) -> Iterator[shape.MarkPart]:
    for each in curve.marks:
        yield shape.MarkPart(
            sort=each.sort,
            seq=each.seq,
            story_ms=each.at.story_ms,
            where=each.where,
            code=each.code,
            says=each.says,
            weight=each.weight,
        )


def _readings(readings: Iterable[Reading]) -> tuple[shape.ReadingPart, ...]:
    return tuple(
        shape.ReadingPart(
            id=each.measure.id,
            says=each.measure.says,
            unit=each.measure.unit,
            value=each.value,
            of=each.of,
            finding=each.says,
            definition=each.measure.definition,
            source=each.measure.source,
            time=each.measure.time,
            evidence=each.evidence,
        )
        for each in readings
    )


def _told(debrief: Debrief) -> dict[str, Any]:
    """What is taken over field by field."""
    return {
        "receipts": all_alike(shape.ReceiptPart, debrief.receipts),
        "predictions": all_alike(shape.PredictionPart, debrief.predictions),
        "pairs": all_alike(shape.PairPart, (*debrief.pairs, *debrief.more_pairs)),
        "frictions": all_alike(shape.FrictionPart, debrief.frictions),
        "grounds": all_alike(shape.GroundPart, debrief.grounds),
        "report": tuple(
            shape.ReportPart(
                metric=each.line.metric,
                says=each.line.says or "",
                reads=each.line.reads,
                target=each.line.target,
                verdict=each.verdict,
                light=each.light,
                left_green=each.left_green,
            )
            for each in debrief.report
        ),
        "causes": tuple(_causes(debrief)),
    }


def _causes(debrief: Debrief) -> Iterator[shape.CausePart]:
    for each in debrief.causes:
        yield shape.CausePart(
            id=each.id,
            kind=each.kind,
            department=each.department,
            yours=each.yours,
            kept_by=each.kept_by,
            since=each.since,
            why=each.why,
            frontline_says=each.frontline_says,
            known=each.known,
            fix=each.fix.change,
            fix_department=each.fix.department,
            fix_cost=each.fix.cost,
            frictions=tuple(friction.code for friction in each.frictions),
            times=each.times,
            cost_ms=each.cost_ms,
        )


def _attributions(decided: Decisions) -> Iterator[shape.AttributionPart]:
    for code, each in decided.before.items():
        yield shape.AttributionPart(
            friction=code, asking="before", blames=each.blames, reason=each.reason
        )
    for code, each in decided.after.items():
        yield shape.AttributionPart(
            friction=code, asking="after", blames=each.blames, reason=each.reason
        )


def _year(year: Year) -> shape.YearPart:
    return shape.YearPart(
        figures=tuple(
            shape.FigurePart(id=each.id, value=each.held.value, ground=each.held.ground)
            for each in year.figures
        ),
        lines=tuple(
            shape.YearLinePart(
                id=each.id,
                low=each.count.low,
                high=each.count.high,
                money_low=each.money.low if each.money else None,
                money_high=each.money.high if each.money else None,
                rule=each.rule,
            )
            for each in year.lines
        ),
        money_low=year.total.low,
        money_high=year.total.high,
        assumed=year.assumed,
    )


def _mended(subject: Subject) -> Iterator[shape.MendedPart]:
    for each in subject.mended:
        yield shape.MendedPart(
            fix=each.fix,
            stage=each.stage,
            change=each.change,
            department=each.department,
            compared=tuple(
                shape.ComparedPart(
                    id=one.measure.id,
                    unit=one.measure.unit,
                    before=one.before,
                    after=one.after,
                )
                for one in each.compared
            ),
        )


def _commitment(decided: Decisions) -> shape.CommitmentPart | None:
    held = decided.commitment
    return alike(shape.CommitmentPart, held) if held else None


def _promised(decided: Decisions) -> dict[str, Any]:
    taken, goal = decided.assignment, decided.goal
    return {
        "assignment": alike(shape.AssignmentPart, taken) if taken else None,
        "goal": alike(shape.GoalPart, goal) if goal else None,
        "returned": all_alike(shape.ReturnedPart, decided.returned.values()),
    }
