"""A journey to begin with, through kinds one names."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from empathy_sim.library.yaml_reader import read_yaml

_ENDS: Mapping[str, str] = {
    "gave_up": "gave_up",
    "left": "gave_up",
    "waited": "gave_up",
    "paid": "solved",
}
"""Where a way out of an example ends the journey; each other one leads on."""
_AT_LAST = "partly"
"""How the journey ends for whoever comes to the end of its last stage."""
_FACTS: Mapping[str, str] = {
    "return_number": "the slip in the kitchen drawer",
    "order_number": "the mail of the day you ordered",
}
"""Where the customer finds a fact of the examples; others they know by heart."""
OPENING, QUIET = "opening", "quiet"
"""Examples beside those of kinds: the first stage, and what lies between others."""
_WORKING = 3
"""One touchpoint of so many should simply work."""
_ASKS = re.compile(r"^ +asks_reaction:.*\n", re.MULTILINE)
_DIGITS: Final = re.compile(r"\d")
_NUMBER: Final = 3
"""From so many digits on, a fact is drawn for each customer."""


def with_rests(kinds: Sequence[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """What each stage is about: the kinds in their order, and what simply works.

    Args:
        kinds: of touchpoints, each as often as it comes.
        texts: the example of each of them.
    """
    about = [OPENING, *kinds]
    held = [each for kind in about for each in _touchpoints(texts[kind])]
    works = sum(not {"cause", "friction"} & each.keys() for each in held)
    lacking = max(0, -((_WORKING * works - len(held)) // (_WORKING - 1)))
    stages = [OPENING]
    for at, kind in enumerate(kinds):
        if at * lacking // len(kinds) < (at + 1) * lacking // len(kinds):
            stages.append(QUIET)
        stages.append(kind)
    return tuple(stages)


def asking_once(kinds: Sequence[str], texts: Mapping[str, str]) -> Mapping[str, str]:
    """The examples, where one of them at most asks how it feels, and that once.

    Two minutes lie between two such questions, and nobody knows how long others take.

    Args:
        kinds: of the stages in their order.
        texts: the example of each of them.
    """
    asks = [kind for kind in kinds if _ASKS.search(texts[kind])]
    keeps = asks[0] if asks and asks.count(asks[0]) == 1 else ""
    return {
        kind: text if kind == keeps else _ASKS.sub("", text)
        for kind, text in texts.items()
    }


def _touchpoints(text: str) -> Sequence[Mapping[str, Any]]:
    return [*_plain(text)["touchpoints"].values()]


class Way:
    """The stages of a journey, one after the other, each about a kind."""

    def __init__(
        self, name: str, stages: Sequence[str], texts: Mapping[str, str]
    ) -> None:
        """The examples that it plays.

        Args:
            name: of the journey, with which those of its scenarios begin.
            stages: what each is about.
            texts: the example about each.
        """
        self._name = name
        self._kinds = stages
        self._plain = {kind: _plain(texts[kind]) for kind in stages}

    def text(self, example: str) -> str:
        """The text of the journey.

        Args:
            example: that of an example, of whose stages nothing is kept.
        """
        for key, block in {
            "minutes": _MINUTES,
            "departments": f"departments: [{', '.join(self._departments)}]\n",
            "predictions": f"{_predictions(self._facts)}\n{_PROMISED}",
            "stages": self._stages,
        }.items():
            example = _with_block(example, key, block)
        example = _within(example, "customer", "holds", self._holds)
        for ending in ("solved", "partly", "gave_up"):
            if ending not in self._endings:
                example = _within(example, "endings", ending, "")
        return example

    @cached_property
    def _names(self) -> Sequence[str]:
        """What the stages are called; a kind that comes again is counted."""
        seen: Counter[str] = Counter()
        names = []
        for kind in self._kinds:
            seen[kind] += 1
            names.append(kind if seen[kind] == 1 else f"{kind}-{seen[kind]}")
        return names

    def _leads(self, at: int, kind: str) -> Mapping[str, str]:
        later = self._names[at + 1 :]
        onward = later[0] if later else f"end.{_AT_LAST}"
        ends = {name: f"end.{ending}" for name, ending in _ENDS.items()}
        return {name: ends.get(name, onward) for name in self._plain[kind]["exits"]}

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(
            where.removeprefix("end.")
            for at, kind in enumerate(self._kinds)
            for where in self._leads(at, kind).values()
            if where.startswith("end.")
        )

    @property
    def _stages(self) -> str:
        return "stages:\n" + "".join(self._stage(at) for at in range(len(self._kinds)))

    def _stage(self, at: int) -> str:
        kind = self._kinds[at]
        leads = ", ".join(f"{k}: {v}" for k, v in self._leads(at, kind).items())
        title = json.dumps(self._plain[kind]["title"], ensure_ascii=False)
        return (
            f"  - stage: {self._names[at]}\n"
            f"    title: {title}\n"
            f"    plays: {self._name}-{kind}\n"
            f"    leads: {{{leads}}}\n"
        )

    @property
    def _departments(self) -> Sequence[str]:
        """Whose the causes and the fixes are, each once."""
        found = [
            department
            for plain in self._plain.values()
            for cause in plain.get("causes", {}).values()
            for department in (cause["department"], cause["fix"]["department"])
        ]
        return [*dict.fromkeys(found)]

    @cached_property
    def _facts(self) -> Mapping[str, str]:
        """What customers are asked for, with what stands in for it."""
        needed: dict[str, str] = {}
        for plain in self._plain.values():
            needed |= plain.get("needs", {}).get("facts", {})
        return needed

    @property
    def _holds(self) -> str:
        lines = "".join(_held(*each) for each in self._facts.items())
        return f"{_KNOWS}  holds:\n{lines}" if lines else ""


_MINUTES = "# minutes: 12      how long it takes; empathy-sim stats reckons it\n"
_HELP = """\
predictions:
  - id: help
    asks: Once your customer asks for help, how many minutes until somebody is able to give it?
    measures: minutes_to_help
    unit: minutes
    most: 120
"""
_KNOWS = "  # What the customer knows and is asked for: # stands for a digit, ? for a letter.\n"
_PROMISED = """\
# What somebody promises on the way; the first message names a day for it.
promises:
  refund: The money for a lamp
"""
_REPEATS = """\
  - id: repeats
    asks: How many times will your customer be asked for the {says}?
    measures: times_asked.{name}
    most: 20
"""


def _predictions(facts: Iterable[str]) -> str:
    asked = _HELP
    for name in [*facts][:1]:
        asked += _REPEATS.format(name=name, says=_said(name).lower())
    return asked


def _plain(text: str) -> Any:
    return read_yaml(text.encode(), "").value


def _said(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _held(name: str, stands_in: str) -> str:
    """A fact that the customer holds, as a line; a number is drawn for each of them."""
    on = f", on: {_FACTS[name]}" if name in _FACTS else ""
    if len(_DIGITS.findall(stands_in)) >= _NUMBER:
        like = _DIGITS.sub("#", stands_in)
        return f'    {name}: {{like: "{like}", says: {_said(name)}{on}}}\n'
    return f"    {name}: {stands_in}\n"


def _with_block(text: str, key: str, block: str) -> str:
    """A text in which another block stands under a key at its left edge."""
    whole = re.compile(rf"^{key}:.*\n(?:(?:[ ].*)?\n)*?(?=\S|\n\S)", re.MULTILINE)
    return whole.sub(lambda _: block, text, count=1)


def _within(text: str, key: str, inner: str, block: str) -> str:
    """A text in which another block stands under a key within a block."""
    before, at, rest = text.partition(f"\n{key}:")
    whole = re.compile(rf"(?:^  #.*\n)?^  {inner}:.*\n(?:    .*\n)*", re.MULTILINE)
    return before + at + whole.sub(lambda _: block, rest, count=1)
