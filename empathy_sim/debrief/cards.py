"""What a leader takes away: assignments, and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.engine.resolutions import Assignment


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a card."""

    id: str
    """What its answer is kept as."""
    says: str
    hint: str = ""
    """An answer of the kind that is meant; empty where none helps."""


@dataclass(frozen=True, slots=True)
class Card:
    """A few questions that belong together."""

    id: str
    title: str
    about: str
    """What it is for, in a sentence or two."""
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """Something to do before the next time, and what is brought back."""

    id: Assignment
    title: str
    about: str
    how: tuple[str, ...]
    """What to do, step by step."""
    guesses: tuple[Ask, ...]
    """What is written down before it is done."""
    brings: tuple[Ask, ...]
    """What is brought back."""


ASSIGNMENTS: Mapping[Assignment, AssignmentCard] = {
    "own_customer": AssignmentCard(
        "own_customer",
        "Be your own customer",
        "Buy, change or cancel something with your own company: no assistant, no short "
        "way in, the cheapest offer there is.",
        (
            (
                "Choose something that a customer does every day: buy it, change it, or "
                "cancel it."
            ),
            (
                "Use your own name, your own money and your own evening. Tell nobody at "
                "work that it is you."
            ),
            (
                "Count as you go: minutes, contacts, how often you were asked for the "
                "same thing, what was promised and what came of it."
            ),
            "Stop when it is solved, or when a customer would.",
        ),
        (
            Ask("minutes", "How many minutes will it take?"),
            Ask("contacts", "How many contacts?"),
            Ask("repeats", "How often will you be asked for the same thing?"),
        ),
        (
            Ask("did", "What did you set out to do?", "cancel the paper bill"),
            Ask("minutes", "How many minutes did it take?"),
            Ask("contacts", "How many contacts?"),
            Ask("repeats", "How often were you asked for the same thing?"),
            Ask("promised", "What were you promised, and what came of it?"),
            Ask("report", "What will this month's report say of it?"),
            Ask("worst", "What was the worst moment?"),
        ),
    ),
    "sit_with_agent": AssignmentCard(
        "sit_with_agent",
        "Sit with an agent for an hour",
        "Beside one person who answers customers, with a second headset. You are there "
        "to listen, not to help.",
        (
            (
                "Ask the team leader for an ordinary hour with somebody who has been there "
                "two years or more."
            ),
            (
                "Say nothing while a customer is on the line. Do not rescue one customer: "
                "it mends nothing, and the next one is waiting."
            ),
            (
                "Between calls, ask what they would need on their screen, and what they "
                "have stopped asking for."
            ),
            "Write down each time they work around something.",
        ),
        (
            Ask("calls", "How many calls will there be in the hour?"),
            Ask("cannot", "How many of them can the agent not solve, and why?"),
        ),
        (
            Ask("calls", "How many calls were there?"),
            Ask("cannot", "How many could the agent not solve, and what stopped them?"),
            Ask("around", "What did they work around?"),
            Ask("stopped", "What have they stopped asking for?"),
            Ask("surprised", "What did you not know?"),
        ),
    ),
    "ask_three": AssignmentCard(
        "ask_three",
        "Ask three agents for their top five",
        "Why do customers get in touch? First write down your own five, then ask three "
        "people who answer them for theirs.",
        (
            "Write your own five reasons here, before you ask anybody.",
            (
                "Ask three agents, one at a time, without their manager: what are the five "
                "things that customers get in touch about most?"
            ),
            "Ask each: which of the five should never have reached you?",
            "Lay the lists side by side.",
        ),
        tuple(Ask(f"top.{at}", f"Reason {at}, as you see it") for at in range(1, 6)),
        (
            *(
                Ask(f"agent.{at}", f"The five of the {nth} agent")
                for at, nth in ((1, "first"), (2, "second"), (3, "third"))
            ),
            Ask("shared", "How many of yours were on their lists?"),
            Ask("never", "Which should never have reached them?"),
            Ask("whose", "Whose decision makes it reach them?"),
        ),
    ),
}

NIGHTMARE = Card(
    "nightmare",
    "Your worst competitor",
    "Somebody starts a company tomorrow to take your customers. They have read this "
    "record.",
    (
        Ask(
            "nightmare.1",
            "What could they do for customers that would be your nightmare?",
        ),
        Ask("nightmare.2", "Which of your rules would they never have?"),
        Ask("nightmare.3", "Why do you not do it first?"),
        Ask("nightmare.4", "Which department and which number stands in the way?"),
    ),
)
"""Asked with nothing shown that could feed it; the last answer begins the card."""

TESTBED = Card(
    "testbed",
    "One place to try it",
    "A change is tried with one small, willing customer or branch before anybody is "
    "asked to believe in it.",
    (
        Ask(
            "testbed.who",
            "Which small, willing customer or branch, and why not your largest?",
        ),
        Ask(
            "testbed.early",
            "Who is in it from the first day, and what does each of them gain?",
        ),
        Ask("testbed.visits", "Who goes there in person, and when?"),
        Ask(
            "testbed.judged",
            "What is finance asked to judge it by?",
            "contacts that should never have been needed",
        ),
        Ask("testbed.1", "What has changed after one month?"),
        Ask("testbed.3", "After three?"),
        Ask("testbed.12", "After twelve?"),
    ),
)

EMPATHY = Card(
    "empathy",
    "Five questions about somebody else",
    "Choose one: the person on the other end of the call, or the customer who had less "
    "than yours. Where you do not know, say so: that is what the assignment is for.",
    (
        Ask("empathy.who", "Whom are you thinking of?"),
        Ask("empathy.1", "What were they trying to get done that day?"),
        Ask("empathy.2", "What could they see, and what could they not?"),
        Ask("empathy.3", "What were they afraid would happen?"),
        Ask("empathy.4", "What did they have to keep to themselves?"),
        Ask("empathy.5", "What would have helped, in their words?"),
    ),
)

MISSION = Card(
    "mission",
    "Three questions for those who do not sell",
    "For a charity, a council, a hospital: where nobody can take their custom elsewhere.",
    (
        Ask("mission.1", "Whom is this path for, and who is it run for?"),
        Ask("mission.2", "What does it do to those who most need you?"),
        Ask(
            "mission.3",
            "What would you stop asking of people if you answered to them?",
        ),
    ),
)

MORE: tuple[Card, ...] = (NIGHTMARE, TESTBED, EMPATHY, MISSION)
"""Cards that are offered, never required."""


def asked_by_the_journey(asks: Sequence[str]) -> Card:
    """The questions of a journey's own designer, as a card."""
    return Card(
        "asks",
        "The journey's own questions",
        "What this journey's designer would like to ask you.",
        tuple(Ask(f"ask.{at}", says) for at, says in enumerate(asks, 1)),
    )


QUOTE = Ask(
    "quote",
    "A sentence of yours for the page to forward; without one there is no quote on it",
)
