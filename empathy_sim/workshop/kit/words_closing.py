"""Tables, a guest and the end, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.cards import ASSIGNMENTS
from empathy_sim.debrief.phrases import capital, listed, many
from empathy_sim.workshop.kit.given import Given
from empathy_sim.workshop.kit.sheet import Trouble, Words

_TAKE_THE_WALLS = (
    "These come from the journey. Where the wall names others, from what was met in "
    "this room, take the wall's."
)


def departments(given: Given) -> Words:
    """Two departments at one table, with one thing to mend."""
    pairs = [capital(listed(each)) for each in given.tables]
    return Words(
        heading="Two departments at one table",
        do=(
            "Leave the last step on the wall.",
            *(f"One table: {each}." for each in pairs),
            *([_TAKE_THE_WALLS] if given.tells_of_all and pairs else []),
            *(
                ["Everybody else joins the table whose target they know best."]
                if given.seats.people > 2 * len(pairs)
                else []
            ),
            "Each table says one sentence to the room at the end.",
        ),
        say=(
            (
                "Choose one line of the wall. One of you keeps it so, the other can mend "
                "it. Find what it would take, and what both of you would be measured by."
            ),
        ),
        ask=(
            "What would each of us have to give up?",
            "Which number would have to change, and who sets it?",
            "What is the smallest try, with whom, by when?",
        ),
        board="Looking back. The wall stays as it is.",
        wrong=(
            Trouble(
                "A table explains why it cannot be done",
                ("“Who would have to say yes? Is that person in this room?”",),
            ),
        ),
    )


def frontline(given: Given) -> Words:
    """Somebody who answers customers tells what they know.

    Asking people is what makes a guess about them truer; imagining them does not
    (Eyal, Steffel and Epley 2018).
    """
    del given
    return Words(
        heading="A guest who answers customers",
        do=(
            "Seat the guest among the others, not in front of them.",
            "Only ask. Nobody answers, explains or promises anything to them.",
            "Thank them, and let them stay if they like.",
        ),
        say=(
            (
                "We have imagined a good deal. Now we ask somebody who knows. Please ask, "
                "and write down; do not solve anything."
            ),
        ),
        ask=(
            "What do customers say most, in their own words?",
            "What can you see on your screen, and what can you not?",
            "What do you do that no report counts?",
            "What have you stopped asking for?",
        ),
        board="Looking back. The wall stays as it is.",
        wrong=(
            Trouble(
                "Somebody with power questions the guest closely",
                ("“We ask, and we write down. Who else has a question?”",),
            ),
            Trouble(
                "The guest is careful",
                (
                    (
                        "Ask for the last call they remember. It should be somebody who "
                        "knows these questions beforehand, and whose manager is not here."
                    ),
                ),
            ),
        ),
    )


def close(given: Given) -> Words:
    """What is taken on, what is kept, and thanks."""
    return Words(
        heading="The end",
        do=tuple(_at_the_end(given)),
        say=(
            (
                "One more thing, for this month: get it from somebody who knows. Choose "
                f"one: {_assignments()}. It stands in your own pages."
            ),
            (
                "Whoever ticked a commitment with their name hears from me after 30 days, "
                "and after 90. What you lived through is yours to tell. What others said "
                "stays here. Thank you for the time you gave it."
            ),
        ),
        ask=given.asks[:2],
        board="Over, once you have pressed E. Everything stays kept.",
        wrong=(
            Trouble(
                "Somebody stays behind",
                ("Stay too. Ask: “How is it now?” Let them begin.",),
            ),
            Trouble(
                "Somebody wants everything of theirs deleted",
                (
                    (
                        "Press F on their line: it removes their seat, with everything that is "
                        "kept of it. The pages that they saved are theirs."
                    ),
                ),
            ),
        ),
    )


def _assignments() -> str:
    titles = [each.title for each in ASSIGNMENTS.values()]
    first, *others = (each[:1].lower() + each[1:] for each in titles)
    return f"{', '.join([first, *others[:-1]])}, or {others[-1]}"


def _at_the_end(given: Given) -> Iterator[str]:
    if given.asks:
        yield "If there is a minute, ask what the journey's designer would like to ask."
    yield "Let everybody save their pages: once you stop the program they cannot."
    yield "The commitment card stays with its owner. Take no pictures of cards."
    yield (
        "G saves the room's page, and says where. It has only what stood on the wall: "
        "you may send it to everybody."
    )
    yield (
        "Press E, and choose End it: nobody can sit down any more. The program goes on, "
        "so that pages can be saved."
    )
    yield "Stay for ten minutes; somebody may want to talk."
    yield (
        "Leave the program with Ctrl+Q (Ctrl+C where no board is shown). Within two "
        "days: empathy-sim workshops follow-up lists the commitments that were ticked "
        "with a name, and the links for 30 and 90 days."
    )


def spare(given: Given) -> Words:
    """Minutes that nothing needs."""
    lasts = many(given.timing.lasts("spare"), "minute")
    return Words(
        heading="Time in hand",
        do=(
            (
                f"Nothing here needs these {lasts}. Use them where a talk went on, or let "
                "people go early. Do not fill them."
            ),
        ),
        board="Looking back, or over.",
    )
