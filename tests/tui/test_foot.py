"""The foot is made anew for other keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.widgets.foot import Foot


class Footed(GuardedApp[None]):
    """An app with a key that comes and goes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "one", "First"),
        Binding("b", "two", "Second"),
    ]
    may = True

    def compose(self) -> ComposeResult:
        yield Static("a page")
        yield Foot(show_command_palette=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.may if action == "two" else super().check_action(action, parameters)


class Whole(Footed):
    """The same with the key of the palette."""

    def compose(self) -> ComposeResult:
        yield Foot()


def keys(app: Footed) -> list[str]:
    return [str(getattr(each, "description", "")) for each in app.query("FooterKey")]


async def test_what_is_the_same_is_not_made_again() -> None:
    app = Footed()
    async with app.run_test() as pilot:
        await pilot.pause()
        before = list(app.query("FooterKey"))
        app.refresh_bindings()
        await pilot.pause()

        assert {"First", "Second"} <= set(keys(app))
        assert list(app.query("FooterKey")) == before


async def test_a_key_that_goes_is_shown_no_more_and_one_that_comes_is() -> None:
    app = Footed()
    async with app.run_test() as pilot:
        await pilot.pause()
        for may in (False, True):
            app.may = may
            app.refresh_bindings()
            await pilot.pause()

            assert ("Second" in keys(app)) is may


async def test_keys_look_from_the_first_as_they_look_later() -> None:
    app = Whole()
    async with app.run_test() as pilot:
        await pilot.pause()
        close = {
            str(getattr(each, "description", "")): each.has_class("-compact")
            for each in app.query("FooterKey")
        }
        assert not close["First"]
        assert not close["Second"]
        assert close["palette"]

        app.query_one(Foot).compact = True
        await pilot.pause()
        assert all(each.has_class("-compact") for each in app.query("FooterKey"))
