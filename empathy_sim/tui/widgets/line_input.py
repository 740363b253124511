"""One line that a participant writes."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from empathy_sim.text.cleaning import clean_person
from empathy_sim.text.safe import Safe

SHORTENED = "Shortened to what fits on one line here."


class LineInput(Input):
    """Takes a line of words and nothing else, however it is typed or pasted."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        most: int = 200,
        compact: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Begin a line.

        Args:
            value: What stands in it already.
            placeholder: Our own words, shown while it is empty.
            most: How many characters are kept.
            compact: Whether it goes without a border.
            id: Its name on the screen.
            classes: Its looks.
        """
        super().__init__(
            clean_person(value, most=most),
            placeholder=placeholder,
            max_length=most,
            compact=compact,
            # Focus comes back from a question; what is typed next goes on from here.
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.most = most
        self.cursor_blink = False

    @property
    def words(self) -> Safe:
        """What was written, fit to be kept."""
        return clean_person(self.value.strip(), most=self.most)

    def on_paste(self, event: events.Paste) -> None:
        """Take what there is room for, of the first line that says something."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        room = max(0, self.most - len(self.value) + end - start)
        # A line is looked for only where it could still be taken.
        lines = event.text[: self.most * 4].strip().splitlines()
        pasted = clean_person(lines[0] if lines else "", most=room)
        self.replace(pasted, start, end)
        if len(event.text.strip()) > len(pasted):
            self.app.notify(SHORTENED)
