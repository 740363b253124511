"""What a survey programme would have logged."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import PRACTICE, Counting
from empathy_sim.debrief.measures import Measure, Reading, named
from empathy_sim.engine import events as e


@dataclass(frozen=True, slots=True)
class _Rating:
    id: str
    says: str
    definition: str
    source: str


_CSAT = _Rating(
    "csat",
    "satisfied customers",
    "Answers on the two highest steps, out of the answers. Nobody who does not answer "
    "is in it.",
    PRACTICE,
)
_CES = _Rating(
    "ces",
    "customers who found it easy",
    "Answers on the three highest steps of seven, out of the answers.",
    "Customer Effort Score 2.0, as described by CustomerGauge and Zonka",
)
_CES_MEAN = _Rating(
    "ces",
    "how easy it was, all answers together",
    "The answers added up, from 1, strongly disagree, to 7, strongly agree; their "
    "mean is reported.",
    _CES.source,
)
_NPS = _Rating(
    "nps",
    "customers who would recommend",
    "Answers of 9 and 10, out of the answers; those of 0 to 6 are taken off.",
    "Net Promoter Score, as commonly published",
)


def rating_readings(account: Account, counting: Counting) -> tuple[Reading, ...]:
    """Satisfaction, effort and recommendation, from what was sent."""
    effort = _CES_MEAN if counting.ces_as == "mean" else _CES
    return tuple(_rating(account, each) for each in (_CSAT, effort, _NPS))


def _rating(account: Account, rating: _Rating) -> Reading:
    given = [each for each in account.ratings if each.measures == rating.id]
    if rating is _CES_MEAN:
        value = sum(each.value for each in given)
    else:
        value = sum(each.counts == "for" for each in given)
    if rating is _NPS:
        value -= sum(each.counts == "against" for each in given)
    return Reading(
        Measure(
            rating.id,
            rating.says,
            "count",
            rating.definition,
            rating.source,
            counts=named(e.Rated),
        ),
        value,
        tuple(each.seq for each in given),
        of=len(given),
    )
