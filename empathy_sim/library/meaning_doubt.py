"""What a file says that cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from empathy_sim.journey.slugs import slug
from empathy_sim.library.meaning_wrong import Wrong, near
from empathy_sim.library.places import Path

_MOST = 300
_LIKE_A_NAME = re.compile(r"[a-z][a-z0-9_-]{1,59}")
_STANDING_ALONE = frozenset(
    {"E301", "E302", "E303", "E307", "E309", "E310", "E311", "E312", "E317", "E332"}
)
"""What is wrong by itself, whatever stands around it."""
_OF_WHOLE = {"E302": "exits", "E305": "endings"}
"""A list without which nobody can tell that a name is unknown."""
_OF_VALUES = frozenset({"E333"})
"""What is wrong with one value beside another."""
_LOCAL = frozenset({"E313", "E314", "E315", "E316", "E336"})
_UNUSED = frozenset({"E325", "E327", "W401"})
WAYS = frozenset({"E321", "E323", "E325", "E326", "E341"})
"""What only they can tell who know every way."""

_USED_IN: Mapping[str, tuple[str, ...]] = {
    "E301": ("settings",),
    "E307": ("causes",),
    "E309": ("promises",),
    "E310": ("facts",),
    "E317": ("settings", "facts", "promises"),
}
"""Where names are declared that may have been meant where an unknown one stands."""


@dataclass(frozen=True)
class Doubt:
    """The parts of a file that were left out, and what may hang on them."""

    lost: Collection[Path] = ()
    """Their paths, as they stand in the file."""
    broken: Collection[Path] = ()
    """What they were parts of, as it stands in what is left: touchpoints, stages."""
    said: frozenset[str] = field(default_factory=frozenset)
    """All that is said in them: texts, keys, names."""
    is_blank: bool = False
    """Whether it may be that somewhere a way leads on, and is not written."""
    unsettled: Collection[Path] = ()
    """The touchpoints in which stands the value of a setting that is not known."""

    def covers(self, at: Path) -> bool:
        """Whether a path lies in something that a part is missing of."""
        return any(at[:size] in self.broken for size in range(1, len(at) + 1))

    def names(self, *section: str | int) -> Collection[str]:
        """What may be declared in a section, but for what is understood of it.

        What was left out lies in it, or stands beside it and may be meant for it.
        """
        size = len(section)
        for path in self.lost:
            beside = len(path) - 1
            if path[:size] == section or section[:beside] == path[:beside]:
                return self.said
        return ()

    def mentions(self, name: str) -> bool:
        """Whether a name may be meant in a part that was left out."""
        if not self.said:
            return False
        return name in self.said or name in self._slugs or bool(near(name, self._named))

    @cached_property
    def _slugs(self) -> Collection[str]:
        return frozenset(slug(text) for text in self.said)

    @cached_property
    def _named(self) -> Collection[str]:
        return tuple(text for text in self.said if _LIKE_A_NAME.fullmatch(text))

    def leaves(self, wrong: Wrong) -> bool:
        """Whether something is wrong, whatever the parts left out may mean."""
        if wrong.code in _STANDING_ALONE:
            return (_OF_WHOLE.get(wrong.code, ""),) not in self.lost
        if wrong.code in _LOCAL:
            return not self.mentions(wrong.name)
        if wrong.code in _OF_VALUES and wrong.at[:2] in self.unsettled:
            return False
        if self.covers(wrong.at) or (self.is_blank and wrong.code in WAYS):
            return False
        return wrong.code not in _UNUSED or not self.mentions(wrong.name)


CERTAIN = Doubt()
"""A file that is understood as a whole."""


def without_echoes(
    wrongs: Iterable[Wrong], doubt: Doubt, *, is_blank: bool
) -> Iterator[Wrong]:
    """What is wrong by itself, and does not follow from something else that is.

    Args:
        wrongs: all that seems wrong in a scenario.
        doubt: what of it is not understood.
        is_blank: whether a way leads to what there is not.
    """
    found = [*islice(wrongs, _MOST)]
    codes = {wrong.code for wrong in found}
    echoes: set[str] = set()
    if is_blank or "E320" in codes:
        echoes |= WAYS
    if "E321" in codes:
        echoes.add("E323")
    if "E323" in codes:
        echoes.add("E325")
    sections = {name for code in codes for name in _USED_IN.get(code, ())}
    for wrong in found:
        is_misspelt = wrong.code == "W401" and wrong.at[-2] in sections
        if wrong.code not in echoes and not is_misspelt and doubt.leaves(wrong):
            yield wrong
