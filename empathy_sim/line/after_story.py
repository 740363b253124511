"""After the story: the debrief, and a stage again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from empathy_sim.line.lines import aside
from empathy_sim.line.listening import Listens
from empathy_sim.line.manners import Manners
from empathy_sim.line.voice import Voice
from empathy_sim.session.session import Session

if TYPE_CHECKING:  # what a debrief needs is loaded when there is one
    from empathy_sim.line.looking_back.table import Table, Talk
    from empathy_sim.session.again import StageAgain

_OVER = (
    "The debrief ends here. What you decided and wrote stays with this session, on this "
    "computer"
)
_OVER_IN_A_ROOM = (
    "The debrief ends here. What you decided and wrote stays with your seat"
)
Conversation: TypeAlias = "Callable[[Table], Talk[None]]"


class StagePlayed(Protocol):
    """A stage that is played once more."""

    @property
    def in_story(self) -> bool:
        """Whether it has not been left yet."""
        ...

    def stage_played(self) -> Listens[None]:
        """Play until it is left.

        Raises:
            EndOfLines: nothing more will be typed.
        """
        ...


class AfterStory:
    """Holds the debrief of a session."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        manners: Manners,
        plays: Callable[[Session], StagePlayed],
        talk: Conversation | None = None,
    ) -> None:
        """Get ready to look back.

        Args:
            session: what is looked back on.
            voice: writes.
            manners: how to behave towards them.
            plays: makes a play of a session in which a stage is lived again.
            talk: the conversation that is held; None for the whole debrief.
        """
        self._session = session
        self._voice = voice
        self._manners = manners
        self._plays = plays
        self._talk = talk
        self._stage: StagePlayed | None = None
        self._is_held = False

    @property
    def in_story(self) -> bool:
        """Whether a stage is being lived again."""
        return self._stage is not None and self._stage.in_story

    @property
    def talks(self) -> bool:
        """Whether the conversation is under way, and something may be typed to it."""
        return self._is_held and self._stage is None

    def hold(self) -> Listens[None]:
        """Hold the conversation to its end.

        Raises:
            EndOfLines: nothing more will be typed.
        """
        from empathy_sim.line.looking_back import conversation  # noqa: PLC0415 - late
        from empathy_sim.line.looking_back.table import Table  # noqa: PLC0415 - late
        from empathy_sim.line.sitting import Sitting  # noqa: PLC0415 - late

        in_a_room = self._manners.in_a_room
        talk = self._talk or conversation.conversation
        sitting = Sitting(self._voice, self._live_again, echoes=self._manners.echoes)
        table = Table(
            self._session,
            sitting.write,
            seen_by=self._manners.shows_again(self._session.name),
            taken_home_by=self._manners.takes_home(self._session.name),
            in_a_room=in_a_room,
        )
        self._is_held = True
        yield from sitting.hold(talk(table))
        self._is_held = False
        self._voice.write(aside(_OVER_IN_A_ROOM if in_a_room else _OVER))

    def _live_again(self, lived: StageAgain) -> Listens[None]:
        self._stage = self._plays(lived.session)
        try:
            yield from self._stage.stage_played()
        finally:
            self._stage = None
            lived.session.suspend()
