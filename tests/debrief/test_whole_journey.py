"""A fix is followed through the whole journey."""

from __future__ import annotations

from dataclasses import replace as with_values

from msgspec.structs import replace

from empathy_sim.debrief.compared import Beside
from empathy_sim.debrief.whole import RULE, Whole, whole_journey
from empathy_sim.engine import moves as m
from empathy_sim.journey.journey import Ending
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.rehearsal import small_journeys as small

CAST = plain_cast()


def queue_of(minutes: int) -> Script:
    """A queue of so many minutes, and Rosa, who can help."""
    return small.script(
        {
            "queue": small.hold(minutes, answered="rosa", hung_up="table"),
            "table": small.notice("queue", "gave_up"),
            "rosa": small.helper(hung_up="table"),
        }
    )


LONG, SHORT = queue_of(20), queue_of(3)


def waited() -> Playthrough:
    """A play in which somebody waits, hangs up once, and waits to the end."""
    play = small.begun(LONG)
    play.wait(5 * MINUTE)
    play.do(m.HangUp())
    play.wait(5 * SECOND)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.is_over)
    return play


def gave_up() -> Playthrough:
    play = small.begun(LONG)
    play.wait(4 * MINUTE)
    play.do(m.HangUp())
    play.do(m.Choose("gave_up"))
    return play


def whole_of(play: Playthrough, fixed: Script = SHORT) -> Whole:
    return whole_journey(LONG, fixed, tuple(play.log), CAST)


def beside(whole: Whole, measure: str) -> Beside:
    return next(each for each in whole.compared if each.measure.id == measure)


def test_what_was_lived_stands_beside_what_the_robot_lives_with_the_fix() -> None:
    whole = whole_of(waited())

    # Five minutes and twenty before; with the fix Rosa answers after three.
    assert (whole.before["minutes_waited"], whole.after["minutes_waited"]) == (
        25 * MINUTE,
        3 * MINUTE,
    )
    assert beside(whole, "minutes_waited").was == "25 minutes"
    assert beside(whole, "minutes_waited").became == "3 minutes"
    assert "Waited: 25 minutes; with it, 3 minutes." in whole.says
    assert whole.simulated
    assert whole.rule == RULE


def test_somebody_who_gave_up_reaches_help_with_the_fix() -> None:
    whole = whole_of(gave_up())

    assert beside(whole, "minutes_to_help").was == "never"
    assert beside(whole, "minutes_to_help").became == "3 minutes"
    assert (whole.ended, whole.ends) == ("gave up", "solved")
    assert "It ended: gave up. With the fix: solved." in whole.says


def test_an_ending_is_called_by_its_title() -> None:
    titled = {
        "solved": Ending(outcome="solved", says="Done.", title="The kettle is here."),
        "gave_up": small.ENDINGS["gave_up"],
    }
    fixed = replace(SHORT, journey=replace(SHORT.journey, endings=titled))

    whole = whole_of(gave_up(), fixed)

    assert "It ended: gave up. With the fix: The kettle is here." in whole.says


def test_a_fix_that_changes_nothing_says_so() -> None:
    whole = whole_of(waited(), LONG)

    assert not whole.differs
    assert whole.before == whole.after
    assert whole.says == (
        "Over the whole journey it would have changed nothing that is counted.",
    )


def test_a_journey_that_is_not_over_is_gone_on_with_both_times() -> None:
    play = small.begun(LONG)
    play.wait(10 * MINUTE)

    whole = whole_of(play)

    assert whole.ended == whole.ends == "solved"
    assert whole.before["minutes_waited"] == 20 * MINUTE
    assert whole.after["minutes_waited"] == 3 * MINUTE


def test_no_more_than_a_few_sentences_are_told() -> None:
    whole = whole_of(waited())

    assert 2 <= len(whole.says) <= 6
    for says in whole.says:
        assert says[0].isupper()
        assert says.endswith(".")


def test_where_no_help_was_needed_none_is_missed() -> None:
    whole = whole_of(waited())
    helped = beside(whole, "minutes_to_help")

    assert with_values(helped, after=None, without="no need").became == "no need"
