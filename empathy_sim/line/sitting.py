"""A conversation held with whoever types."""

from __future__ import annotations

from collections.abc import Callable

from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.lines import Line, aside
from empathy_sim.line.listening import Listening, Listens, Work
from empathy_sim.line.looking_back.table import Asked, Lives, Talk, Wanted
from empathy_sim.line.voice import Voice
from empathy_sim.session.again import StageAgain
from empathy_sim.text.cleaning import clean_person

HELP = (
    'Type what is asked for; Enter passes it over. "again" tells the last page again; '
    '"leave" ends the debrief, and what you have decided stays; "quit" stops here, to '
    "go on later"
)
"""What can be typed in a debrief."""


class Sitting:
    """Asks what a conversation asks, and hands it what is typed."""

    def __init__(
        self,
        voice: Voice,
        live_again: Callable[[StageAgain], Listens[None]],
        *,
        echoes: bool,
    ) -> None:
        """Sit down to a conversation.

        Args:
            voice: writes.
            live_again: plays a stage, line by line, until it is left.
            echoes: whether what is typed is written too.
        """
        self._voice = voice
        self._live_again = live_again
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

    def hold(self, talk: Talk[None]) -> Listens[None]:
        """Hold a conversation to its end.

        Raises:
            EndOfLines: nothing more will be typed, or it is to be stopped here.
        """
        wanted = next(talk, None)
        while wanted is not None:
            match wanted:
                case Asked():
                    self._ask(wanted)
                    typed = yield from self._typed()
                    wanted = self._answered(talk, typed)
                case Lives(lived=lived):
                    yield from self._live_again(lived)
                    wanted = _sent(talk, "")
                case Work():
                    yield wanted
                    wanted = _sent(talk, "")

    def _answered(self, talk: Talk[None], typed: str) -> Wanted | None:
        """What is wanted after a line; None where the conversation is over.

        Raises:
            EndOfLines: it is to be stopped here.
        """
        match typed.casefold():
            case "help" | "?":
                return Asked((aside(HELP),))
            case "again":
                return Asked(tuple(self._page))
            case "quit" | "exit":
                raise EndOfLines
            case "leave":
                talk.close()
                return None
            case _:
                self._begins_anew = True
                return _sent(talk, typed)

    def _ask(self, asked: Asked) -> None:
        if asked.lines == tuple(self._page):
            self._page.clear()
        for line in asked.lines:
            self.write(line)

    def _typed(self) -> Listens[str]:
        while True:
            self._voice.prompt()
            typed = yield Listening(asked=True, waits=False, within_ms=None)
            if typed is not None:
                self._voice.answered()
                break
        if self._echoes:
            self._voice.write(Line("", f"> {typed}"))
        return str(clean_person(typed).strip())


def _sent(talk: Talk[None], typed: str) -> Wanted | None:
    try:
        return talk.send(typed)
    except StopIteration:
        return None
