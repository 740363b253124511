"""What every app in the terminal stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Generic

from textual import events
from textual.actions import ActionParseResult, parse
from textual.app import App, ReturnType, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.constants import DEFAULT_THEME
from textual.content import Content
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.theme import Theme, ThemeProvider

from empathy_sim.text.safe import shown
from empathy_sim.tui.brought_back import BroughtBack
from empathy_sim.tui.changes_below import draw_changes_below
from empathy_sim.tui.guard import Guard
from empathy_sim.tui.keys_in_turn import KeysInTurn, Typed
from empathy_sim.tui.lasting_rules import LastingRules
from empathy_sim.tui.moving_on import InTurn
from empathy_sim.tui.palette import Palette
from empathy_sim.tui.screens.too_small import FittingApp
from empathy_sim.tui.steady_sizes import keep_sizes_steady
from empathy_sim.tui.themes import (
    EMPATHY_DARK,
    THEMES,
    UNCHOSEN,
    ansi_company_variables,
    company_variables,
)
from empathy_sim.tui.turns import Turns

GUARD = Guard()
keep_sizes_steady()
draw_changes_below()

BUILT_IN = frozenset(
    name.removeprefix("action_") for name in dir(App) if name.startswith("action_")
)
KEPT = frozenset(
    {"change_theme", "command_palette", "focus_next", "focus_previous", "help_quit"}
    | {"quit", "suspend_process"}
)
"""Of `BUILT_IN`, what a key may do."""

NEVER = frozenset({"link", "notify", "open_link", "screenshot", "simulate_key"})
"""What no key does, on any widget."""

FUNCTION_KEY = re.compile(r"\bf\d+\b")


class GuardedApp(
    InTurn, BroughtBack[ReturnType], FittingApp[ReturnType], Generic[ReturnType]
):
    """An app in which no text can look like the program, or act as it."""

    TITLE = "Empathy Sim"
    DEFAULT_CSS = """
    Tabs Tab { color: $text-muted; }
    CommandPalette SearchIcon { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others: the keys of an app do not reach a modal screen.
        Binding("f1", "help", "Help", priority=True),
        Binding("ctrl+q", "quit", "Close the program", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Stop for now", show=False),
    ]

    company: var[str] = var(UNCHOSEN, init=False)
    """The colour of the company on the screen, a key of `COMPANY_COLOURS`."""

    theme: Reactive[str] = Reactive(
        DEFAULT_THEME if DEFAULT_THEME in THEMES else EMPATHY_DARK.name
    )

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = LastingRules(variables=self.get_css_variables())
        self._in_turn = KeysInTurn(self, self._hand_on)
        self.turns = Turns()

    @property
    def available_themes(self) -> dict[str, Theme]:
        return dict(THEMES)

    @property
    def crash(self) -> Exception | None:
        """What nobody caught and the app ended with; None when it ended well."""
        return self._exception

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), GUARD]

    def get_css_variables(self) -> dict[str, str]:
        theme = self.current_theme
        colours = ansi_company_variables if theme.ansi else company_variables
        return {**super().get_css_variables(), **colours(self.company, theme.dark)}

    def watch_company(self) -> None:
        self.refresh_css(animate=False)

    def get_system_commands(
        self,
        screen: Screen[object],  # noqa: ARG002
    ) -> Iterable[SystemCommand]:
        """Nothing that writes a file or looks behind the screen."""
        yield SystemCommand(
            "Colours, light or dark",
            "The theme of all screens, or the terminal's own",
            self.action_change_theme,
        )
        yield SystemCommand(
            "Help", "What this screen does, and its keys", self.action_help
        )
        yield SystemCommand("Quit", "Close the program", self.action_quit)

    def get_key_display(self, binding: Binding) -> str:
        display = super().get_key_display(binding)
        return FUNCTION_KEY.sub(lambda key: key[0].upper(), display)

    def notify(
        self,
        message: str | Content,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002
    ) -> None:
        """Show a passing note; whatever the caller says, it is never markup."""
        words = message.plain if isinstance(message, Content) else message
        super().notify(
            shown(words),
            title=shown(title),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of Textual's own actions on an app, only those named in `KEPT`."""
        if action in BUILT_IN - KEPT:
            return False
        return super().check_action(action, parameters)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        name = parse(action)[1] if isinstance(action, str) else action[1]
        if name in NEVER:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def action_command_palette(self) -> None:
        """Offer what can be done anywhere."""
        match self.screen:
            case CommandPalette():
                pass
            case _:
                self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Offer the colours, which change as they are marked."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Colours"))

    async def on_event(self, event: events.Event) -> None:
        match event:
            case events.Key() | events.Paste() if not event.is_forwarded:
                await self._in_turn.take(event)
            case events.Key() | events.Paste():
                await self._hand_on(event)
                await self._in_turn.came_back(event)
            case _:
                await super().on_event(event)

    async def _hand_on(self, typed: Typed) -> None:
        # What comes while the app ends finds no screen that could take it.
        if self.screen_stack:
            await super().on_event(typed)

    def action_help(self) -> None:
        """Show what the screen is for and what its keys do, or stop showing it."""
        from empathy_sim.tui.screens.help import HelpScreen  # noqa: PLC0415 - slow

        screen = self.screen
        if isinstance(screen, HelpScreen):
            screen.action_close()
        elif not isinstance(screen, CommandPalette):
            self.push_screen(HelpScreen.about(screen))

    def action_help_quit(self) -> None:
        """Answer ctrl+c, which stops nothing here."""
        self.notify("Ctrl+Q closes the program. Nothing recorded is lost.")

    def _fatal_error(self) -> None:
        # Textual would print the values of all variables, and with them what people
        # typed; the command line says what happened, from `crash`.
        self._close_messages_no_wait()
