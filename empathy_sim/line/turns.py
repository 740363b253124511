"""Shows what there is, and asks once."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine.scene import Scene
from empathy_sim.line.asking import asking, on_the_page
from empathy_sim.line.filling_in import FieldByField, asking_for, blanks_of
from empathy_sim.line.framing import Frame
from empathy_sim.line.lines import Line, aside
from empathy_sim.line.looking import Page, page_of
from empathy_sim.line.unheard import may_answer, meanwhile, only_waits
from empathy_sim.line.voice import Voice
from empathy_sim.line.waiting import WaitingUntil
from empathy_sim.session.session import Session

AFTERWARDS = frozenset({"debriefing", "closed"})
"""Phases after the story and its rest."""


class Turns:
    """Shows what is new, and asks for something once, until it is asked anew."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        frame: Frame,
        fields: FieldByField,
        wait: WaitingUntil,
    ) -> None:
        """Begin with nothing asked.

        Args:
            session: what is played.
            voice: writes.
            frame: asks outside the story.
            fields: knows which field of a page comes next.
            wait: a wait that was typed.
        """
        self._session = session
        self._voice = voice
        self._frame = frame
        self._fields = fields
        self._wait = wait
        self._page: Page = ()
        self._asked_for: object = None
        self._moved = self._unheard = False

    def moved(self) -> None:
        """Something was done: what is asked now is asked again."""
        self._moved = True

    def ask_anew(self) -> None:
        """Ask again for what is asked now."""
        self._asked_for = None

    def unheard(self, scene: Scene) -> None:
        """Something was typed that may have come while nobody listens."""
        self._unheard = not may_answer(scene)

    def show(self, *, stage_is_over: bool) -> None:
        """Write what is new to see, and what is asked, where it is not asked yet."""
        self._voice.look()
        scene = self._session.scene()
        is_over = scene.phase in AFTERWARDS or stage_is_over
        if scene.paused in {"feeling", "reading"} or is_over:
            return
        playing = scene.phase == "playing" and scene.paused is None
        if self._unheard and may_answer(scene):
            self._unheard, self._asked_for = False, None
            self._voice.write(aside("Your turn"))
        is_new_page = playing and page_of(scene) != self._page
        if is_new_page:
            self._page = page_of(scene)
            self._fields.turn_page()
        if self._wait.goes_on(scene, page_of(scene)) or not may_answer(scene):
            return
        asked_for = self._what_is_asked(scene)
        if asked_for == self._asked_for and not self._moved:
            return
        self._asked_for, self._moved = asked_for, False
        if only_waits(scene):
            self._voice.write(aside(meanwhile(scene)))
        elif playing:
            lines = _asking(scene, self._fields, is_new_page=is_new_page)
            self._voice.write_all(lines)
        else:
            self._voice.write_all(self._frame.tell(scene))

    def _what_is_asked(self, scene: Scene) -> object:
        if scene.phase != "playing" or scene.paused is not None:
            return self._frame.asks(scene)
        blank = self._fields.current(scene)
        return (page_of(scene), _offered(scene), blank.offer.id if blank else "")


def _asking(scene: Scene, fields: FieldByField, *, is_new_page: bool) -> Iterator[Line]:
    """What a page asks for first, or else what is asked on it now."""
    blanks = blanks_of(scene)
    if is_new_page and blanks:
        yield from on_the_page(blanks, scene)
    blank = fields.current(scene)
    if blank is None:
        yield from asking(scene)
        return
    refused = sum(bool(each.error) for each in blanks)
    yield from asking_for(blank, one_of_several=refused > 1)


def _offered(scene: Scene) -> tuple[tuple[str, str, str], ...]:
    """What can be done, as far as it makes another question."""
    offers = ((offer.sort, offer.id, offer.label) for offer in scene.offers)
    return tuple(each for each in offers if each[0] not in {"wait", "resume"})
