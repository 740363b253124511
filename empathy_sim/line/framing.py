"""The frame around the story, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.grounds import marked
from empathy_sim.debrief.report_colours import figures_in_words
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.report_lights import light_of
from empathy_sim.line.answering import Answer, answer_of, is_for_the_frame
from empathy_sim.line.contract import card, clauses, metric_name, report_intro
from empathy_sim.line.feelings import HowToMark, feeling_or_refused
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.questions import Question, questions_of
from empathy_sim.session.session import Session

_ON = ("", "go on", "on", "next", "yes", "begin")
_GO_ON = "Enter goes on"
_FEELS = "How does it feel now? {}. Enter goes on"
_FEELING_ASKED = ("card", "ending")


class Frame:
    """Shows and asks what lies outside the story, one question at a time."""

    def __init__(
        self,
        session: Session,
        *,
        kept_in: str,
        how: HowToMark,
    ) -> None:
        """The frame of one session.

        Args:
            session: what is played.
            kept_in: where the record is kept, as a person would find it.
            how: says how a feeling is written.
        """
        self._session = session
        self._how = how
        self._kept_in = kept_in
        self._phase = ""
        self._questions: tuple[Question, ...] = ()
        self._at = self._before = 0
        self._shown = False
        self._felt = False

    def asks(self, scene: Scene) -> object:
        """What is asked now; it changes when something else is."""
        self._keep_up(scene)
        return (scene.phase, scene.paused, self._at)

    def question(self, scene: Scene) -> Question | None:
        """The question that is asked now; None where nothing is but to go on."""
        self._keep_up(scene)
        if scene.paused is None and self._at < len(self._questions):
            return self._questions[self._at]
        return None

    def take_back(self) -> None:
        """What was answered last could not be taken: it is asked again."""
        self._at = self._before

    def again(self) -> None:
        """Show the page anew when it is next told."""
        self._shown = False

    def _keep_up(self, scene: Scene) -> None:
        if scene.phase != self._phase:
            self._phase, self._shown, self._felt = scene.phase, False, False
            self._at = self._before = 0
            self._questions = questions_of(self._session, scene, self._how)

    def tell(self, scene: Scene) -> Iterator[Line]:
        """The page, if it is new, and what is asked on it now."""
        self._keep_up(scene)
        if scene.paused is not None:
            yield aside(_PAUSED.get(scene.paused, _PAUSED["break"]))
            return
        if not self._shown:
            self._shown = True
            yield from self._page(scene)
        if self._at < len(self._questions):
            yield from self._questions[self._at].lines
        else:
            yield aside(self._leads_on(scene))

    def _leads_on(self, scene: Scene) -> str:
        if scene.phase in _FEELING_ASKED and not self._felt:
            return _FEELS.format(self._how.tell())
        return _ASIDES.get(scene.phase, _GO_ON)

    def asks_feeling(self, scene: Scene) -> bool:
        """Whether a feeling is asked for before going on, outside the story: once."""
        asked = self.question(scene)
        if asked is not None:
            return asked.answers == "feeling"
        return scene.paused is None and scene.phase in _FEELING_ASKED and not self._felt

    def _page(self, scene: Scene) -> Iterator[Line]:
        match scene.phase:
            case "contract":
                yield from _contract(self._session, scene, self._kept_in)
            case "report":
                yield from _report(self._session)
            case "card":
                yield from _card(self._session, scene)
            case "ending":
                yield from _ending(scene)
            case _:
                yield from _PAGES.get(scene.phase, ())

    def answer(self, typed: str, scene: Scene) -> Answer:
        """What a line means outside the story.

        Raises:
            MoveRefused: it means nothing there.
        """
        self._keep_up(scene)
        self._before = self._at
        word = typed.strip().casefold()
        if scene.paused is not None:
            return m.Resume() if word in _ON else answer_of(typed, scene)
        if is_for_the_frame(typed):
            return answer_of(typed, scene)
        if self._at < len(self._questions):
            return self._answered(typed.strip())
        return self._past_the_questions(typed.strip(), scene, on=word in _ON)

    def _past_the_questions(self, typed: str, scene: Scene, *, on: bool) -> Answer:
        if on:
            return m.Proceed()
        if scene.phase in _FEELING_ASKED:
            felt = feeling_or_refused(typed)
            self._felt = True
            return felt
        if scene.phase == "resting" and _has_words(typed):
            return (m.Reflect("one_word", typed), m.Proceed())
        raise MoveRefused(says=f"{_ASIDES.get(scene.phase, _GO_ON)}; or help.")

    def _answered(self, typed: str) -> Answer:
        """The moves of an answer; after the last question also what leads on."""
        asked = self._questions[self._at]
        moves = asked.taken(typed)
        if typed.casefold() in asked.ends_by:
            self._at = len(self._questions)
        else:
            self._at += 1
        if self._at < len(self._questions):
            return moves
        return (*moves, asked.at_last() if asked.at_last else m.Proceed())


def _has_words(typed: str) -> bool:
    """Whether a line says something: a number alone was meant for something else."""
    return any(each.isalpha() for each in typed)


_PAUSED = {
    "break": "Enter goes on with the story. Type leave to leave it",
    "leaving": "Leave for good? Type leave again. Enter goes on with the story",
    "feeling": "The clock stands for a moment",
}
_ASIDES = {
    "resting": "One word for how it was. Enter goes on without",
    "afterwards": _GO_ON,
}
_PAGES = {
    "predicting": (
        heading("Before it begins"),
        plain("Guess before you know. Afterwards your guesses stand beside the facts."),
    ),
    "afterwards": (
        heading("Looking back"),
        plain("Nothing interrupted you. How was it, moment by moment?"),
    ),
    "resting": (
        heading("Rest"),
        plain("Take a breath. There is no hurry."),
    ),
}


def _contract(session: Session, scene: Scene, kept_in: str) -> Iterator[Line]:
    yield heading(session.script.journey.title)
    script, log = session.script, session.log
    words = session.words_days
    for clause in clauses(script, log, scene.pace, kept_in=kept_in, words_days=words):
        yield Line(clause.head, clause.says)


def _report(session: Session) -> Iterator[Line]:
    yield heading("The month's report")
    yield plain(report_intro(session.script))
    lines = session.script.journey.report
    for line in lines:
        missed = ", missed" if light_of(line) == "red" else ""
        reads = f"{metric_name(line)}: {marked(line)}"
        yield plain(f"  {reads}. Target {line.target}{missed}.")
    yield plain(figures_in_words(lines))


def _card(session: Session, scene: Scene) -> Iterator[Line]:
    cast = session.state.cast
    yield heading("You are")
    for paragraph in card(session.script, scene, cast.person.name if cast else ""):
        yield plain(paragraph)
    for fact in scene.notebook.facts:
        if not fact.on:
            yield plain(f"  {fact.says}: {fact.value}")
    for gauge in scene.gauges:
        yield plain(f"  {gauge.says}: {gauge.left}")
    yield aside("All this is in your notebook. Type notebook at any moment to see it")


def _ending(scene: Scene) -> Iterator[Line]:
    yield heading("How it ended")
    if scene.face is not None:
        for told in scene.face.told():
            if told.says:
                yield plain(told.says)
