"""The kinds of touchpoint that can be written."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

from empathy_sim.journey.touchpoint import Touchpoint

_NAMES: Mapping[str, str] = {
    "call": "Call",
    "chat": "Chat",
    "counter": "Counter",
    "days": "Days",
    "form": "Form",
    "hold": "Hold",
    "menu": "Menu",
    "notice": "Notice",
    "order": "Order",
    "search": "Search",
    "survey": "Survey",
}


class _Kinds(Mapping[str, type[Touchpoint]]):
    """Each kind's noun; imported when it is first asked for, as few are at a time."""

    def __getitem__(self, kind: str) -> type[Touchpoint]:
        name = _NAMES[kind]
        module = importlib.import_module(f"empathy_sim.journey.touchpoints.{kind}")
        noun: type[Touchpoint] = getattr(module, name)
        return noun

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


KINDS: Mapping[str, type[Touchpoint]] = _Kinds()
