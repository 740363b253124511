"""Style rules that all hosted apps read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.types import CSSLocation

from empathy_sim.tui.lasting_rules import VARIABLE, LastingRules

SHELF = 16_384
"""Sources that are kept, each once for every set of colours it was read with."""

_SHELF: LRUCache[tuple[Any, ...], list[RuleSet]] = LRUCache(SHELF)


class SharedRules(LastingRules):
    """A stylesheet that takes what another app's has read, where it would read it so.

    Nobody changes rules once they are read.
    """

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (css, read_from, is_default_rules, tie_breaker, scope)
        own = self._parse_cache.get(key)
        if own is not None:
            return own
        shared = (*key, _values(css, self._variables))
        found = _SHELF.get(shared)
        if found is None:
            found = super()._parse_rules(*key)
            _SHELF[shared] = found
        self._parse_cache[key] = found
        return found


def _values(css: str, variables: Mapping[str, str]) -> tuple[str | None, ...]:
    """What a source's variables stand for."""
    return tuple(variables.get(name) for name in _names(css))


@lru_cache(SHELF)
def _names(css: str) -> tuple[str, ...]:
    return tuple(sorted(set(VARIABLE.findall(css))))
