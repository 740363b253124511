"""What can be fitted, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.journey.fit import (
    Fit,
    FitAmount,
    FitNumber,
    Whose,
    check_text,
    counted,
    hundredths,
)
from empathy_sim.journey.scenario import Setting, SettingValue
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import Unreadable, duration, spoken
from empathy_sim.library.advice_waits import MOST_ON_A_LINE
from empathy_sim.library.fit_shapes import check_figure, check_name
from empathy_sim.library.meaning_causes import is_nobody
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_wrong import in_words
from empathy_sim.text.cleaning import offences

Reads = Literal["text", "setting", "count", "money"]
_A_SLIP = 10
"""So many times as long as the journey has it, a wait of hours may be a slip."""
NUMBERS = frozenset({"duration", "count", "share"})
"""The kinds of settings that a form asks for; others change the story itself."""


class Field(Struct, frozen=True):
    """One thing that can be set."""

    path: tuple[str, ...]
    """Where it stands in a fit: `("stages", "holding", "wait")`."""
    section: str
    says: str
    """What it is, in the words of the story."""
    shipped: str
    """As the journey has it; empty where it has none."""
    typed: str
    """As it is set; what the journey has where it is not."""
    reads: Reads
    limit: str = ""
    """Of a text: its key in `LONGEST`."""
    setting: Setting | None = None
    whose: Whose | None = None
    """Whose number it is; None for what is no number."""
    source: str = ""
    was: Whose = "invented"
    """Whose the journey says that it is."""
    example: str = ""
    """How it is written, where nothing is set: `as in 12000`."""

    @property
    def is_set(self) -> bool:
        """Whether it differs from what the journey has, or is said to be somebody's."""
        is_marked = self.whose is not None and self.whose != self.was
        is_marked |= bool(self.source)
        return bool(self.typed.strip()) and (is_marked or self.typed != self.shipped)

    def wrong(self) -> str:
        """What is wrong with it, in a sentence with what to try; empty if nothing."""
        try:
            self._check()
        except Unreadable as refused:
            hint = f" Try: {refused.hint}." if refused.hint else ""
            return f"{refused.says[:1].upper()}{refused.says[1:]}.{hint}"
        return ""

    @property
    def doubt(self) -> str:
        """That a wait may be a slip, told while it is typed; empty if it is none."""
        if self.setting is None or self.setting.is_ != "duration":
            return ""
        try:
            own, typed = duration(self.shipped), duration(self.typed)
        except Unreadable:
            return ""
        if typed <= MOST_ON_A_LINE or typed < _A_SLIP * own:
            return ""
        return f"{spoken(typed)}, where the journey has {spoken(own)}: is it a slip?"

    def _check(self) -> None:
        if not self.is_set:
            return
        _check_clean(self.typed)
        if self.whose == "published":
            _check_clean(self.source)
            if not self.source.strip():
                raise Unreadable(
                    "published, and not said where", "name a report and page"
                )
            check_text("source", self.source)
        _CHECKS[self.reads](self)

    @property
    def in_words(self) -> str:
        """A duration as one says it; anything else as it is typed."""
        if self.setting is None or self.setting.is_ != "duration":
            return self.typed
        try:
            return spoken(duration(self.typed))
        except Unreadable:
            return self.typed


def _check_clean(text: str) -> None:
    for offence in offences(text, most=1):
        raise Unreadable(
            f"there is {offence.why} in it ({offence.number})", "leave it out"
        )
    for name in names_in(text):
        raise Unreadable(f'"<{name}>" stands for nothing here', "write it out")


def _check_words(field: Field) -> None:
    check_text(field.limit, field.typed)
    match field.path:
        case ("report", metric, _):
            check_figure(metric, field.shipped, field.typed)
        case ("departments" | "promises", _) | ("company", "trade"):
            check_name(field.typed)
        case _:
            pass
    if field.path[0] == "departments" and is_nobody(field.typed):
        raise Unreadable("no cause lies with the agent", "name a department")


def _check_setting(field: Field) -> None:
    assert field.setting is not None
    check_value(field.setting, _value(field.setting, field.typed))


_CHECKS: Mapping[Reads, Callable[[Field], object]] = {
    "text": _check_words,
    "setting": _check_setting,
    "count": lambda field: counted(field.typed),
    "money": lambda field: hundredths(field.typed),
}


def _value(setting: Setting, typed: str) -> SettingValue:
    """A setting's value, as a file would say it."""
    if setting.is_ == "count" and typed.isascii() and typed.isdecimal():
        return int(typed)
    return typed


def fields_of(script: Script, fit: Fit) -> tuple[Field, ...]:
    """Everything that a form asks for.

    Args:
        script: the journey as it was written.
        fit: what is set in it so far.
    """
    return (
        *_company(script, fit),
        *_named(script, fit),
        *_report(script, fit),
        *_stages(script, fit),
        *_volumes(fit),
    )


def _company(script: Script, fit: Fit) -> Iterator[Field]:
    for name, says in _COMPANY.items():
        shipped = getattr(script.journey.company, name) or ""
        typed = getattr(fit.company, name) or shipped
        yield Field(
            ("company", name), "The company", says, shipped, typed, "text", name
        )


_COMPANY = {
    "name": "What it is called",
    "trade": "What it sells",
    "site": "The address of its pages",
    "phone": "Its telephone number",
}


def _named(script: Script, fit: Fit) -> Iterator[Field]:
    for each in script.journey.departments:
        says = f"What {in_words(each)} is called"
        yield Field(
            ("departments", each),
            "The departments",
            says,
            in_words(each),
            fit.departments.get(each, in_words(each)),
            "text",
            "department",
        )
    for name, shipped in script.journey.promises.items():
        says = f"What is promised ({in_words(name)})"
        typed = fit.promises.get(name, shipped)
        path = ("promises", name)
        yield Field(path, "The promises", says, shipped, typed, "text", "promise")


def _report(script: Script, fit: Fit) -> Iterator[Field]:
    for line in script.journey.report:
        given = fit.report.get(line.metric)
        says = line.says or in_words(line.metric).capitalize()
        whose = given.whose if given else line.source
        source = (given.source or "") if given else ""
        for part, shipped, held in (
            ("reads", line.reads, given.reads if given else None),
            ("target", line.target, given.target if given else None),
        ):
            yield Field(
                ("report", line.metric, part),
                "The monthly report",
                says if part == "reads" else f"{says}: the target",
                shipped,
                held or shipped,
                "text",
                part,
                whose=whose if part == "reads" else None,
                source=source if part == "reads" else "",
                was=line.source,
            )


def _stages(script: Script, fit: Fit) -> Iterator[Field]:
    for name, stage in script.stages.items():
        for setting, declared in stage.scenario.settings.items():
            if declared.is_ not in NUMBERS:
                continue
            shipped = f"{stage.settings.get(setting, declared.default)}"
            blank = FitNumber(is_=shipped, whose="invented")
            given = fit.stages.get(name, {}).get(setting, blank)
            yield Field(
                ("stages", name, setting),
                f"Waits and promises: {stage.title}",
                declared.about.rstrip("."),
                shipped,
                f"{given.is_}",
                "setting",
                setting=declared,
                whose=given.whose,
                source=given.source or "",
            )


def _volumes(fit: Fit) -> Iterator[Field]:
    asked: tuple[tuple[str, str, Reads, FitAmount | None], ...] = (
        (
            "customers",
            "How many customers a year come this way",
            "count",
            fit.volumes.customers,
        ),
        (
            "contact_cost",
            "What one contact costs you",
            "money",
            fit.volumes.contact_cost,
        ),
        (
            "margin",
            "What a customer brings you in a year (used where one is lost)",
            "money",
            fit.volumes.margin,
        ),
    )
    for name, says, reads, given in asked:
        yield Field(
            ("volumes", name),
            "What a year is reckoned with",
            says,
            "",
            f"{given.is_}" if given else "",
            reads,
            whose=given.whose if given else "yours",
            source=(given.source or "") if given else "",
            example=_EXAMPLES[name],
        )


_EXAMPLES = {
    "customers": "as in 12000",
    "contact_cost": "as in 6.50",
    "margin": "as in 240",
}


def marked(field: Field, typed: str) -> Field:
    """A field with something else typed; a number that is changed is one's own."""
    changed = replace(field, typed=typed)
    if field.whose == "invented" and typed != field.shipped:
        return replace(changed, whose="yours")
    if field.whose == "yours" and typed == field.shipped and field.shipped:
        return replace(changed, whose=field.was)
    return changed


def fitted_value(fields: Iterable[Field], before: Mapping[str, Any]) -> dict[str, Any]:
    """The plain value of a fit.

    Args:
        fields: as they were filled in; nothing is wrong with them.
        before: the plain value of the fit so far; what no field asks for stays.
    """
    value = {key: held for key, held in before.items() if key == "fit"}
    value |= {key: _copied(held) for key, held in before.items() if key != "fit"}
    for field in fields:
        _put(value, field)
    return {key: held for key, held in value.items() if held not in ({}, None)}


def _copied(held: Any) -> Any:
    return {k: _copied(v) for k, v in held.items()} if isinstance(held, dict) else held


def _put(value: dict[str, Any], field: Field) -> None:
    *above, last = field.path
    around = value
    for key in above:
        around = around.setdefault(key, {})
    match field.path:
        case ("report", _, part):
            around.pop(part, None)
            if field.is_set:
                around[part] = field.typed.strip()
            _mark(around, field)
            if part == "target" and field.is_set:
                around.setdefault("whose", "invented")
        case ("company" | "departments" | "promises", _):
            around.pop(last, None)
            if field.is_set:
                around[last] = field.typed.strip()
        case _:
            around.pop(last, None)
            if field.is_set:
                around[last] = {"is": _written(field)}
                _mark(around[last], field)
    _without_empty(value, above)


def _written(field: Field) -> SettingValue:
    typed = field.typed.strip()
    if field.reads == "count":
        return counted(typed)
    return _value(field.setting, typed) if field.setting else typed


def _mark(around: dict[str, Any], field: Field) -> None:
    if field.whose is None:
        return
    around.pop("whose", None)
    around.pop("source", None)
    if field.is_set:
        around["whose"] = field.whose
        if field.whose == "published":
            around["source"] = field.source.strip()


def _without_empty(value: dict[str, Any], path: list[str]) -> None:
    """Take out what holds nothing any more, from the inside to the outside."""
    for end in range(len(path), 0, -1):
        around: dict[str, Any] = value
        for key in path[: end - 1]:
            around = around[key]
        if around[path[end - 1]] == {}:
            del around[path[end - 1]]
