"""What is decided once the journey is over."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.evolving import evolve
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from empathy_sim.session.spelling import event_of, row_of
from empathy_sim.store.rows import StoredRow
from tests.engine.made_nouns import journey_of, notice
from tests.engine.walking import refusal

SCRIPT = journey_of({"calling": {"page": notice("done")}})
EVERY: tuple[r.Resolution, ...] = (
    r.Attribute("transferred", "system", "Nobody could see the order."),
    r.Weigh("customers", 12_000, "published"),
    r.Commit("the report is on my desk", "I ring the number on it", due="2025-07-01"),
    r.TakeOn("ask_three", "2025-07-01", ("parcels", "passwords")),
    r.BringBack("ask_three", "partly", {"heard": "parcels, parcels, parcels"}),
    r.ShareGoal("minutes_to_help", ("logistics", "finance"), "under ten minutes"),
    r.LiveAgain("slipping-hold/one-line", "calling", 12, "[]"),
)


def debriefing() -> Playthrough:
    play = Playthrough(SCRIPT, plain_cast())
    play.begin()
    play.do(m.Choose(play.scene.offers[0].id))
    while play.state.phase != "debriefing":
        play.do(m.Proceed())
    return play


@pytest.mark.parametrize("move", EVERY, ids=lambda move: type(move).__name__)
def test_each_decision_is_kept_in_the_log(move: r.Resolution) -> None:
    play = debriefing()
    before = play.state

    [kept] = play.do(move)

    said = [getattr(move, name) for name in type(move).__match_args__]
    assert [getattr(kept, name) for name in type(move).__match_args__] == said
    assert evolve(before, kept).phase == "debriefing"


@pytest.mark.parametrize("move", EVERY, ids=lambda move: type(move).__name__)
def test_it_can_be_decided_after_the_session_is_closed(move: r.Resolution) -> None:
    play = debriefing()
    play.do(m.Proceed())
    assert play.state.phase == "closed"

    assert len(play.do(move)) == 1


@pytest.mark.parametrize("move", EVERY, ids=lambda move: type(move).__name__)
def test_nothing_is_decided_while_the_story_is_lived(move: r.Resolution) -> None:
    play = Playthrough(SCRIPT, plain_cast())
    play.begin()

    assert refusal(play, move) == "There is nothing to decide yet."


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (r.Commit("", "I ring"), "both halves"),
        (r.Commit("on Monday", "  "), "both halves"),
        (r.Weigh("margin", -1), "from 0 up"),
        (r.LiveAgain("a/b", "elsewhere", 1, "[]"), "no stage elsewhere"),
    ],
)
def test_what_cannot_be_meant_is_refused(move: r.Resolution, says: str) -> None:
    assert says in refusal(debriefing(), move)


@pytest.mark.parametrize("due", ["", "2025-07-01", "once the board has met"])
def test_by_when_is_kept_as_it_is_given_whether_it_names_a_day_or_not(due: str) -> None:
    play = debriefing()

    [promised] = play.do(r.Commit("on Monday", "I ring", due=due))
    [taken] = play.do(r.TakeOn("own_customer", due=due))

    assert isinstance(promised, e.Committed)
    assert isinstance(taken, e.AssignmentTaken)
    assert (promised.due, taken.due) == (due, due)


@pytest.mark.parametrize("move", EVERY, ids=lambda move: type(move).__name__)
def test_a_decision_comes_back_from_its_row(move: r.Resolution) -> None:
    [kept] = debriefing().do(move)
    row = row_of(kept, 1, "2025-06-10T10:00:00Z")

    read = event_of(
        StoredRow(
            seq=1,
            kind=row.kind,
            v=row.v,
            story_ms=row.story_ms,
            felt_ms=row.felt_ms,
            wall_utc=row.wall_utc,
            body=row.body,
            words=row.words,
            prev_hash="",
            hash="",
        )
    )

    assert read == kept


def test_only_the_reason_is_purged_with_other_words() -> None:
    held = {kind.__name__: kind.WORDS for kind in (e.Attributed, e.Committed)}

    assert held == {"Attributed": ("reason",), "Committed": ()}
