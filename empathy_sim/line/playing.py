"""A session played line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Literal

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.line.after_story import AfterStory, Conversation
from empathy_sim.line.answering import (
    Answer,
    Waiting,
    Word,
    answer_of,
    is_for_the_frame,
)
from empathy_sim.line.asked_now import AskedNow
from empathy_sim.line.asking import helping, notebook, telling_time
from empathy_sim.line.driving import drive
from empathy_sim.line.feeling_asked import FeelingAsked
from empathy_sim.line.feelings import HowToMark, marked
from empathy_sim.line.filling_in import FieldByField, blanks_of
from empathy_sim.line.framing import Frame
from empathy_sim.line.hands import EndOfLines, Hands
from empathy_sim.line.lines import Line, aside, command, refusal
from empathy_sim.line.listening import Listening, Listens
from empathy_sim.line.looking import page_of
from empathy_sim.line.manners import Manners
from empathy_sim.line.overtaken import Overtaken
from empathy_sim.line.patience import Patience
from empathy_sim.line.recalling import Recalling, so_far, taken_up
from empathy_sim.line.turns import AFTERWARDS, Turns
from empathy_sim.line.unheard import may_answer, meanwhile
from empathy_sim.line.voice import Voice
from empathy_sim.line.waiting import WaitingUntil
from empathy_sim.line.wording import many
from empathy_sim.session.session import Session
from empathy_sim.text.cleaning import clean_person

Lookup = Literal["help", "notebook", "time"]
Ended = Literal["closed", "suspended", "interrupted"]


class LinePlay:
    """Plays a session append-only: what happens is written, what is typed is read."""

    def __init__(
        self,
        session: Session,
        write: Callable[[Line], None],
        *,
        kept_in: str,
        debrief: Conversation | None = None,
        manners: Manners | None = None,
    ) -> None:
        """Get ready to play.

        Args:
            session: what is played, new or resumed.
            write: is given each line as it is written.
            kept_in: where the record is kept, as a person would find it.
            debrief: the talk once it is over; None for the whole debrief.
            manners: by default as on a pipe, without echo.
        """
        self._session = session
        self._manners = manners = manners or Manners()
        how = HowToMark(by_buttons=manners.in_a_room)
        self._frame = Frame(session, kept_in=kept_in, how=how)
        self._fields = FieldByField()
        self._wait = WaitingUntil()
        self._voice = Voice(
            session,
            write,
            prompts=self._manners.prompts,
            told=self._wait.something_happened,
        )
        self._again = partial(LinePlay, write=write, kept_in=kept_in, manners=manners)
        self._lived: LinePlay | None = None
        self._after = AfterStory(session, self._voice, manners, self._plays, debrief)
        self._feeling = FeelingAsked(session, how)
        self._patience = Patience(session)
        self._overtaken = Overtaken(session, watches=manners.reads_first)
        self._turns = Turns(session, self._voice, self._frame, self._fields, self._wait)
        self._only_story = False

    def play(self, hands: Hands) -> Ended:
        """Play with whoever types, and put the session away for now."""
        try:
            return drive(self.played(), hands)
        finally:
            self._session.suspend()

    def played(self) -> Listens[Ended]:
        """Play until the session is closed, or the lines end; then look back on it."""
        looks_back = self._session.state.phase == "closed"
        try:
            with self._heard():
                while self._session.state.phase not in AFTERWARDS:
                    yield from self._step()
                if looks_back or self._session.state.phase == "debriefing":
                    yield from self._after.hold()
                if self._session.state.phase == "debriefing":
                    self._session.submit(m.Proceed())
        except (EndOfLines, KeyboardInterrupt) as ended:
            self._voice.write_all(_stopped(self._session, self._manners))
            return "suspended" if isinstance(ended, EndOfLines) else "interrupted"
        return "closed"

    def stage_played(self) -> Listens[None]:
        """Play until the story is left; nothing is asked around it.

        Raises:
            EndOfLines: nothing more will be typed.
        """
        self._only_story = True
        with self._heard():
            while self.in_story:
                yield from self._step()

    def asked_now(self) -> AskedNow:
        """What is asked now, here or in the stage that is lived again."""
        if self._lived is not None and self._after.in_story:
            return self._lived.asked_now()
        scene = self._session.scene()
        if self._after.talks:
            return AskedNow(scene, talks=True)
        feels = self._feeling.is_asked
        if scene.phase != "playing" or scene.paused is not None:
            question = self._frame.question(scene)
            may_feel = self._frame.asks_feeling(scene)
            return AskedNow(scene, None, question, feels, may_feel)
        blank = self._fields.current(scene)
        return AskedNow(scene, blank, None, feels, bool(scene.asks_feeling))

    def _plays(self, session: Session) -> LinePlay:
        self._lived = self._again(session)
        return self._lived

    @property
    def in_story(self) -> bool:
        """Whether the story is being played, or a stage of it once more."""
        return self._session.state.phase == "playing" or self._after.in_story

    @contextmanager
    def _heard(self) -> Iterator[None]:
        stop_listening = self._session.listen(self._voice.hear)
        try:
            self._take_up()
            yield
        finally:
            stop_listening()

    def _take_up(self) -> None:
        """Say where a session stands that was played before."""
        self._voice.take_up()
        if not self._only_story:
            self._voice.write_all(taken_up(self._session))
        if self._session.state.phase == "playing":
            self._voice.write_all(so_far(self._session, Recalling.WHERE))
        self._show()

    def _step(self) -> Listens[None]:
        scene = self._session.scene()
        waiting = self._wait.goes_on(scene, page_of(scene))
        within = self._wait.shortens(self._session.due_in(), self._session)
        within = self._patience.shortens(within, scene, waits=waiting)
        if may_answer(scene) and not waiting:
            self._voice.prompt()
        asked = scene.asks and not waiting
        typed = yield Listening(asked, waiting, within)
        if typed is None:
            self._patience.look()
            self._catch_up()
        else:
            self._voice.answered()
            self._wait.stop()
            self._take(clean_person(typed).strip())
        self._show()

    def _catch_up(self) -> None:
        """Let happen what is due, and tell of it at once, in order."""
        with self._voice.held_back():
            self._session.catch_up()
        self._overtaken.look()

    def _take(self, typed: str) -> None:
        if self._manners.echoes:
            shown = _echoed(typed, self._session.scene(), self._fields)
            self._voice.write(Line("", f"> {shown}"))
        self._patience.end()
        # What has happened by now comes first: it is what is being answered.
        self._catch_up()
        scene = self._session.scene()
        try:
            self._overtaken.hold_back(typed, scene)
            self._do(self._answer(typed, scene), scene)
        except (MoveRefused, StoreError) as refused:
            self._frame.take_back()
            self._voice.write(refusal(str(refused)))
            self._turns.unheard(scene)

    def _answer(self, typed: str, scene: Scene) -> Answer:
        felt = self._feeling.answer(typed)
        if felt is not None:
            return felt
        if scene.phase != "playing" or scene.paused is not None:
            return self._frame.answer(typed, scene)
        blank = self._fields.current(scene)
        if blank is None:
            return answer_of(typed, scene)
        if not typed:
            self._fields.leave(blank)
            return ()
        return answer_of(typed, scene, blank.offer)

    def _do(self, answer: Answer, scene: Scene) -> None:
        match answer:
            case Waiting(story_ms=length):
                self._wait.begin(scene, page_of(scene), length)
            case str():
                self._word(answer, scene)
            case tuple():
                self._submit_all(answer, scene)
            case m.Leave() if self._manners.asks_before_leaving(scene):
                self._session.submit(m.Pause("leaving"))
            case _:
                self._submit(answer, scene)

    def _submit_all(self, moves: tuple[m.Move, ...], scene: Scene) -> None:
        """Make several moves, and tell of them at once: keys in a row are one line."""
        with self._voice.held_back():
            for move in moves:
                self._submit(move, scene)
            if not moves:
                self._turns.moved()

    def _submit(self, move: m.Move, scene: Scene) -> None:
        self._session.submit(move)
        self._overtaken.moved()
        match move:
            case m.React():
                self._voice.write(aside(marked(move)))
                self._turns.ask_anew()
                return
            case m.Resume() | m.Pause():
                return
            case m.FillIn(field=name):
                self._fields.answered(name, scene)
            case m.Rate(question=name):
                self._fields.passed(name)
            case m.Choose() if blanks_of(scene):
                self._fields.send()
            case m.Press() if self._session.scene().asks:
                # Of a number there is more to come, and that is asked already.
                return
            case _:
                pass
        self._turns.moved()

    def _word(self, word: Word, scene: Scene) -> None:
        match word:
            case "help" | "notebook" | "time":
                self._voice.write_all(_looking_up(word, scene))
                self._turns.ask_anew()
                self._turns.unheard(scene)
            case "again":
                self._tell_again(scene)
            case "feel" | "aha":
                self._voice.write_all(self._feeling.ask(scene, aha=word == "aha"))
            case "quit":
                raise EndOfLines

    def _tell_again(self, scene: Scene) -> None:
        if scene.phase == "playing":
            self._voice.write_all(so_far(self._session, Recalling.HERE))
        self._turns.ask_anew()
        self._voice.look_anew()
        self._frame.again()

    def _show(self) -> None:
        stage_is_over = self._only_story and not self.in_story
        self._turns.show(stage_is_over=stage_is_over)


def _echoed(typed: str, scene: Scene, fields: FieldByField) -> str:
    """What was typed, but for a secret."""
    blank = fields.current(scene) if scene.phase == "playing" else None
    secret = blank is not None and blank.offer.secret and typed
    if not secret or is_for_the_frame(typed):
        return typed
    return many(len(typed), "character")


def _looking_up(word: Lookup, scene: Scene) -> Iterator[Line]:
    match word:
        case "help":
            yield from helping(scene)
        case "notebook":
            yield from notebook(scene)
        case "time":
            yield from telling_time(scene)
    if not may_answer(scene):
        yield aside(meanwhile(scene))


def _stopped(session: Session, manners: Manners) -> tuple[Line, ...]:
    """What is said where a play stops; of a contract alone nothing is kept."""
    if session.state.phase == "contract":
        return (aside("Nothing has begun, and nothing of it is kept"),)
    goes_on = command(manners.resumes(session.name))
    return (aside("Stopped here. This goes on where it was:"), goes_on)
