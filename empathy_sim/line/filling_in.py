"""Fields and questions, asked one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.engine.touchpoints.form import FormFace, FormField
from empathy_sim.engine.touchpoints.survey import QuestionShown, SurveyFace
from empathy_sim.errors import MoveRefused
from empathy_sim.line.lines import Line, aside, option, plain
from empathy_sim.line.wording import many, on_one_line

_ENDINGS = ("?", ":", ".", "!")


@dataclass(frozen=True, slots=True)
class Blank:
    """A field or a question, and how it stands."""

    offer: Offer
    value: str = ""
    hint: str = ""
    error: str = ""
    may_stay_empty: bool = False

    @property
    def label(self) -> str:
        return on_one_line(self.offer.label)

    @property
    def asks(self) -> str:
        """Its label, as it leads in what stands in it."""
        return self.label if self.label[-1:] in _ENDINGS else f"{self.label}:"

    @property
    def types(self) -> str:
        """What may be typed, where the label does not say it."""
        choices = len(self.offer.choices)
        number = f"Type a number from 1 to {choices}" if choices > 1 else ""
        number = "1 ticks it" if choices == 1 else number
        number = "Invent one: it shows as you type it" if self.offer.secret else number
        if self.value:
            enter = f"Now: {self.shown}. Enter leaves it so"
        else:
            enter = "Enter leaves it empty" if self.may_stay_empty else ""
        return ". ".join(each for each in (number, enter) if each)

    @property
    def needed(self) -> str:
        """What is said to Enter alone, where something is needed."""
        what = self.types if self.offer.choices else "type an answer"
        what = what[:1].lower() + what[1:]
        return f"This is needed: {what}. Enter again leaves it empty."

    @property
    def shown(self) -> str:
        """What stands in it, as it may be read aloud."""
        if self.offer.secret:
            return many(len(self.value), "character")
        return on_one_line(self.value)


def blanks_of(scene: Scene) -> tuple[Blank, ...]:
    """The fields or questions of a page, in their order."""
    match scene.face:
        case FormFace(fields=fields):
            return tuple(
                _field(offer, each)
                for each in fields
                if (offer := scene.offer("fill", each.id))
            )
        case SurveyFace(questions=questions):
            return tuple(
                _question(offer, each)
                for each in questions
                if (offer := scene.offer("rate", each.id))
            )
        case _:
            return ()


def _field(offer: Offer, shown: FormField) -> Blank:
    return Blank(offer, shown.value, shown.hint, shown.error, shown.optional)


def _question(offer: Offer, shown: QuestionShown) -> Blank:
    scale = f"{shown.least} to {shown.most}"
    if shown.least_means and shown.most_means:
        scale = (
            f"{shown.least}, {shown.least_means}, to {shown.most}, {shown.most_means}"
        )
    value = "" if shown.value is None else str(shown.value)
    return Blank(offer, value, scale, may_stay_empty=True)


@dataclass
class FieldByField:
    """Goes through the blanks of a page; back to those that were refused."""

    _passed: set[str] = field(default_factory=set)
    _urged: set[str] = field(default_factory=set)
    _again: set[str] = field(default_factory=set)
    """Secrets to type anew, since the one that they repeat has changed."""
    _sent: bool = False

    def current(self, scene: Scene) -> Blank | None:
        """The one to ask for now; None where all is done."""
        for blank in blanks_of(scene):
            if blank.offer.id not in self._passed and self._is_open(blank):
                return blank
        return None

    def answered(self, name: str, scene: Scene) -> None:
        """One has been answered; a secret that repeats it must be typed anew."""
        self.passed(name)
        secrets = [each.offer.id for each in blanks_of(scene) if each.offer.secret]
        if name in secrets:
            repeats = secrets[secrets.index(name) + 1 :]
            self._again.update(repeats)
            self._passed.difference_update(repeats)

    def _is_open(self, blank: Blank) -> bool:
        if blank.error or blank.offer.id in self._again:
            return True
        return not blank.value and not (self._sent and blank.may_stay_empty)

    def passed(self, name: str) -> None:
        """One has been answered, or left as it is."""
        self._passed.add(name)
        self._again.discard(name)

    def leave(self, blank: Blank) -> None:
        """Enter alone: leave one as it is.

        Raises:
            MoveRefused: something is needed there; said once each time it is asked.
        """
        name = blank.offer.id
        if blank.value or blank.may_stay_empty or name in self._urged:
            self.passed(name)
            return
        self._urged.add(name)
        raise MoveRefused(says=blank.needed, field=name)

    def send(self) -> None:
        """The page has been sent: what it refuses is asked for again."""
        self._passed.clear()
        self._urged.clear()
        self._sent = True

    def turn_page(self) -> None:
        """Another page, or the same one emptied."""
        self._passed.clear()
        self._urged.clear()
        self._again.clear()
        self._sent = False


def asking_for(blank: Blank, *, one_of_several: bool = False) -> Iterator[Line]:
    """The lines that ask for one field or question.

    Args:
        blank: what is asked for.
        one_of_several: whether the page has refused others too, so that what it
            said has to be said again beside each.
    """
    yield plain(blank.asks)
    if blank.hint:
        yield aside(on_one_line(blank.hint))
    if blank.error and one_of_several:
        yield aside(on_one_line(blank.error))
    for at, choice in enumerate(blank.offer.choices, 1):
        yield option(at, on_one_line(choice))
    if blank.types:
        yield aside(blank.types)
