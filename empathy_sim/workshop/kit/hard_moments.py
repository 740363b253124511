"""What to do when it is hard."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.workshop.kit.given import STOP_WORD
from empathy_sim.workshop.kit.sheet import Trouble

PEOPLE: tuple[Trouble, ...] = (
    Trouble(
        "Somebody is upset",
        (
            (
                "Go there, sit down, speak low. “You can stop here. Would you like to step "
                "out for a moment, or shall we just sit?” Do not ask why, and do not "
                "comfort them in front of others."
            ),
            (
                "F9 on their screen lets their own clock stand; B on the board lets all of "
                "them stand. If you go out with them, your colleague takes the room."
            ),
            (
                "Before they leave for the day ask once, alone: “Is there anything you "
                "need?” Ring them tomorrow."
            ),
        ),
    ),
    Trouble(
        f"Somebody says “{STOP_WORD}”",
        (
            (
                "While they play, press B at once: every clock stands, that of the closing "
                "too. Before and after, no clock runs: stop where you are. “Everything "
                "stands. Thank you.” Ask nobody why."
            ),
            (
                "Whoever wants to leave it presses F10, or finds it under More. When you go "
                "on, ask first: “Shall we?” If all say yes, press B again. If one says no, "
                "press C: everybody goes on to their own debrief."
            ),
        ),
    ),
    Trouble(
        "They joke it away",
        (
            "Let the first laugh stand. It is often relief.",
            "At the second: “Yes. And then, what happened to the customer?” Wait.",
            (
                "If it turns on people: “We may laugh at what we have built. Not at those who "
                "ring, nor at those who answer.” Say it once, and go on."
            ),
        ),
    ),
    Trouble(
        "They are proud",
        (
            # People who have endured something judge those harder who did not (Ruttan,
            # McDonnell and Nordgren 2015).
            (
                "Whoever got through is often hard on those who did not. Do not praise it. "
                "“Thank you. What helped you?” Write the answers on a chart."
            ),
            (
                "Then: “Which of our customers do not have that?” In their own debrief, "
                "under More, stands the same journey with less."
            ),
        ),
    ),
    Trouble(
        "They blame the customer",
        (
            (
                "“What did they know at that minute, and from whom?” Each debrief says "
                "whether another choice would have helped. Often none would."
            ),
        ),
    ),
    Trouble(
        "They blame whoever answered",
        (
            (
                "“What stood on their screen? What would it have cost them to help?” Read "
                "aloud what the frontline says, in any debrief, beside what lay behind it."
            ),
        ),
    ),
    Trouble(
        "They say: we are not like that",
        (
            (
                "“That may be so. From which number would we know?” Then: three real calls "
                "by Friday, listened to by the one who said it."
            ),
        ),
    ),
    Trouble(
        "They want to rescue one customer",
        (
            (
                "“Good. And the next one, who is waiting now? Which target made it so?” "
                "Rescuing one mends nothing."
            ),
        ),
    ),
    Trouble(
        "One voice takes over, or the most senior speaks first",
        (
            (
                "“I should like to hear three people who have not spoken.” Ask the most "
                "senior beforehand to speak last."
            ),
        ),
    ),
    Trouble(
        "Nobody speaks",
        (
            (
                "Count ten seconds on the clock. Then: “One minute, two and two.” Ask one "
                "pair to begin."
            ),
        ),
    ),
    Trouble(
        "Somebody leaves the room",
        (
            (
                "Let them. After two minutes your colleague looks after them. Their seat "
                "stays as it is."
            ),
        ),
    ),
    Trouble(
        "You are thrown yourself",
        (
            (
                "“I need a minute.” While they play, press B. Drink some water. Agree "
                "beforehand who takes over, and speak with them afterwards; you need "
                "somebody to tell, too."
            ),
        ),
    ),
)
"""Moments with people. Strong feelings are planned for before, during and after (Janzen
and others 2016); whoever leads needs looking after as well (Naweed and others 2021)."""

THINGS: tuple[Trouble, ...] = (
    Trouble(
        "One screen stands, or looks odd",
        (
            (
                "Load the page again: it is the same seat, in the same place. Nothing that "
                "was shown as kept is lost."
            ),
        ),
    ),
    Trouble(
        "A device is dead",
        (
            (
                "Press K on their line: it shows a new link, for another device. It is the "
                "same seat, in the same place. Without another device they watch somebody, "
                "with a paper form."
            ),
        ),
    ),
    Trouble(
        "The network goes",
        (
            (
                "Nobody loses anything: a seat that is not heard from stands still, and "
                "comes back by itself. Say so, and wait three minutes."
            ),
            (
                "A telephone that shares its connection is a network too; it needs no "
                "internet. Your laptop has another address there: stop with Ctrl+Q, type "
                "empathy-sim host --resume, and open the wall's new link. Each seat comes "
                "back by a link of its own: K on its line."
            ),
        ),
    ),
    Trouble(
        "Your laptop stops",
        (
            (
                "Start it, and type empathy-sim host --resume. It is the same room, with the "
                "same links and this sheet; the screens come back by themselves."
            ),
        ),
    ),
    Trouble(
        "The terminal that hosts shows “Stopped”",
        (
            (
                "Somebody pressed Ctrl+Z. Type fg there, and Enter: the room comes back "
                "as it was."
            ),
        ),
    ),
    Trouble(
        "The projector fails",
        (
            (
                "Go on without it. Hand round the address and the code on a sheet; D on "
                "the board shows both. When you come to "
                "the wall, turn your laptop round with the browser's window on it, or read "
                "aloud the first line of each step."
            ),
        ),
    ),
    Trouble(
        "Nothing works at all",
        (
            (
                "One laptop is enough: empathy-sim play {name} in front of everybody. One "
                "plays who likes to, all others have an observer form and a prediction "
                "card. Then the questions of this sheet, in their order."
            ),
        ),
    ),
)
"""Moments with machines; `{name}` stands for what the journey is started by."""


_FEW = 6
"""With fewer there are hardly three who have not spoken, nor two pairs."""
_AMONG_FEW: Mapping[str, str] = {
    "One voice takes over, or the most senior speaks first": (
        "“I should like to hear somebody who has not spoken.” Ask the most senior "
        "beforehand to speak last."
    ),
    "Nobody speaks": (
        "Count ten seconds on the clock. Then: “One minute, each with a pen.” Ask one "
        "to begin."
    ),
}
"""What is done instead where there are so few."""


def with_people(people: int) -> tuple[Trouble, ...]:
    """What can be hard with somebody, in a room of so many."""
    if people >= _FEW:
        return PEOPLE
    return tuple(
        Trouble(each.happens, (_AMONG_FEW[each.happens],))
        if each.happens in _AMONG_FEW
        else each
        for each in PEOPLE
    )


def with_things(name: str) -> tuple[Trouble, ...]:
    """What can fail, with the journey's own name in it."""
    return tuple(
        Trouble(each.happens, tuple(says.replace("{name}", name) for says in each.then))
        for each in THINGS
    )
