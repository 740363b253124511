"""Playing, resting and looking back, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.workshop.kit.given import Given
from empathy_sim.workshop.kit.sheet import Trouble, Words

_INSTEAD = ("departments", "frontline", "spare")
"""What a second sitting may be held in place of."""
_DEBRIEF = 12
"""Minutes that a second sitting takes beside playing."""

_WARNS = 5


def warns(lasts: int) -> int:
    """Minutes before the end of playing at which it is said that it comes.

    Args:
        lasts: minutes of playing; of few, it is said when half of them are over.
    """
    return max(1, min(_WARNS, lasts // 2))


def _warns(given: Given) -> int:
    return warns(given.timing.lasts("play"))


def play(given: Given) -> Words:
    """Everybody is a customer; whoever leads says almost nothing."""
    return Words(
        heading="They are customers now",
        do=tuple(_while_they_play(given)),
        say=(
            (
                f"{capital(many(_warns(given), 'more minute'))}. Whoever is still waiting "
                "then is still waiting. That is an ending too."
            ),
        ),
        board="Playing: how many are in the story, how many are through it, and how "
        "long until the room closes. A line that needs somebody is marked.",
        wrong=_WHILE_PLAYING,
    )


_WHILE_PLAYING = (
    Trouble(
        "A line is marked stuck or idle",
        (
            "N says a word to that seat; “Take the time you need” is ready.",
            (
                "If that does not help, go there and ask. L leads them on to the "
                "next stage: ask them before you do."
            ),
        ),
    ),
    Trouble(
        "Somebody tells you something quietly",
        (
            (
                "Press A: the board marks their line and says who it is. Go to "
                "them, sit down, and speak low."
            ),
        ),
    ),
    Trouble(
        "The room is too loud, or too tense",
        (
            (
                "Press B: every clock stands, and every screen says so. “Let us "
                "take a breath. Nothing runs on.” Press B again when it is quiet."
            ),
            (
                "The closing waits too: the room closes later by as long as the breath "
                "lasted, and the board says the new time. If the day has no room for "
                "that, press T and type another time."
            ),
        ),
    ),
    Trouble(
        "Somebody takes up their phone while on hold",
        ("Say nothing. That is what customers do. Whoever watches notes it.",),
    ),
)


def _while_they_play(given: Given) -> Iterator[str]:
    yield "Say nothing. Stand where you see faces and the board, and never a screen."
    yield "Look at the board once a minute, and go first to whoever is marked there."
    longest = given.longest
    if longest is not None:
        yield (
            f"The long wait is in the stage {longest.title}, about "
            f"{many(round(longest.waits / 60_000), 'minute')}. Do not shorten it. The "
            "room may grow loud, or very still; both are right."
        )
    yield (
        "Whoever is through rests, and goes on to their own debrief by themselves. So "
        "some look back while others still play; keep it quiet for both."
    )
    before = many(_warns(given), "minute")
    yield (
        f"{capital(before)} before the room closes, by what the board says is left, say "
        "once what stands below."
    )
    if given.timing.margin:
        yield (
            f"The journey takes about {many(given.play, 'minute')}; you have "
            f"{many(given.timing.margin, 'minute')} more for those who are slower."
        )


def rest(given: Given) -> Words:
    """The story is over for everybody, wherever they came to."""
    del given
    return Words(
        heading="The story is over",
        do=(
            (
                "The room closes by itself, after a breath later by as long as that "
                "lasted. If it is to close now, press C, and choose Close."
            ),
            "Be quiet for a moment before you speak.",
        ),
        say=(
            (
                "The story is over, for all of us, wherever you have come to. Take your "
                "hands off the keys, and look out of the window. Nobody has to say "
                "anything yet."
            ),
        ),
        board="Looking back; nobody in the story any more.",
        wrong=(
            Trouble(
                "Somebody begins to tell at once",
                ("“Keep it a little. Your own page first, then all of us.”",),
            ),
            Trouble(
                "Somebody was cut off just before the end",
                ("“Your customer was, too. Your debrief says how far you came.”",),
            ),
        ),
    )


def debrief(given: Given) -> Words:
    """Each alone with their own pages, before anything is shared."""
    return Words(
        heading="Each looks back alone",
        do=(
            "Keep it quiet. Do not read anybody's screen.",
            "Whoever is through goes on to the page on what the room may see.",
            *_their_notes(given),
        ),
        say=(
            (
                f"Now {_look_back(given)} you will see what it was like, "
                "how the company recorded it, what lay behind it, and one place once more "
                "with something mended. Then you write one thing that you will do."
            ),
            (
                "You are asked what you think caused it before it is opened. Write what "
                "you really think. Nobody else sees it."
            ),
        ),
        board="Looking back. The lines say who is through.",
        wrong=(
            Trouble(
                "Somebody needs longer",
                (
                    (
                        "Let them. They can go on while the room looks at the wall. Later "
                        "U adds what may be told of them."
                    ),
                ),
            ),
            Trouble(
                "Somebody did not begin, or left at once",
                (
                    (
                        "There is little to look back on, and that is all right. Ask them "
                        "quietly whether they would like to read the page of a colleague "
                        "who agrees."
                    ),
                ),
            ),
        ),
    )


def share(given: Given) -> Words:
    """What the room may see, ticked by each."""
    return Words(
        heading="What may the room see?",
        do=(
            (
                "Ask for hands: who has kept their ticks? Wait for most of them. U brings "
                "to the wall what is ticked later, as far as it may be told."
            ),
            (
                "Let whoever played save the page to keep and the page to forward now: "
                "both stand below the ticks."
            ),
        ),
        say=(
            (
                f"{_your_screen(given)} now asks what the room may see: your curve, a "
                "word, an insight, your commitment. Tick what you like, or nothing, with "
                "your name or without. Then press Keep these ticks."
            ),
            (
                "Below that, guess the five reasons for which your customers call, and "
                "press Keep my guess. Leave what you do not know empty."
            ),
        ),
        board="Looking back. Nothing on it says who ticked what.",
        wrong=tuple(_few_ticks(given)),
    )


def _few_ticks(given: Given) -> Iterator[Trouble]:
    if given.tells_of_all:
        then = (
            "Do not ask for more. The wall tells in numbers of at least "
            f"{number(given.least)} people, and that is enough for a good talk."
        )
    else:
        then = (
            f"Do not ask for more. With fewer than {number(given.least)} who played, the wall "
            "shows of their journeys only what is ticked. Ask the questions all the same: "
            "people answer from their own pages."
        )
    yield Trouble("Hardly anybody ticks", (then,))


def watchers(given: Given) -> Words:
    """Those who watched tell what they saw, to whom they watched."""
    return Words(
        heading="The two of you" if not given.seats.threes else "At each screen",
        do=(
            f"Let those who watched turn to the one they watched.{_alone(given)}",
            "Keep the time. Walk past, and do not join in.",
            *_second_sitting(given),
        ),
        say=(
            (
                "If you watched, ask first: what was the worst of it? Then read what you "
                "noted, with its times, and nothing else. No advice, and no “you should "
                "have”."
            ),
        ),
        ask=(
            "What was the worst of it?",
            "Where did we see the same?",
            "Where did I see nothing, and you felt something?",
        ),
        board="Looking back.",
        wrong=(
            Trouble(
                "The one who watched explains what the other felt",
                ("“Read only what you wrote. What was it, and at what time?”",),
            ),
        ),
    )


def _alone(given: Given) -> str:
    match given.seats.alone:
        case 0:
            return ""
        case 1:
            return " Whoever played alone joins one of them, and listens."
        case _:
            return (
                " Those who played alone turn to each other, and ask only the first "
                "question."
            )


def _their_notes(given: Given) -> Iterator[str]:
    if given.seats.watching:
        yield (
            "Those who watched have a page too: their notes, with times. On paper they "
            "read what they wrote."
        )


def _look_back(given: Given) -> str:
    if given.seats.watching:
        return "look back, each by yourself. If you watched, read your notes. If you played,"
    return "look back, each at your own screen:"


def _your_screen(given: Given) -> str:
    return "If you played, your screen" if given.seats.watching else "Your screen"


def _second_sitting(given: Given) -> Iterator[str]:
    """When the pairs may swap, where there can be time for it."""
    takes, lasts = given.play + _DEBRIEF, given.timing.lasts
    if lasts("spare") >= takes:
        whence = "It takes the time in hand; what follows here begins later by as much."
    elif sum(map(lasts, _INSTEAD)) >= takes:
        whence = (
            "It takes the minutes of “Two departments at one table” and “A guest who "
            "answers customers”: leave both out."
        )
    else:
        return
    yield (
        "A second sitting, if you want one, begins after this: before the wall, so that "
        "the wall tells of everybody who played. Press Y: the pairs swap, who watched "
        f"plays, who played watches. It needs about {takes} minutes with their "
        f"own debriefs, and then these questions again. {whence}"
    )


def pause(given: Given) -> Words:
    """Coffee, for whoever is through."""
    lasts = many(given.timing.lasts("break"), "minute")
    return Words(
        heading="A break",
        do=(
            "Doors open. Whoever needs longer for their own page takes it now.",
            "Look at the board: who has not come through? Ask them quietly.",
        ),
        say=(f"A break of {lasts}. When we come back, we look at it together.",),
        board="Looking back.",
    )
