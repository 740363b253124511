"""How a room begins, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.workshop.kit.given import STOP_WORD, Given
from empathy_sim.workshop.kit.sheet import Trouble, Words


def arrive(given: Given) -> Words:
    """Everybody takes a seat; the wall shows how."""
    return Words(
        heading="They come in",
        do=(
            (
                "Have the wall on the projector: it shows the picture, the address and the "
                "code."
            ),
            (
                "Stand at the door. Hand everybody a room card, and say where they sit: "
                "the plan stands under “Who sits where”, near the end of this kit."
            ),
            *_watching_comes_second(given),
            "Look at the board: each line is somebody who has sat down.",
        ),
        say=(
            (
                "Welcome. Point your camera at the wall, or type the address and the code. "
                "Then write what we shall call you, and read what stands below: it says "
                "who sees what."
            ),
        ),
        board="In the lobby: how many are here, how many play and how many watch.",
        wrong=(
            Trouble(
                "A device does not find the address",
                (
                    (
                        "It must be in the same network as your laptop. Type the address "
                        "instead of using the camera."
                    ),
                    "Otherwise seat its owner beside somebody, with a paper form.",
                ),
            ),
            Trouble(
                "Somebody comes later",
                (
                    (
                        "They can sit down until the room closes; D on the board shows the "
                        "address and the code. Give them the room card to read, and let them watch somebody who has begun."
                    ),
                ),
            ),
        ),
    )


def _watching_comes_second(given: Given) -> Iterator[str]:
    seats = given.seats
    if not seats.watching:
        yield "Everybody plays, each at a screen of their own."
        return
    plays = "plays" if seats.playing == 1 else "play"
    watch = "watches" if seats.watching == 1 else "watch"
    yield (
        f"{capital(number(seats.playing))} {plays} and {number(seats.watching)} {watch}. "
        "Whoever plays sits down first: whoever watches chooses whom on their own device, "
        "or has the paper form alone."
    )


def prebrief(given: Given) -> Words:
    """What this is, said before anything begins.

    Expectations, the fiction, the practicalities and respect make a room safe (Rudolph,
    Raemer and Simon 2014). A warning softens nothing and raises dread (Bridgland, Jones
    and Bellet 2023), so there is none.
    """
    return Words(
        heading="What this is, and what it is not",
        do=(
            "Stand still, and read it as it stands.",
            (
                "Add no warning. A warning softens nothing; it only makes people wait for "
                "it."
            ),
            *(["Hand those who watch their form."] if given.seats.watching else []),
        ),
        say=tuple(_said_before(given)),
        ask=(
            "What would you like to know before we begin?",
            "Would anybody rather watch today? That needs no reason.",
        ),
        board="Still in the lobby. Nothing has begun on any screen.",
        wrong=_BEFORE_WRONG,
    )


_BEFORE_WRONG = (
    Trouble(
        "Somebody asks who will see their results",
        (
            (
                "“There are no results of people. You see your own debrief, and "
                "the room sees what you tick.” Point at the room card."
            ),
        ),
    ),
    Trouble(
        "Somebody says they know their customers",
        ("“You may be right. We write our guesses down first, and compare.”",),
    ),
    Trouble(
        "Somebody would rather watch",
        ("Mark their line, press W, and choose whom they watch. Hand them a form.",),
    ),
    Trouble(
        "Somebody makes it a contest",
        ("“There is nothing to win. Leaving early is as good an answer.”",),
    ),
)


def _said_before(given: Given) -> Iterator[str]:
    yield f"Nobody is tested today. {_role(given)} {_invented(given)}"
    yield (
        "Some of it will try your patience. That is the company's doing, and it is meant. The "
        "screen itself is calm: where a wait is cut, it says so."
    )
    yield (
        "I take it that everybody here is good at their work and means well by their "
        "customers. We look at what good people have built together, not at the "
        "people. So do what you would do at home, and take your customer seriously."
    )
    yield (
        "You may leave your journey at any moment, with F10, or under More on a phone. "
        "Leaving is as full an ending as any, and so is its debrief. If you "
        f"want the whole room to stop, say “{STOP_WORD}” aloud. Then every clock "
        "stands, that of the closing too, and nobody asks why. A button lets you tell "
        "me something quietly."
    )
    yield from _who_sees_what(given)
    yield (
        "What you live through here is yours to tell outside. What others say and do "
        "here is not."
    )
    if given.seats.watching:
        yield (
            "If you watch: do not help, and do not comfort. Write down what you see "
            "and hear, and when; not what you think they feel. Yours is no smaller part: "
            "in several studies those who watched with a form, and joined in afterwards, "
            "learned as much."
        )


def _role(given: Given) -> str:
    if given.seats.watching:
        return (
            f"You will be a customer of {given.company}, or sit beside one and watch."
        )
    return f"Each of you will be a customer of {given.company}."


def _invented(given: Given) -> str:
    if given.is_ours:
        return (
            "The story is invented. What happens in it is not: it is put together from "
            "what companies really do, with some numbers of ours."
        )
    return (
        "The company is invented. What it does to its customers is not: it is put "
        "together from what companies really do."
    )


def _who_sees_what(given: Given) -> Iterator[str]:
    yield (
        "I see who sits where, in which stage, and for how long. I do not see what you "
        "feel or write. Your own debrief comes first, and it is yours. Then you tick "
        "what the room may see, with your name or without. Nothing is ticked for you. "
        f"{given.of_what_nobody_ticked}"
    )


def waiting(given: Given) -> Words:
    """The lobby itself waits, for those who agreed.

    A surprise wait needs consent, a way out and a debrief (Calhoun and others 2020).
    """
    return Words(
        heading="The uncomfortable waiting room",
        key="S",
        do=(
            (
                "Hold it only if it stood in the invitation. First say what stands below, "
                "to its end."
            ),
            *_start(given),
            (
                "Each screen asks, and then shows a ticket and a board that calls "
                "others. Whoever would rather not goes straight on."
            ),
            (
                "Be busy with papers. Answer every question kindly, with nothing: “I "
                "am afraid I cannot say.” Act no part beyond that."
            ),
            "The door is open, and water within reach. Chairs may be too few.",
            (
                f"Whoever says “{STOP_WORD}” may leave it at once: say so, and let them "
                "press the button."
            ),
        ),
        say=(_waiting_said(given), *_begin_said(given)),
        board=(
            "Playing. Each line says “has not begun” until that seat's journey begins."
        ),
        wrong=_WAITING_WRONG,
    )


def _waiting_said(given: Given) -> str:
    held = many(given.timing.lasts("waiting"), "minute")
    return (
        "Before the story there is a waiting room. It stood in your invitation. It "
        f"takes about {held}, and it is meant to be uncomfortable. Your screen asks "
        "whether you agree. You may stop it at any moment, with the button or by "
        f"saying “{STOP_WORD}”. Nobody asks why, and nothing is lost by it."
    )


_WAITING_WRONG = (
    Trouble(
        "Somebody becomes really angry",
        (
            (
                "Go there: “You can stop it now, with the button. This was my doing, "
                "not yours.”"
            ),
            "If several are, say that it is over, and let everybody press the button.",
        ),
    ),
    Trouble(
        "They chat and enjoy it",
        ("Let them. Ask later who stopped looking at the board, and when.",),
    ),
)


def _start(given: Given) -> Iterator[str]:
    minutes = given.timing.until_closing
    yield (
        "Then press S on the board, and choose Begin: every screen goes on by itself."
    )
    yield (
        f"Then press T, type +{minutes} and Enter: the room closes by itself in {minutes} "
        "minutes, and every seat sees how long is left. A breath makes it later by "
        "itself."
    )


def begin(given: Given) -> Words:
    """Contract, report, customer and guesses, on each screen."""
    waited = given.timing.of("waiting") is not None
    return Words(
        heading=f"At each screen: contract, customer{', guesses' * given.predicts}",
        key="" if waited else "S",
        do=(
            *(
                ["Each goes on when their own wait is over. You have said it all."]
                if waited
                else (
                    "First read aloud what is to be said, to its end.",
                    *_start(given),
                )
            ),
            "Then say nothing more. They read at their own speed, and begin by themselves.",
            *(
                ["Those who watch write their guesses on a prediction card."]
                if given.seats.watching and given.predicts
                else []
            ),
        ),
        say=() if waited else _begin_said(given),
        is_said_first=not waited,
        board=(
            "Playing. Each line says where they are. After five minutes nobody should "
            "still be at the contract."
        ),
        wrong=(
            Trouble(
                "Somebody is stuck at the contract",
                (
                    (
                        "It asks which departments they answer for. Both questions may be "
                        "left empty; F5 or the Begin button goes on."
                    ),
                ),
            ),
        ),
    )


def _begin_said(given: Given) -> tuple[str, ...]:
    return (
        " ".join(_said_to_begin(given)),
        (
            "From here on, please do not talk to each other. If you need me, use the "
            "button, or raise a hand."
        ),
    )


def _said_to_begin(given: Given) -> Iterator[str]:
    waited = given.timing.of("waiting") is not None
    now = "Then it begins" if waited else "It begins now"
    if given.seats.watching:
        yield f"{now}. If you play, you first read a contract."
    else:
        yield f"{now}, each at your own screen. First you read a contract."
    if given.report:
        yield "Then the company's month, as its leaders see it. Look at it well."
    yield "Then you read who you are, and why it matters today."
    if given.predicts:
        yield (
            "Then you guess a few numbers, blind. Nobody is meant to guess well, and "
            "nobody sees whose guess is whose."
        )
    yield (
        f"The room closes in {given.timing.until_closing} minutes; if we take a breath, "
        "later by as long as that lasts. Whoever is still in the story then is still "
        "waiting, and that is an ending too."
    )
