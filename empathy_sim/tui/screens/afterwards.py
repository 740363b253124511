"""Marks on the timeline, after an uninterrupted journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from empathy_sim.engine import events as e
from empathy_sim.engine.moves import Proceed, React
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.script import Script
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.feeling import FeelingScreen, Felt
from empathy_sim.tui.screens.framed import FramedScreen, keys, paragraph, title

ASKS = (
    "Nothing interrupted you. Choose a moment and mark how it was; as many as you like."
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the day that a feeling can be about."""

    story_ms: int
    when: str
    says: str


class AfterwardsScreen(FramedScreen):
    """The day's moments in order; enter marks one."""

    CSS_PATH = "afterwards.tcss"
    AUTO_FOCUS = "OptionList"
    HELP = "The day, moment by moment. Arrows choose one, Enter marks how it was."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel", "How it was"),
        Binding("escape", "on", "Done", key_display="esc"),
    ]

    def compose(self) -> ComposeResult:
        self._moments = moments_of(self.port.script, self.port.log)
        yield title("Looking back")
        yield paragraph(ASKS, "quiet")
        yield OptionList(
            *(Option(_line(each)) for each in self._moments), id="moments", compact=True
        )
        yield keys()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_feel()

    @work(exclusive=True)
    async def action_feel(self) -> None:
        """Mark how the chosen moment was."""
        shown = self.query_one("#moments", OptionList)
        at = shown.highlighted
        if at is None:
            return
        felt: Felt | None = await self.app.push_screen_wait(FeelingScreen())
        if felt is None:
            return
        about = self._moments[at]
        move = React(
            felt.pleasant, felt.aroused, felt.words, felt.aha, about_ms=about.story_ms
        )
        if await self.submit(move):
            shown.replace_option_prompt_at_index(at, _line(about, marked=True))

    async def action_on(self) -> None:
        """Done with looking back."""
        await self.submit(Proceed())


def _line(moment: Moment, *, marked: bool = False) -> Content:
    mark = "● " if marked else "  "
    return Content.assemble(
        mark, Content.styled(plain(f"{moment.when}  ").plain, "dim"), plain(moment.says)
    )


def moments_of(script: Script, log: tuple[e.Event, ...]) -> tuple[Moment, ...]:
    """The moments of a log that a feeling can be about, in order."""
    calendar = Calendar.of(script.journey.begins)
    found: list[Moment] = []
    stage = ""
    for event in log:
        says = ""
        match event:
            case e.StageEntered(stage=stage):
                says = script.stages[stage].title
            case e.WaitEnded(wait=wait, how=how) if wait != "days":
                says = f"{script.stages[stage].title}: the wait ends ({_ends(how)})"
            case e.MessageArrived(sender=sender, subject=subject):
                says = f"{sender}: {subject}" if subject else sender
            case e.PersonAnswered(who=who):
                says = f"{who} answers"
            case _:
                pass
        if says:
            when = f"{calendar.weekday(event.story_ms)[:3]} {calendar.time(event.story_ms)}"
            found.append(Moment(event.story_ms, when, says))
    return tuple(found)


def _ends(how: str) -> str:
    return how.replace("_", " ")
