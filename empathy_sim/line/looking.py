"""What stands before the customer, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.engine.scene import Face, Scene, Told
from empathy_sim.engine.touchpoints.form import FormFace
from empathy_sim.engine.touchpoints.search import SearchFace
from empathy_sim.engine.touchpoints.survey import SurveyFace
from empathy_sim.line.lines import Line, plain

Page = tuple[object, ...]
"""What makes a page another page: the visit, its number, how often it began again."""


class Onlooker:
    """Reads out what a touchpoint shows, once, and then whatever is new on it."""

    def __init__(self) -> None:
        self._page: Page = ()
        self._before: tuple[Told, ...] = ()

    def forget(self) -> None:
        """Read everything out again."""
        self._page, self._before = (), ()

    def look(self, scene: Scene) -> Iterator[Line]:
        """The lines of what is new to see."""
        page = page_of(scene)
        if page != self._page:
            self._page, self._before = page, ()
        told = _told(scene.face) if scene.face else ()
        news = [each for each in told if each not in self._before]
        self._before = told
        yield from _read_out(news)


def page_of(scene: Scene) -> Page:
    """Which page this is."""
    if scene.place is None:
        return ()
    visit = (scene.place.touchpoint, scene.place.visit)
    match scene.face:
        case FormFace(number=number, ended=ended, closed=closed):
            return (*visit, number, ended, closed)
        case SearchFace(turned=turned):
            return (*visit, turned)
        case _:
            return visit


def _told(face: Face) -> tuple[Told, ...]:
    """What it tells, without what is asked for anyhow."""
    match face:
        case SurveyFace():
            return face.told()[:1]
        case _:
            return face.told()


def _read_out(told: Iterable[Told]) -> Iterator[Line]:
    """Each speaker is named once for all that follows each other."""
    speaker, unnamed = "", ""
    for each in told:
        if not each.says:
            unnamed = each.speaker
            continue
        named = each.speaker or unnamed
        yield plain(each.says) if named == speaker else Line(named, each.says)
        speaker, unnamed = named or speaker, ""
