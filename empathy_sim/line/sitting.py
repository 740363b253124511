"""A conversation held with whoever types."""

from __future__ import annotations

from empathy_sim.line.hands import EndOfLines, Hands
from empathy_sim.line.lines import Line, aside
from empathy_sim.line.looking_back.table import Asked, Talk
from empathy_sim.line.voice import Voice
from empathy_sim.text.cleaning import clean_person

HELP = (
    'Type what is asked for; Enter passes it over. "again" tells the last page again; '
    '"leave" ends the debrief, and what you have decided stays; "quit" stops here, to '
    "go on later"
)
"""What can be typed in a debrief."""


class Sitting:
    """Asks what a conversation asks, and hands it what is typed."""

    def __init__(self, voice: Voice, hands: Hands, *, echoes: bool) -> None:
        """Sit down to a conversation.

        Args:
            voice: writes.
            hands: whoever types.
            echoes: whether what is typed is written too.
        """
        self._voice = voice
        self._hands = hands
        self._echoes = echoes
        self._page: list[Line] = []
        self._begins_anew = False

    def write(self, line: Line) -> None:
        """Write a line, and remember it until something is typed."""
        if self._begins_anew:
            self._page.clear()
            self._begins_anew = False
        self._page.append(line)
        self._voice.write(line)

    def hold(self, talk: Talk[None]) -> None:
        """Hold a conversation to its end.

        Raises:
            EndOfLines: nothing more will be typed, or it is to be stopped here.
        """
        asked = next(talk, None)
        while asked is not None:
            self._ask(asked)
            typed = self._typed()
            match typed.casefold():
                case "help" | "?":
                    asked = Asked((aside(HELP),))
                case "again":
                    asked = Asked(tuple(self._page))
                case "quit" | "exit":
                    raise EndOfLines
                case "leave":
                    talk.close()
                    return
                case _:
                    self._begins_anew = True
                    asked = _answered(talk, typed)

    def _ask(self, asked: Asked) -> None:
        if asked.lines == tuple(self._page):
            self._page.clear()
        for line in asked.lines:
            self.write(line)

    def _typed(self) -> str:
        while True:
            self._voice.prompt()
            typed = self._hands.line(asked=True, waits=False, within_ms=None)
            if typed is not None:
                self._voice.answered()
                break
        if self._echoes:
            self._voice.write(Line("", f"> {typed}"))
        return str(clean_person(typed).strip())


def _answered(talk: Talk[None], typed: str) -> Asked | None:
    try:
        return talk.send(typed)
    except StopIteration:
        return None
