"""What some kinds of touchpoint refer to within themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.hold import Announcement, Estimate, Position
from empathy_sim.journey.touchpoints.menu import Menu
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.library.meaning_call import wrong_call
from empathy_sim.library.meaning_chat import wrong_chat
from empathy_sim.library.meaning_choices import wrong_choices
from empathy_sim.library.meaning_counter import wrong_counter
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_form import wrong_form
from empathy_sim.library.meaning_search import wrong_search
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

LOCAL_NAMES: Mapping[type, tuple[str, ...]] = {
    Announcement: ("estimate", "position"),
    Estimate: ("estimate",),
    Position: ("position",),
}
"""Names that the text of one noun may use beside the declared ones."""


def wrong_in_kind(touchpoint: Touchpoint, at: Path) -> Iterator[Wrong]:
    """What only the rules of its kind can find wrong; nothing for most kinds."""
    yield from wrong_choices(touchpoint, at)
    check = _CHECKS.get(touchpoint.kind)
    if check is not None:
        yield from check(touchpoint, at)


def _wrong_menu(menu: Menu, at: Path) -> Iterator[Wrong]:
    pressed: set[str] = set()
    for index, option in enumerate(menu.options):
        if option.press in pressed and option.when is None:
            says = f"{option.press} is pressed for another option already"
            hint = "press another key, or write when: for one of them"
            yield Wrong("E330", (*at, "options", index, "press"), says, hint)
        pressed.add(option.press)
    if menu.zero and menu.zero.works_after is not None and menu.zero.leads is None:
        says = "0 works in the end, and leads nowhere"
        hint = "write leads: and where to"
        yield Wrong("E320", (*at, "zero"), says, hint, on_key=True)
    leads_on = menu.asks is not None and menu.asks.leads is not None
    if not menu.options and menu.speech is None and not leads_on:
        says = "this menu has neither options nor speech"
        yield Wrong("E320", at, says, "add an option", on_key=True)


def _wrong_notice(notice: Notice, at: Path) -> Iterator[Wrong]:
    if not notice.options and not leads_by(notice, "read"):
        says = "a notice without options needs a way on"
        hint = "write leads: {read: somewhere}, or options"
        yield Wrong("E320", at, says, hint, on_key=True)


def _wrong_days(days: Days, at: Path) -> Iterator[Wrong]:
    for index, arrival in enumerate(days.arrives):
        if arrival.at.after is not None and arrival.at.after > days.lasts:
            yield Wrong(
                "E333",
                (*at, "arrives", index, "at"),
                "this arrives when the days are over already",
                "let it arrive earlier, or let the days last longer",
            )


_CHECKS: Mapping[str, Callable[[Any, Path], Iterator[Wrong]]] = {
    "call": wrong_call,
    "chat": wrong_chat,
    "counter": wrong_counter,
    "days": _wrong_days,
    "form": wrong_form,
    "menu": _wrong_menu,
    "notice": _wrong_notice,
    "search": wrong_search,
}
