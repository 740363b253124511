"""What is done before the day."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.debrief.phrases import many
from empathy_sim.workshop.kit.given import STOP_WORD, Given
from empathy_sim.workshop.kit.movers import pair_says
from empathy_sim.workshop.room.reasons import REASONS

_TO_A_SHEET = {"room card": 2, "prediction card": 2, "commitment card": 4}
"""How many of each card stand on one sheet."""
_MOST_ROBOTS = 100


class Before(Struct, frozen=True):
    """What is to be done by when."""

    when: str
    do: tuple[str, ...]


class Copies(Struct, frozen=True):
    """How often a page is printed."""

    what: str
    """What stands at its top."""
    sheets: int
    """How many times that page is printed."""
    why: str


def prepared(given: Given) -> tuple[Before, ...]:
    """All that comes before the day, in its order."""
    return (
        Before("Two weeks before", tuple(_weeks(given))),
        Before("The day before", tuple(_day(given))),
        Before("An hour before", tuple(_hour(given))),
    )


def _weeks(given: Given) -> Iterator[str]:
    yield f"Play it yourself, to the end: empathy-sim play {given.name}."
    yield (
        f"Make it yours: empathy-sim fit {given.name} sets the company's departments, "
        "waits and numbers."
    )
    if given.pairs:
        pairs = "; ".join(map(pair_says, given.pairs))
        yield f"Invite leaders of departments that must move together: {pairs}."
    yield (
        "Ask ten people who answer customers for the five reasons they hear most, out "
        f"of those from which your leaders choose as well: {'; '.join(REASONS)}."
    )
    yield (
        "Write their answers into a text file, poll.csv: a line for each person, with "
        "the five reasons in the same words, parted by semicolons. Add --poll poll.csv "
        "to the line that you type an hour before."
    )
    if given.timing.of("frontline"):
        yield (
            "Invite one of them as a guest. Send the four questions on the sheet, and "
            "see that the hour is paid."
        )
    yield "Find a colleague who can take over from you, and who stands at the door."


def _day(given: Given) -> Iterator[str]:
    yield (
        f"Write this sheet for the board: empathy-sim kit {given.name} --minutes "
        f"{given.minutes} --people {given.seats.people}{given.also}{_flags(given)} "
        "--cues cues.json"
    )
    yield (
        f"Practise with it: empathy-sim host {given.name} --cues cues.json --rehearse "
        f"{_robots(given)} --pace brisk fills the room with robots. Set up both windows "
        "as below, and go through this sheet once, key by key. Robots are quicker than "
        "people: after some minutes press C and go on."
    )
    yield (
        "Ctrl+Q stops the practice. Then empathy-sim workshops says what it is called, "
        "and empathy-sim workshops forget with that name removes it."
    )
    yield "Print what stands below. Read what is to be said aloud once, by yourself."
    yield (
        "In the room itself: try one laptop and one phone in the network you will use. "
        "If they do not find your laptop, the network keeps devices apart, as guest "
        "networks do: bring a small router of your own."
    )


def _flags(given: Given) -> str:
    """What both verbs are told beside the journey."""
    pace = "" if given.pace == "workshop" else f" --pace {given.pace}"
    held = given.timing.lasts("waiting")
    return f"{pace} --waiting-room {held}" if held else pace


def _robots(given: Given) -> int:
    return min(given.seats.people, _MOST_ROBOTS)


def _hour(given: Given) -> Iterator[str]:
    yield "Plug the laptop in, and turn its sleep off."
    yield (
        "Type in a terminal, on your own screen: empathy-sim host "
        f"{given.name}{_flags(given)} --cues cues.json"
    )
    yield (
        "Your board opens in that terminal; keep it there. Two windows are enough, and "
        "the board has then no page that could come up on the projector. On the board "
        "V shows this sheet, and the arrows turn it."
    )
    yield (
        "Press D on the board, then W: it shows the link of the wall. Open that link in "
        "a browser on the same laptop, and drag the browser's window to the projector. "
        "The wall follows the board by itself."
    )
    yield (
        "Write nothing on the room cards: the wall shows the picture, the address and "
        "the code, and everybody reads them there. Only without a projector: write the "
        "address and the code on one sheet, or photograph the picture that D shows, "
        "and hand that round."
    )
    yield _places(given)
    yield "Water on the tables. The door is not locked, and stays so."


def _places(given: Given) -> str:
    playing, watching = given.seats.playing, given.seats.watching
    places, chairs = many(playing, "place"), many(watching, "chair")
    them = "it" if playing == 1 else "them"
    beside = f", and {chairs} beside {them} to watch" if watching else ""
    return (
        f"Set {places} to play at{beside}; who sits where stands near the end of this "
        "kit. A pen for everybody."
    )


def invitation(given: Given) -> tuple[str, ...]:
    """What the invitation says, so that whoever comes has agreed to it."""
    devices = (
        "Bring a laptop, a tablet or a phone; there is nothing to install."
        if given.seats.watching <= given.seats.people // 4
        else "There is not a screen for everybody; you will play or watch."
    )
    whose = "a company much like ours" if given.is_ours else "an invented company"
    waits = (
        "Before it there is an uncomfortable waiting room, in which one waits and is "
        f"told nothing, for {many(given.timing.lasts('waiting'), 'minute')}. You may "
        f"pass it over, or end it at any moment by saying “{STOP_WORD}”. "
        if given.timing.of("waiting")
        else ""
    )
    return (
        (
            f"In {given.minutes} minutes you will be the customer of {whose}, and then "
            "see how that company recorded the same hour. It is meant to try "
            f"your patience. {waits}Nobody is tested. You may leave at any moment, and "
            "you may watch instead of playing."
        ),
        (
            "What you feel and write is seen by you alone; you choose what the room sees. "
            f"{devices}"
        ),
    )


def copies(given: Given) -> tuple[Copies, ...]:
    """What to print, and how often."""
    people, watching = given.seats.people, given.seats.watching
    return tuple(
        each
        for each in (
            Copies("Everything before “Room card”", 1, "for you; nobody else reads it"),
            Copies(
                "Room card",
                _sheets("room card", people),
                "one for each; two on a sheet, to be cut",
            ),
            Copies(
                "Observer form",
                watching,
                "one for each who watches; it works without a screen",
            ),
            Copies(
                "Prediction card",
                _sheets("prediction card", max(watching, 2)) if given.predicts else 0,
                "for those who watch; whoever plays guesses on the screen; two on a "
                "sheet",
            ),
            Copies(
                "Commitment card",
                _sheets("commitment card", people),
                "one for each; four on a sheet",
            ),
        )
        if each.sheets
    )


def _sheets(card: str, count: int) -> int:
    return -(-count // _TO_A_SHEET[card])
