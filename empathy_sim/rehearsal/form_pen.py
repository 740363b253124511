"""A form filled in by one who reads it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer
from empathy_sim.engine.touchpoints.form import FormFace, FormField
from empathy_sim.rehearsal.sight import Sight

ENOUGH = 12
"""So many times the same answer is refused before the page is closed."""


@dataclass
class Pen:
    """Fills in what is blank or was refused, and then sends it.

    A refused answer is not written a second time, while there is another to try. If
    there is none, the page is closed once it has refused the same often enough.
    """

    _page: object = None
    """Which page it is, at which visit, after how many beginnings."""
    _written: dict[str, str] = field(default_factory=dict)
    """What was written since the page was last sent, by field."""
    _sent: dict[str, str] = field(default_factory=dict)
    _refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each answer was refused."""

    def next(self, scene: Sight) -> m.Move | None:
        """The next thing to do on the page; None where there is no form."""
        match scene.face:
            case FormFace(closed="") as face:
                self._look(scene, face)
                if max(self._refused.values(), default=0) >= ENOUGH and face.fields:
                    return self._close(scene)
                return self._fill(scene, face) or self._send(scene)
            case _:
                return None

    def _look(self, scene: Sight, face: FormFace) -> None:
        page = (scene.place, face.number, face.ended)
        if page != self._page:
            self._page = page
            self._written, self._sent = {}, {}
        for each in face.fields:
            if each.error and each.id in self._sent:
                self._refused[each.id, self._sent.pop(each.id)] += 1

    def _fill(self, scene: Sight, face: FormFace) -> m.Move | None:
        offers = {each.id: each for each in scene.offers if each.sort == "fill"}
        for each in face.fields:
            if each.id in offers and self._is_open(each):
                text = self._answer(offers[each.id])
                self._written[each.id] = text
                return m.FillIn(each.id, text)
        return None

    def _is_open(self, shown: FormField) -> bool:
        if shown.id in self._written:
            return False
        return bool(shown.error) or not (shown.value or shown.optional)

    def _answer(self, offer: Offer) -> str:
        texts = [each.text for each in offer.examples if type(each) is m.FillIn]
        fresh = (each for each in texts if (offer.id, each) not in self._refused)
        return next(fresh, texts[0])

    def _close(self, scene: Sight) -> m.Move | None:
        """Close the page, and try it afresh if one comes back to it."""
        closes = next((each for each in scene.offers if each.id == "left"), None)
        self._refused.clear()
        return closes.examples[0] if closes else None

    def _send(self, scene: Sight) -> m.Move | None:
        sends = next((each for each in scene.offers if each.main), None)
        if sends is None:
            return None
        self._sent, self._written = {**self._sent, **self._written}, {}
        return sends.examples[0]
