"""What went wrong, and what lay behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.costs import Met, cost_in_words
from empathy_sim.debrief.phrases import number
from empathy_sim.debrief.waits import union_ms
from empathy_sim.engine import events as e
from empathy_sim.journey.cause import Cause, CauseKind
from empathy_sim.journey.friction import Friction
from empathy_sim.journey.frictions import FRICTIONS


@dataclass(frozen=True, slots=True)
class FrictionFound:
    """One kind of friction, over a session."""

    code: str
    says: str
    """A short clause: `the end of the wait was put off`."""
    times: int
    weight: int
    """1 to 3: how heavily it usually weighs."""
    cost_ms: int
    """Story milliseconds it kept the customer, as far as a log can tell."""
    cost_says: str
    """`in 25 minutes of waiting`; empty where it cost no minutes of its own."""
    dashboard: str
    """What the company's report makes of it."""
    driver: str
    where: tuple[str, ...]
    """Titles of the stages in which it was met."""
    known: tuple[str, ...]
    """What the company knows of it: `three complaints, March`."""
    cut: bool
    """Whether it fell, each time, into waiting that was cut: nobody sat through it."""
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FixFound:
    """What would mend a cause, and who can do it."""

    change: str
    department: str
    yours: bool
    """Whether the leader answers for that department."""
    cost: str
    stages: tuple[str, ...]
    """Ids of the stages that can be played again with the fix."""


@dataclass(frozen=True, slots=True)
class CauseFound:
    """One cause, with everything it did in this session."""

    id: str
    """`scenario/cause`."""
    kind: CauseKind
    department: str
    yours: bool
    """Whether the leader answers for that department."""
    kept_by: str
    """The target that makes it rational."""
    since: str
    """A year, or words; empty where it is not known."""
    why: str
    frontline_says: str
    """Empty where nobody was asked."""
    known: str
    """What is known of it; empty if nothing."""
    fix: FixFound
    frictions: tuple[FrictionFound, ...]
    """Worst first."""
    times: int
    weight: int
    """That of its heaviest friction."""
    cost_ms: int
    """Story milliseconds, no minute counted twice."""
    no_good_option: tuple[str, ...]
    """Titles of stages in which, because of it, no choice would have helped."""


def causes_of(account: Account) -> tuple[CauseFound, ...]:
    """Every cause met, each once, in the order in which they are opened.

    The leader's own departments come first, then what they could mend; then by the
    weight of the heaviest friction, minutes and times.
    """
    groups: dict[str, list[Met]] = {}
    for met in account.met:
        named = _cause_id(account, met.event.cause)
        if named:
            groups.setdefault(named, []).append(met)
    found = (_cause(account, name, mets) for name, mets in groups.items())
    return tuple(sorted(found, key=_order))


def mended_elsewhere(causes: Sequence[CauseFound]) -> str:
    """How many causes somebody else has to mend; empty where there is none."""
    of = len(causes)
    elsewhere = sum(each.fix.department != each.department for each in causes)
    if not of:
        return ""
    if not elsewhere:
        which = "This" if of == 1 else "Each of these"
        return f"{which} can be mended by the department whose target causes it."
    if of == 1:
        where = "Here"
    elif elsewhere == of:
        where = "In both cases" if of == _BOTH else f"In all {number(of)} cases"
    else:
        where = f"In {number(elsewhere)} of {number(of)} cases"
    return (
        f"{where} the department whose target causes it is not the one that can mend "
        "it."
    )


_BOTH = 2


def without_cause(account: Account) -> tuple[FrictionFound, ...]:
    """Frictions behind which nobody has named a cause, worst first."""
    those = [met for met in account.met if not _cause_id(account, met.event.cause)]
    return _frictions(account, those)


def frictions_of(account: Account) -> tuple[FrictionFound, ...]:
    """Every kind of friction met, worst first: by weight, minutes and times."""
    return _frictions(account, account.met)


def _cause_id(account: Account, named: str | None) -> str:
    """`scenario/cause` for `stage/cause`; empty where the script has none such."""
    stage, _, cause = (named or "").partition("/")
    known = account.script.stages.get(stage)
    if known is None or cause not in known.scenario.causes:
        return ""
    return f"{known.scenario.scenario}/{cause}"


def _cause(account: Account, name: str, mets: Sequence[Met]) -> CauseFound:
    stage, _, cause_id = (mets[0].event.cause or "").partition("/")
    cause = account.script.stages[stage].scenario.causes[cause_id]
    words = account.names.words
    stages = dict.fromkeys((met.event.cause or "").partition("/")[0] for met in mets)
    frictions = _frictions(account, mets)
    return CauseFound(
        id=name,
        kind=cause.kind,
        department=cause.department,
        yours=cause.department in account.names.state.departments,
        kept_by=words(cause.kept_by, stage),
        since="" if cause.since is None else words(str(cause.since), stage),
        why=words(cause.why, stage),
        frontline_says=words(cause.frontline_says or "", stage),
        known=words(cause.evidence or "", stage),
        fix=_fix(account, cause, stage, tuple(stages)),
        frictions=frictions,
        times=len(mets),
        weight=max(each.weight for each in frictions),
        cost_ms=union_ms(met.cost for met in mets if met.cost),
        no_good_option=_no_way_out(account, name),
    )


def _fix(
    account: Account, cause: Cause, stage: str, stages: tuple[str, ...]
) -> FixFound:
    fix = cause.fix
    return FixFound(
        change=account.names.words(fix.change, stage),
        department=fix.department,
        yours=fix.department in account.names.state.departments,
        cost=fix.cost,
        stages=stages if fix.sets else (),
    )


def _no_way_out(account: Account, name: str) -> tuple[str, ...]:
    visited = dict.fromkeys(each.place.stage for each in account.log.of(e.StageEntered))
    scenario, _, cause = name.partition("/")
    return tuple(
        account.names.stage(stage)
        for stage in visited
        if stage in account.script.stages
        and account.script.stages[stage].scenario.scenario == scenario
        and account.script.stages[stage].scenario.no_good_option == cause
    )


def _order(cause: CauseFound) -> tuple[bool, bool, int, int, int]:
    mends = not (cause.yours or cause.fix.yours)
    return not cause.yours, mends, -cause.weight, -cause.cost_ms, -cause.times


def _frictions(account: Account, mets: Sequence[Met]) -> tuple[FrictionFound, ...]:
    groups: dict[str, list[Met]] = {}
    for met in mets:
        groups.setdefault(met.event.code, []).append(met)
    found = (_friction(account, code, those) for code, those in groups.items())
    return tuple(
        sorted(found, key=lambda each: (-each.weight, -each.cost_ms, -each.times))
    )


def _friction(account: Account, code: str, mets: Sequence[Met]) -> FrictionFound:
    known = FRICTIONS.get(code) or _unnamed(code)
    where = dict.fromkeys(account.names.stage(met.at.place.stage) for met in mets)
    cost_ms = union_ms(met.cost for met in mets if met.cost)
    return FrictionFound(
        code=code,
        says=known.says,
        times=len(mets),
        weight=known.weight,
        cost_ms=cost_ms,
        cost_says=cost_in_words(code, cost_ms),
        dashboard=known.dashboard,
        driver=known.driver.value,
        where=tuple(each for each in where if each),
        known=_known(account, mets),
        cut=all(met.cut for met in mets),
        evidence=tuple(met.at.seq for met in mets),
    )


def _unnamed(code: str) -> Friction:
    from_code = code.replace("_", " ")
    return replace(FRICTIONS["silence"], says=from_code, waiting=None, weight=1)


def _known(account: Account, mets: Sequence[Met]) -> tuple[str, ...]:
    """What the author wrote as evidence, beside these touchpoints."""
    said: dict[str, None] = {}
    for met in mets:
        noun = account.names.noun(met.at.place)
        text = noun.evidence.get(met.event.code) if noun else None
        if text:
            said[account.names.words(text, met.at.place.stage)] = None
    return tuple(said)
