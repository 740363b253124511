"""Afterwards: marks on a timeline of the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.curve import Curve, curve_of
from empathy_sim.debrief.moments import Moment, moments_of
from empathy_sim.debrief.stamps import Stamps
from empathy_sim.engine.moves import Proceed
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, FramedScreen, paragraph
from empathy_sim.tui.widgets.curve import CurveView

ASKS = (
    "Nothing interrupted you. Choose a moment and mark how it was; as many as you like."
)


class Moments(OptionList):
    """The day's moments; Enter marks one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "How it was")]


class AfterwardsScreen(FramedScreen):
    """The day's moments in order, and the curve that marks make of them."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "afterwards.tcss"]
    AUTO_FOCUS = "Moments"
    HELP = """
The day, moment by moment. Up and down choose one, Enter marks how it was, and the mark
stands on the curve above. As many as you like, or none; then F5.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it was", show=False),
        Binding("f5", "on", "Done"),
    ]

    curve = query_one(CurveView)
    moments = query_one(Moments)

    def heading(self) -> str:
        return "Looking back"

    def body(self) -> Iterator[Widget]:
        self._moments = moments_of(self.port.script, self.port.log)
        account = Account.of(self.port.script, self.port.log)
        self._stamps = Stamps.of(account.log, account.waits, account.names)
        yield paragraph(ASKS, "quiet")
        yield CurveView(self._curve_now())
        options = (Option(_line(each, marked=False)) for each in self._moments)
        yield Moments(*options, compact=True, markup=False)

    def answers(self) -> Iterator[Widget]:
        yield Answer("Done", id="on", variant="primary")

    def _curve_now(self) -> Curve:
        account = Account.of(self.port.script, self.port.log)
        return curve_of(account.log, account.waits, account.names)

    @on(OptionList.OptionHighlighted)
    def _point(self) -> None:
        at = self.moments.highlighted
        if at is not None:
            here = self._stamps.at(self._moments[at].story_ms).drawn_ms
            self.curve.show(self._curve_now(), here)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_feel()

    @work(exclusive=True)
    async def action_feel(self) -> None:
        """Mark how the chosen moment was."""
        at = self.moments.highlighted
        if at is None or not self.is_active:
            return
        about = self._moments[at]
        if await self.ask_feeling(about_ms=about.story_ms):
            line = _line(about, marked=True)
            self.moments.replace_option_prompt_at_index(at, line)
            self._point()

    @on(Button.Pressed, "#on")
    async def action_on(self) -> None:
        """Done with looking back."""
        await self.submit(Proceed())


def _line(moment: Moment, *, marked: bool) -> Content:
    when = plain(f"{moment.when}  ").stylize("$text-muted")
    return Content.assemble("● " if marked else "  ", when, plain(moment.says))
