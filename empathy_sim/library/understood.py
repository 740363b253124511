"""As much of a file as can be understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from msgspec import structs

from empathy_sim.journey.journey import Journey
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import END
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path
from empathy_sim.library.placing import placed
from empathy_sim.library.problems import Problem
from empathy_sim.library.pruning import STAND_INS, Left, pruned
from empathy_sim.library.reading import Written, shaped
from empathy_sim.library.reading_settings import Declared
from empathy_sim.library.reading_texts import followed, texts_in

T = TypeVar("T", Journey, Scenario)

_ROUNDS = 12
_MOST = 40
"""With more problems than so many, nobody can tell what a file means."""
_WAY = re.compile(r'"(leads|then)"')
_WAYS = frozenset(
    [
        "leads",
        "then",
        "options",
        "actions",
        "links",
        "buttons",
        "replies",
        "turns",
        "intents",
        "touchpoints",
    ]
)

_OF_MANY = frozenset(
    ["touchpoints", "causes", "settings", "stages", "endings", "promises", "needs"]
)


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """A file, with what is made of it."""

    written: Written
    """The file as it is, with what is wrong in its shape."""
    noun: T | None
    """What it means; where its shape is wrong, as far as it can be understood."""
    left: Written
    """What of the file was made into that, with its places."""
    doubt: Doubt

    def told(self, wrongs: Iterable[Wrong]) -> Written:
        """The file with all that is wrong in it, each mistake once.

        Args:
            wrongs: what is wrong with its meaning, as far as it is understood.
        """
        here = replace(self.written, places=self.left.places)
        return replace(self.written, problems=placed(here, wrongs))


def understood(written: Written, noun: type[T]) -> Understood[T]:
    """What a file means by its words, or what it means without what cannot be read.

    Args:
        written: a file of that kind.
        noun: what it is to be.
    """
    declared = Declared.of(written.value)
    made, checked = shaped(written, noun, declared.values)
    found = checked.problems[len(written.problems) :]
    unsettled = _hanging_on(declared.doubtful, written.value)
    if made is not None or written.value is None:
        sure = replace(CERTAIN, unsettled=unsettled) if unsettled else CERTAIN
        return Understood(checked, made, checked, sure)
    settings, found = _by_default(written, noun, declared, found)
    made, left = _rest(written, noun, settings)
    told = _without_echoes(found, written, declared)
    doubt = replace(_doubt(written, left, told), unsettled=unsettled)
    return Understood(written.with_problems(*told), made, left.written, doubt)


def _hanging_on(settings: Collection[str], value: Any) -> Collection[Path]:
    """The touchpoints in which stands the value of one of some settings."""
    marks = frozenset(f"<{name}>" for name in settings)
    touchpoints = value.get("touchpoints") if marks else None
    if not isinstance(touchpoints, dict):
        return ()
    return [
        ("touchpoints", name)
        for name, each in touchpoints.items()
        if any(text in marks for text in texts_in(each))
    ]


def _rest(
    written: Written, noun: type[T], settings: Mapping[str, SettingValue]
) -> tuple[T | None, Left]:
    """Leave out what has no shape, again and again, until the rest has one."""
    left = Left.of(replace(written, problems=()))
    for _ in range(_ROUNDS):
        made, checked = shaped(left.written, noun, settings)
        if made is not None or len(checked.problems) > _MOST:
            return made, left
        left = pruned(left, checked.problems, STAND_INS[noun.__name__])
        if left.written.value is None:
            break
    return None, left


def _by_default(
    written: Written, noun: type[T], declared: Declared, found: tuple[Problem, ...]
) -> tuple[Mapping[str, SettingValue], tuple[Problem, ...]]:
    """Move to a setting's default what is wrong only with that, and not with its use.

    Returns:
        The settings, with others in place of those, and all problems.
    """
    uses = {problem: _setting_at(problem, written) for problem in found}
    used = {name for name in uses.values() if name in declared.values}
    if not used:
        return declared.values, found
    settings = {**declared.values, **{name: declared.other(name) for name in used}}
    _, again = shaped(written, noun, settings)
    still = {(each.line, each.column) for each in again.problems}
    moved: list[Problem] = []
    for problem, name in uses.items():
        if name in used and (problem.line, problem.column) not in still:
            moved.append(_at_default(problem, name, written))
        else:
            moved.append(problem)
    return settings, tuple(dict.fromkeys(moved))


def _at_default(problem: Problem, name: str, written: Written) -> Problem:
    place = written.places.value(("settings", name, "default"))
    return structs.replace(
        problem, line=place.line, column=place.column, length=place.length
    )


def _setting_at(problem: Problem, written: Written) -> str:
    """The setting that stands where a problem is; empty if none does."""
    values, _ = written.places.at(problem.line, problem.column)
    for path in values:
        match followed(written.value, path):
            case str() as text if (names := names_in(text)) and text == f"<{names[0]}>":
                return names[0]
            case _:
                pass
    return ""


def _without_echoes(
    found: tuple[Problem, ...], written: Written, declared: Declared
) -> tuple[Problem, ...]:
    """Leave out what is wrong only because a setting, or a key, is not as it should be."""
    told = [
        problem
        for problem in found
        if _setting_at(problem, written) not in declared.doubtful
    ]
    around = {
        path[:-1]
        for problem in told
        if problem.code == "E201"
        for path in written.places.at(problem.line, problem.column)[1]
    }
    if any(each.code == "E201" and each.hint == "settings" for each in told):
        told = [each for each in told if each.code != "E301"]
    return tuple(
        problem
        for problem in told
        if problem.code not in {"E202", "E206"}
        or not around.intersection(_containers(problem, written))
    )


def _containers(problem: Problem, written: Written) -> Collection[Path]:
    """The mappings that may be meant where a key is missing."""
    values, _ = written.places.at(problem.line, problem.column)
    return [path for path in values if isinstance(followed(written.value, path), dict)]


def _doubt(written: Written, left: Left, told: Collection[Problem]) -> Doubt:
    lost = tuple(left.lost)
    said = {"", *_said_in_all(lost, written)}
    is_blank = any(
        each.code in {"E202", "E206"} and _WAY.search(each.says) for each in told
    ) or any(_loses_a_way(path, _at(written.value, path)) for path in lost)
    broken = [path for path, was in left.origin.items() if _lacks(path, was, lost)]
    return Doubt(lost, frozenset(broken), frozenset(said), is_blank)


def _lacks(path: Path, was: Path, lost: Collection[Path]) -> bool:
    """Whether a part was left out of one thing: a touchpoint, a stage, the customer."""
    match path:
        case (str(section),):
            is_one = section not in _OF_MANY
            return is_one and any(each[:-1] == was for each in lost)
        case (_, _):
            return any(each[:2] == was and len(each) > len(was) for each in lost)
        case _:
            return False


def _said_in_all(lost: Collection[Path], written: Written) -> Iterator[str]:
    for path in lost:
        for text in _said(path, _at(written.value, path)):
            yield text
            yield text.removeprefix(END)


def _at(value: Any, path: Path) -> Any:
    """What stands at a path; None if nothing does."""
    for part in path:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int) and part < len(value):
                value = value[part]
            case _:
                return None
    return value


def _loses_a_way(path: Path, value: object) -> bool:
    """Whether a way stood where something else stands now."""
    parts = path[-2:]
    is_way = any(part in _WAYS for part in parts)
    return is_way and not isinstance(value, dict | list)


def _said(path: Path, value: Any) -> Iterator[str]:
    """Every text and key of a part, and the names in its texts."""
    yield from (part for part in path[-1:] if isinstance(part, str))
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
                yield from names_in(text)
            case dict() as mapping:
                yield from mapping
                waiting.extend(mapping.values())
            case list() as items:
                waiting.extend(items)
            case _:
                pass
