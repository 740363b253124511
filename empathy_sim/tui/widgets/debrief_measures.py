"""Every measure, with its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.debrief.compared import value_told
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.phrases import capital, many, number, sentence
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_page import DebriefPage, Deed, Explain, about

NEVER = "it never happened"
ABOUT = "What was found in this log, and by which rule. Open one for its events."
SHOWN = "The very events"


def value_in_words(reading: Reading) -> str:
    """What a measure found, as it is told."""
    value = reading.value
    if value is None:
        return NEVER
    if reading.measure.unit == "level":
        return reading.says or number(value)
    return value_told(reading.measure, value)


class Rule(Vertical):
    """One measure: what was found, by which rule, and from where that is."""

    DEFAULT_CSS = """
    Rule { height: auto; margin-bottom: 1; }
    """

    def __init__(self, reading: Reading, *, asks: bool) -> None:
        """Show a measure.

        Args:
            reading: what it found.
            asks: whether its events can be asked for.
        """
        super().__init__()
        self._reading = reading
        self._asks = asks

    def compose(self) -> ComposeResult:
        yield Static(rule(self._reading))
        if self._asks:
            yield Deed(SHOWN)

    @on(Button.Pressed)
    def _pressed(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        head = capital(self._reading.measure.says)
        self.post_message(Explain(head, (self._reading,)))


def rule(reading: Reading) -> Content:
    """What was found, the definition and the source."""
    measure = reading.measure
    said = reading.says or sentence(value_in_words(reading))
    return Content("\n").join(
        [
            Content.assemble(
                plain(f"{capital(measure.says)}: ").stylize("bold"), plain(said)
            ),
            plain(measure.definition),
            plain(f"Rule: {sentence(measure.source)}").stylize("$text-muted"),
        ]
    )


class MeasuresPage(DebriefPage):
    """Lived measures, then how these contacts were recorded."""

    def compose(self) -> ComposeResult:
        debrief = self.record.debrief
        yield about(ABOUT)
        for says, readings in (
            ("As it was lived", debrief.lived),
            ("As it was recorded", debrief.recorded),
        ):
            yield _folded(says, readings)


def _folded(says: str, readings: Iterable[Reading]) -> Fold:
    known = tuple(readings)

    def holds() -> Iterator[Widget]:
        for each in known:
            yield Rule(each, asks=bool(each.evidence))

    return Fold(plain(f"{says}: {many(len(known), 'measure')}"), holds)
