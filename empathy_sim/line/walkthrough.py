"""A walkthrough, played in the plain mode."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import asdict

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.wording import NAME
from empathy_sim.errors import NotOffered, NotSeen, NotTaken
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.line.after_story import Conversation
from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.lines import Line
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import LinePlay
from empathy_sim.line.walkthrough_choices import can_be_chosen, meant, on_offer
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session

_VERBS = re.compile(r"(choose|press|say|type|answer)\s+", re.IGNORECASE)
_KEYS = "0123456789*#"
_MOST_PAUSES = 3_000
_SHOWN = 12
"""How many of the lines that were seen instead are shown."""


@dataclass
class WalkthroughHands:
    """Types what a walkthrough does, once it has seen what it sees."""

    steps: tuple[Step, ...]
    names: Mapping[str, str]
    clock: ManualClock
    in_story: Callable[[], bool]
    """Around the story it goes on by Enter, and its steps are the story's."""
    looks_back: Callable[[], bool]
    """In the debrief it does what steps are left, and else goes on by Enter."""
    scene: Callable[[], Scene]
    """What can be done now in what is walked."""
    seen: list[str] = field(default_factory=list)
    """What was written since the last thing done."""
    _at: int = 0
    _pauses: int = 0
    _looked_back: bool = False
    _did: str = ""
    _is_step: bool = False
    """Whether what was typed last is a step."""
    _before: str = ""
    """What was done before the last step."""
    _there: tuple[str, ...] = ()
    """What was seen before it."""

    def hear(self, line: Line) -> None:
        """Take in a line that was written.

        Raises:
            NotTaken: it says that the last step could not be done.
        """
        if line.weight == "refusal" and self._is_step:
            step = self.steps[self._at - 1]
            raise NotTaken(
                line=step.line,
                step=_told(step),
                after=self._before,
                seen=self._there,
                says=line.text,
            )
        self.seen.append(line.written())

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        self._is_step = False
        if not self.in_story():
            return self._looking_back() if self.looks_back() else ""
        while self._at < len(self.steps):
            step = self.steps[self._at]
            if step.kind == "does":
                typed = typed_of(step.text, self.names)
                if asked or (not waits and is_for_the_frame(typed)):
                    self._hold_to_offers(step, typed)
                    return self._type(step, typed)
                break
            if not self._sees(step):
                break
            self._at += 1
        self._pass(asked=asked, within_ms=within_ms)
        return None

    def _looking_back(self) -> str:
        """What is typed in the debrief: Enter, until what a step waits for is seen."""
        self._looked_back = True
        while self._at < len(self.steps):
            step = self.steps[self._at]
            if step.kind == "does":
                return self._type(step, typed_of(step.text, self.names))
            if not self._sees(step):
                break
            self._at += 1
        return ""

    def be_done(self) -> None:
        """Nothing more will be seen.

        Raises:
            NotSeen: something has been waited for until the end of the debrief.
        """
        if self._looked_back and self._at < len(self.steps):
            raise self._not_seen()

    def _sees(self, step: Step) -> bool:
        return _plain(_named(step.text, self.names)) in _plain(" ".join(self.seen))

    def _type(self, step: Step, typed: str) -> str:
        self._at += 1
        self._pauses, self._is_step = 0, True
        self._before, self._did = self._did, step.text
        self._there = tuple(self.seen[-_SHOWN:])
        self.seen.clear()
        return typed

    def _hold_to_offers(self, step: Step, typed: str) -> None:
        """See that what is chosen is there to be chosen.

        Raises:
            NotOffered: it is not.
        """
        scene = self.scene()
        if _verb(step.text) != "choose" or can_be_chosen(typed, scene):
            return
        offered = on_offer(scene)
        raise NotOffered(
            line=step.line,
            step=_told(step),
            after=self._did,
            seen=tuple(self.seen[-_SHOWN:]),
            chosen=typed,
            meant=meant(typed, offered),
            offered=offered,
        )

    def _pass(self, *, asked: bool, within_ms: int | None) -> None:
        """Let time pass, unless the story waits for what is not going to come."""
        self._pauses += 1
        stuck = within_ms is None or self._pauses > _MOST_PAUSES
        if self._at >= len(self.steps) and (asked or stuck):
            raise EndOfLines
        if within_ms is None or stuck:
            raise self._not_seen()
        self.clock.wait(within_ms)

    def _not_seen(self) -> NotSeen:
        step = self.steps[self._at]
        return NotSeen(
            line=step.line,
            step=_told(step),
            after=self._did,
            seen=tuple(self.seen[-_SHOWN:]),
        )


def _told(step: Step) -> str:
    return f"{step.kind}: {step.text}"


def _verb(does: str) -> str:
    """The word that something done begins with; empty where it is none of those."""
    verb = _VERBS.match(does)
    return verb[1].casefold() if verb else ""


def names_of(cast: Cast) -> Mapping[str, str]:
    """What `<name>` stands for in a walkthrough: facts, and `customer.first_name`."""
    person = asdict(cast.person)
    return {f"customer.{name}": str(value) for name, value in person.items()} | dict(
        cast.facts
    )


def typed_of(does: str, names: Mapping[str, str]) -> str:
    """What is typed in the plain mode for something done: `choose Call again`.

    Of what is pressed only the keys count: `press <order_number>#`.

    Args:
        does: what a step does.
        names: what `<name>` stands for in it.
    """
    typed = _named(_VERBS.sub("", does, count=1), names)
    match _verb(does):
        case "say" if is_for_the_frame(typed):
            return f"say: {typed}"
        case "press":
            return "".join(each for each in typed if each in _KEYS)
        case _:
            return typed


def _named(text: str, names: Mapping[str, str]) -> str:
    return NAME.sub(lambda found: names.get(found[1], found[0]), text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def walk(
    walkthrough: Walkthrough,
    session: Session,
    clock: ManualClock,
    write: Callable[[Line], None],
    debrief: Conversation | None = None,
) -> None:
    """Play a walkthrough to its end.

    Args:
        walkthrough: what is seen and done.
        session: a new session of what it plays, by that same clock.
        clock: the time it is played in.
        write: is given every line as it is written.
        debrief: the talk after the story; None for the whole debrief.

    Raises:
        NotSeen: words it waits for did not come, or its turn.
        NotOffered: what it chooses is not on offer.
        NotTaken: what it does is refused.
    """
    cast = session.state.cast
    hands = WalkthroughHands(
        walkthrough.steps,
        names_of(cast) if cast else {},
        clock,
        lambda: play.in_story,
        lambda: session.state.phase == "debriefing",
        session.scene,
    )

    def written(line: Line) -> None:
        hands.hear(line)
        write(line)

    play = LinePlay(
        session,
        written,
        kept_in="memory",
        debrief=debrief,
        manners=Manners(echoes=True),
    )
    if play.play(hands) == "closed":
        hands.be_done()
