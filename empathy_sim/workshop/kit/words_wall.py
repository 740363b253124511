"""What is said at each step of the wall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from empathy_sim.debrief.phrases import listed
from empathy_sim.workshop.group.drawn import Step
from empathy_sim.workshop.group.reasons import Reasons
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.steps import Wall, whole
from empathy_sim.workshop.kit.given import Given
from empathy_sim.workshop.kit.sheet import Trouble, Words

_R = "Press R: it stands on the wall. The right arrow shows the next piece of it."
_FEW = (
    "In a room of this size the wall tells nothing of all together: what belongs here "
    "stands in everybody's own debrief."
)
"""Where fewer play than a number is told of."""
_PAIRS = (
    "It names the departments that must move together, from what was met in this room. "
    "Where this sheet names others, which are the journey's, take the wall's."
)
_READ = 3
"""Lines of the monthly report that are read aloud."""
_BOARD = (
    "Looking back: which piece stands on the wall, and what R brings next. V shows this "
    "part of the sheet."
)


@cache
def steps() -> Mapping[str, Step]:
    """The wall's steps by their ids, as they are called, with the board's own cue."""
    empty = whole(Wall(), Room.of((), Reasons(offered=())))
    return {each.id: each for each in empty.steps}


def headings() -> Mapping[str, str]:
    """What each step is called on the wall, by its id."""
    return {name: each.heading for name, each in steps().items()}


def step_words(step: str, given: Given) -> Words:
    """How a step of the wall is run; where time is short, only shown."""
    span = given.timing.of(step)
    heading = steps()[step].heading
    if span is not None and span.in_passing:
        return Words(
            heading=heading,
            key="R",
            do=("Press R, read its first line aloud, and go on.",),
            say=("This stays on the page that we all take home.",),
            board=_BOARD,
        )
    return _WORDS[step](heading, given)


def _feelings(heading: str, given: Given) -> Words:
    waited = given.timing.of("waiting") is not None
    first = ("When did you stop looking at the board that called numbers?",)
    these = (
        "This is all of us."
        if given.tells_of_all
        else "These are the lines that somebody ticked."
    )
    return Words(
        heading=heading,
        key="R",
        do=(
            "Press R, and say nothing for half a minute.",
            "The right arrow shows the next piece of it, the left arrow the one before.",
            "Then ask. Wait ten seconds after each question; somebody will speak.",
        ),
        say=(f"{these} Nobody has to say which line is theirs.",),
        ask=(
            *(first if waited else ()),
            "Where does it fall for all of us?",
            "Where do we differ?",
            (
                "Whoever got through: what did you have that not every customer has? Time, "
                "a charged phone, a quiet room?"
            ),
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "Somebody asks whose line that is",
                ("“They may say so if they like. Nobody has to.”",),
            ),
            Trouble(
                "Somebody is proud to have got through",
                ("Turn to “They are proud”, under When it is hard.",),
            ),
        ),
    )


def _together(heading: str, given: Given) -> Words:
    sums = "The right arrow shows the sums one by one. Then ask."
    return Words(
        heading=heading,
        key="R",
        do=(
            "Press R, read the first line aloud, and wait.",
            sums if given.tells_of_all else f"{_FEW} Then ask.",
        ),
        ask=(
            "Which of these numbers stands in one of our reports?",
            "Which would we have to add up by hand?",
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "Somebody works out an average",
                ("“For one of us it was all of it. Whom would the average miss?”",),
            ),
        ),
    )


def _recorded(heading: str, given: Given) -> Words:
    lines = "; ".join(given.report[:_READ])
    lived = "Read one line of what was lived beside it. Do not comment."
    both = "Both are true. Both were counted from the same hour."
    if not given.tells_of_all:
        lived = f"{_FEW} Whoever likes to reads one line. Do not comment."
        both = "Both are true: what the report says, and what you lived."
    read = (f"Read two or three lines of the month: “{lines}.”",) if lines else ()
    return Words(
        heading=heading,
        key="R",
        do=(
            _R,
            *read,
            lived,
            "Before you press R again, ask: “What do we think caused this?”",
        ),
        say=(both,),
        ask=(
            "Who of us looks at such numbers on Monday?",
            "When does each of them start to count, and what does it leave out?",
            "What would have had to happen for one of them to turn red?",
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "Somebody defends the number",
                (
                    "“The number is right. What is it silent about?”",
                    "Do not argue about the invented company. “Where is ours?”",
                ),
            ),
        ),
    )


def _backstage(heading: str, given: Given) -> Words:
    met = ", and every one was met" if given.is_all_green else ""
    return Words(
        heading=heading,
        key="R",
        do=(
            "Ask the first question before you press R. Write what is said on a chart.",
            _R,
            *((_PAIRS,) if given.tells_of_all else (_FEW,)),
            "Then ask the others. Let those speak first whose department it is.",
        ),
        say=(f"Every target here is sensible by itself{met}.",),
        ask=(
            "Before we open it: what do we think caused this?",
            "Whose target is this, and who can mend it?",
            "Which of these did one of us set?",
            "Where do we have the same?",
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "All look at one department",
                ("“Their target was met. Who set the one beside it?”",),
            ),
            Trouble(
                "Somebody says that the people on the telephone should have",
                (
                    (
                        "“What stood on their screen? What would it have cost them to "
                        "help?” Nothing here is owned by an agent."
                    ),
                ),
            ),
        ),
    )


def _expected(heading: str, given: Given) -> Words:
    guess = (
        ("Where were we furthest off, and what had told us so?",)
        if given.predicts
        else ()
    )
    return Words(
        heading=heading,
        key="R",
        do=(_R, "Let the two lists of reasons stand side by side for a moment."),
        say=("Nobody was meant to guess well.",),
        ask=(
            *guess,
            "Who in the company would have known?",
            "Who last heard a customer say one of these reasons, and when?",
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "There is no list from the frontline",
                (
                    (
                        "It comes from the link that host prints, or from a file. Without "
                        "it ask: “How could we find out by Friday?”"
                    ),
                ),
            ),
        ),
    )


def _words(heading: str, given: Given) -> Words:
    kind = [each for each in given.stages if each.kindnesses]
    asked = ("Who was kind to your customer, and what did it cost them?",)
    return Words(
        heading=heading,
        key="R",
        do=(
            _R,
            (
                "Read some aloud, slowly, one after the other, without a comment. The "
                "others stand there to be read."
            ),
        ),
        ask=(
            "Would anybody like to add a sentence?",
            *(asked if kind else ()),
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "Somebody wants to know who wrote it",
                ("“Whoever wrote it chose to leave the name off.” Read the next one.",),
            ),
        ),
    )


def _commitments(heading: str, given: Given) -> Words:
    """What was planned as if and then is done more often (Gollwitzer and Sheeran)."""
    pair = given.pairs[0] if given.pairs else ()
    wall = " The wall has named yours." if given.tells_of_all else ""
    example = f" (of this journey: {listed(pair)})" if pair else ""
    return Words(
        heading=heading,
        key="R",
        do=(
            (
                "Press R: it shows the commitments whose owners ticked them. The right "
                "arrow shows more of them."
            ),
            (
                "Hand out the commitment cards: two minutes to write, in silence. It may "
                "be the sentence of their own debrief, or another one by now."
            ),
            (
                "Then everybody goes to the counterpart in the other department"
                f"{example}, and asks.{wall}"
            ),
            "Whoever likes to reads theirs aloud.",
            "Let both note the day on which they look at it again.",
        ),
        say=(
            (
                "“If” is something that will really happen, on a day you can name. “Then I "
                "will” is something that you can begin yourself, without asking anybody. "
                "Small is good."
            ),
        ),
        ask=(
            "To the owner: when does this happen next?",
            "To the counterpart: do you take your part of it?",
        ),
        board=_BOARD,
        wrong=(
            Trouble(
                "Somebody promises for others, or for everybody",
                ("“What do you do yourself, first, and on which day?”",),
            ),
            Trouble(
                "Nobody shows one on the wall",
                ("That is their right. The cards are in their hands; go on.",),
            ),
        ),
    )


_WORDS: Mapping[str, Callable[[str, Given], Words]] = {
    "feelings": _feelings,
    "together": _together,
    "recorded": _recorded,
    "backstage": _backstage,
    "expected": _expected,
    "words": _words,
    "commitments": _commitments,
}
