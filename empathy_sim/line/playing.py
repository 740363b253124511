"""A session played line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from empathy_sim.engine.events import Event
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.answering import Answer, Waiting, answer_of
from empathy_sim.line.asking import asking, helping, notebook
from empathy_sim.line.framing import frame_answer, framing
from empathy_sim.line.hands import EndOfLines, Hands
from empathy_sim.line.lines import Line, aside
from empathy_sim.line.telling import Teller
from empathy_sim.session.session import Session

Debrief = Callable[[Session], Iterable[Line]]
_FAR = 10**15
"""Longer than anything lasts."""
Ended = Literal["closed", "suspended"]


class LinePlay:
    """Plays a session append-only: what happens is written, what is typed is read."""

    def __init__(
        self,
        session: Session,
        hands: Hands,
        write: Callable[[Line], None],
        *,
        kept_in: str,
        debrief: Debrief | None = None,
    ) -> None:
        self._session = session
        self._hands = hands
        self._write = write
        self._kept_in = kept_in
        self._debrief = debrief
        self._teller = Teller(session.script)
        self._told: set[tuple[str, str]] = set()
        self._visit: tuple[str, int] | None = None
        self._asked_for: object = None
        self._waiting_until: int | None = None
        self._stop_listening = session.listen(self._heard)

    def play(self) -> Ended:
        """Play until the session is closed, or the lines end."""
        self._show()
        try:
            while self._session.state.phase != "closed":
                self._step()
        except EndOfLines:
            self._session.suspend()
            self._stop_listening()
            self._write(
                aside(
                    "Stopped here. It goes on where it was with "
                    f"empathy-sim resume {self._session.name} --plain"
                )
            )
            return "suspended"
        self._session.suspend()
        self._stop_listening()
        return "closed"

    def _step(self) -> None:
        scene = self._session.scene()
        waiting = self._still_waiting(scene)
        asked = scene.asks and not waiting
        within = self._session.due_in()
        typed = self._hands.line(asked=asked, within_ms=self._until(within))
        if typed is None:
            self._session.catch_up()
        else:
            self._waiting_until = None
            self._take(typed, scene)
        self._show()

    def _still_waiting(self, scene: Scene) -> bool:
        """Whether `wait 4m` is still being waited."""
        if self._waiting_until is None:
            return False
        if scene.story_ms >= self._waiting_until or not scene.may("wait"):
            self._waiting_until = None
        return self._waiting_until is not None

    def _until(self, due_in: int | None) -> int | None:
        if self._waiting_until is None or due_in is None:
            return due_in
        state = self._session.state
        felt = state.felt_at(self._waiting_until) - self._session.instant().felt_ms
        return max(1, min(due_in, felt)) if felt > 0 else 1

    def _take(self, typed: str, scene: Scene) -> None:
        try:
            answer = self._answer(typed, scene)
            self._do(answer, scene)
        except MoveRefused as refused:
            self._write(aside(refused.says))

    def _answer(self, typed: str, scene: Scene) -> Answer:
        if scene.phase != "playing" or scene.paused is not None:
            return frame_answer(typed, scene)
        return answer_of(typed, scene)

    def _do(self, answer: Answer, scene: Scene) -> None:
        match answer:
            case "help":
                self._write_all(helping(scene))
            case "notebook":
                self._write_all(notebook(scene))
            case "again":
                self._asked_for = None
                self._told.clear()
            case "quit":
                raise EndOfLines
            case Waiting(story_ms=length):
                far = _FAR if length is None else length
                self._waiting_until = scene.story_ms + far
            case _:
                self._session.submit(answer)

    def _heard(self, events: tuple[Event, ...]) -> None:
        self._write_all(self._teller.tell(events))

    def _write_all(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._write(line)

    def _show(self) -> None:
        scene = self._session.scene()
        if scene.phase == "playing":
            self._write_all(self._face(scene))
        asked_for = self._what_is_asked(scene)
        if not scene.asks or asked_for == self._asked_for:
            return
        self._asked_for = asked_for
        if scene.phase == "playing" and scene.paused is None:
            self._write_all(asking(scene))
            return
        if scene.phase == "debriefing" and self._debrief is not None:
            self._write_all(self._debrief(self._session))
        self._write_all(framing(self._session, scene, self._kept_in))

    def _face(self, scene: Scene) -> Iterator[Line]:
        if scene.place is None or scene.face is None:
            return
        visit = (scene.place.touchpoint, scene.place.visit)
        if visit != self._visit:
            self._visit = visit
            self._told.clear()
        for told in scene.face.told():
            if told.says and tuple(told) not in self._told:
                self._told.add((told.speaker, told.says))
                yield Line(told.speaker, told.says)

    def _what_is_asked(self, scene: Scene) -> object:
        offers = tuple((offer.sort, offer.id, offer.label) for offer in scene.offers)
        own = tuple(each for each in offers if each[0] != "wait")
        return (scene.phase, scene.paused, self._visit, own, len(self._session.log))
