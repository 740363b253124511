"""Style rules, read once for all apps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.types import CSSLocation
from textual.dom import DOMNode

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

    @classmethod
    def replace_rules(
        cls, node: DOMNode, rules: RulesMap, animate: bool = False
    ) -> None:
        """Give a node what is new to it.

        Textual works out all that there is to be set, twice, to see what moves; most
        is never set, and nothing moves without a transition.
        """
        if animate and not _may_move(node, rules):
            had = node.styles.base.get_rules()
            if had == rules:
                return
            for name in had.keys() | rules.keys():
                value = rules.get(name)
                if value is not had.get(name):
                    setattr(node.styles.base, name, value)
            node.notify_style_update()
            return
        super().replace_rules(node, rules, animate=animate)


def _may_move(node: DOMNode, rules: RulesMap) -> bool:
    """Whether a change may take its time, or one that does is under way."""
    return bool(rules.get("transitions")) or bool(node.styles.base.transitions)


def _values(css: str, variables: Mapping[str, str]) -> tuple[str | None, ...]:
    """What a source's variables stand for."""
    return tuple(variables.get(name) for name in _names(css))


@lru_cache(SHELF)
def _names(css: str) -> tuple[str, ...]:
    return tuple(sorted(set(VARIABLE.findall(css))))
