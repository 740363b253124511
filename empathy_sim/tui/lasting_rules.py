"""Style rules that are read once."""

from __future__ import annotations

import re

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

SOURCES = 4_096
"""More than an app has. Textual keeps 64: with one more, it reads all of them anew
whenever a sort of widget is first seen."""
VARIABLE = re.compile(r"\$([\w-]+)")


class LastingRules(Stylesheet):
    """A stylesheet that reads a source again only when what it refers to has changed.

    Textual's reads all sources again for every screen with a file of its own, and for
    every change of a colour.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other values; rules that refer to none of the changed ones are kept."""
        changed = {name for name, _ in self._variables.items() ^ variables.items()}
        if not changed:
            return
        rules = self._parse_cache
        kept = {key: rules[key] for key in rules.keys() if not _refers(key[0], changed)}  # noqa: SIM118
        super().set_variables(variables)
        for key, read in kept.items():
            self._parse_cache[key] = read

    def reparse(self) -> None:
        """Bring the rules up to date; where one is wrong, they stay as they are."""
        self.parse()


def _refers(css: str, changed: set[str]) -> bool:
    return not changed.isdisjoint(VARIABLE.findall(css))
