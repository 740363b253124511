"""What the customer lived, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from empathy_sim.debrief import lived_counts as counts
from empathy_sim.debrief.account import Account
from empathy_sim.debrief.lived_counters import lived_at_counters
from empathy_sim.debrief.measures import KIT, Measure, Reading, Time, Unit, named
from empathy_sim.debrief.needless import FAILURES
from empathy_sim.debrief.promised import PROMISES
from empathy_sim.engine import events as e

_NOT_SELDOM = (
    "the lived counterpart of service level: from first dial to somebody able to help"
)


_REPEATING = (
    "repeating information, one of the seven effort drivers of Dixon, Toman and "
    "DeLisi, The Effortless Experience"
)
_FELT = ("apologies_heard",)


@dataclass(frozen=True, slots=True)
class _Rule:
    measure: Measure
    find: Callable[[Account], counts.Found]


def lived_readings(account: Account) -> tuple[Reading, ...]:
    """Everything that was lived, in the order in which it is told."""
    fixed = (Reading(rule.measure, *rule.find(account)) for rule in _RULES)
    own = lived_at_counters(account)
    return (*fixed, *own, *_facts(account), *_resources(account))


def _measure(
    kinds: tuple[type[e.Event], ...],
    name: str,
    says: str,
    unit: Unit,
    *rule: str,
) -> Measure:
    """A measure of some kinds of events; its rule is a definition, and a source."""
    definition, source = rule if len(rule) > 1 else (*rule, KIT)
    felt = unit == "felt_ms" or name in _FELT
    time: Time = "felt" if felt else "story"
    return Measure(name, says, unit, definition, source, time, named(*kinds))


def _facts(account: Account) -> Iterator[Reading]:
    for each in account.asked:
        called = account.names.fact(each.fact)
        yield Reading(
            _measure(
                (e.AskedFor,),
                f"times_asked.{each.fact}",
                f"asked for {called}",
                "count",
                "Every time the company asked for it, by machine, page or person.",
            ),
            each.times,
            each.evidence,
        )
        yield Reading(
            _measure(
                (e.AskedFor,),
                f"times_asked_again.{each.fact}",
                f"asked for {called} after giving it",
                "count",
                "Of these, the times after it had been given rightly.",
                _REPEATING,
            ),
            each.again,
            each.again_evidence,
        )


def _resources(account: Account) -> Iterator[Reading]:
    for each in account.resources:
        yield Reading(
            _measure(
                (),
                f"resource_left.{each.id}",
                f"least left of the {each.says}",
                "level",
                "The least there was at anything that happened; of what is whole "
                "again each morning, on the worst day.",
            ),
            each.lowest,
            each.evidence,
            of=each.started,
        )
        yield Reading(
            _measure(
                (),
                f"resource_used.{each.id}",
                f"used of the {each.says}",
                "level",
                "What there was at first, less the least there was.",
            ),
            each.used,
            each.evidence,
            of=each.started,
        )


_RULES: tuple[_Rule, ...] = (
    _Rule(
        _measure(
            (e.ContactBegan, e.PersonAnswered),
            "minutes_to_help",
            "to somebody able to help",
            "story_ms",
            "From the first contact for help to the first person who could help, "
            "with everything between: menus, waits, redials and days. A contact that "
            "ended before anything had gone wrong, and was followed by days at home, "
            "comes before that. None where nobody able was reached.",
            _NOT_SELDOM,
        ),
        counts.to_help,
    ),
    _Rule(
        _measure(
            (e.WaitBegan, e.WaitEnded),
            "minutes_waited",
            "waited",
            "story_ms",
            "All time on hold, in queues and while somebody was asked, with a ticket "
            "or at home for a visit, answered or not, none of it counted twice. Days "
            "between letters are counted as days.",
        ),
        counts.waited,
    ),
    _Rule(
        _measure(
            (e.WaitBegan, e.WaitEnded),
            "sat_through",
            "sat through",
            "felt_ms",
            "How much of that waiting the participant lived; the rest was cut.",
        ),
        counts.sat_through,
    ),
    _Rule(
        _measure(
            (e.WaitBegan, e.WaitEnded),
            "longest_wait",
            "the longest wait",
            "story_ms",
            "The longest single stretch on hold, in a queue, with a ticket, at home "
            "for a visit or while somebody was asked.",
        ),
        counts.longest,
    ),
    _Rule(
        _measure(
            (e.ContactBegan,),
            "contacts",
            "contacts for help",
            "count",
            "Calls, chats, visits to the website and to counters, from the first for "
            "help on.",
        ),
        counts.contacts,
    ),
    _Rule(
        _measure(
            (e.ContactBegan,),
            "channels",
            "channels used for help",
            "count",
            "How many of telephone, website, chat and counter these contacts used.",
            "channel switching, one of the seven effort drivers of Dixon, Toman and "
            "DeLisi, The Effortless Experience",
        ),
        counts.channels,
    ),
    _Rule(
        _measure(
            (e.ContactBegan, *FAILURES),
            "needless_contacts",
            "contacts that should never have been needed",
            "count",
            "Contacts for help before which the company failed: since the contact "
            "before it began, the company had ended that one, put off or broken a "
            "promise, or done what makes people come back or turn to another channel.",
            "failure demand, as John Seddon calls it; the rule is this kit's",
        ),
        counts.needless,
    ),
    _Rule(
        _measure(
            (e.PersonAnswered,),
            "people",
            "people spoken to",
            "count",
            "Everybody with a name who answered, each once.",
        ),
        counts.people,
    ),
    _Rule(
        _measure(
            (e.Transferred,),
            "transfers",
            "passed on",
            "count",
            "Every time somebody passed the customer on to somebody else.",
        ),
        counts.transfers,
    ),
    _Rule(
        _measure(
            (e.ContactEnded,),
            "cut_off",
            "cut off",
            "count",
            "Contacts that were ended by the company or by an empty battery.",
        ),
        counts.cut_off,
    ),
    _Rule(
        _measure(
            (e.AskedFor,),
            "identity_checks",
            "identity checked",
            "count",
            "Every time a fact was asked for to prove who is there.",
        ),
        counts.identity,
    ),
    _Rule(
        _measure(
            (e.AskedFor,),
            "facts_repeated",
            "facts repeated",
            "count",
            "Every time anything was asked for after it had been given rightly.",
            _REPEATING,
        ),
        counts.repeated,
    ),
    _Rule(
        _measure(
            (e.InputRefused,),
            "refusals",
            "answers refused",
            "count",
            "Every time a page, a menu or a machine did not take what was given.",
        ),
        counts.refusals,
    ),
    _Rule(
        _measure(
            (e.FieldFilled,),
            "retyped_fields",
            "fields filled in again",
            "count",
            "Every time a field of a form was filled in that had been filled in "
            "before, at this visit or an earlier one.",
        ),
        counts.retyped,
    ),
    _Rule(
        _measure(
            PROMISES,
            "promises_made",
            "promises made",
            "count",
            "Promises given a date, each once, with those that stood as it began.",
        ),
        counts.made,
    ),
    _Rule(
        _measure(
            (e.PromiseMade, e.PromiseMoved),
            "promises_moved",
            "dates put off",
            "count",
            "Every time a promise was given a later date than it had.",
        ),
        counts.moved,
    ),
    _Rule(
        _measure(
            (e.PromiseKept,),
            "promises_kept",
            "promises kept",
            "count",
            "Promises that came true, on whatever date.",
        ),
        counts.kept,
    ),
    _Rule(
        _measure(
            (e.PromiseBroken,),
            "promises_broken",
            "promises broken",
            "count",
            "Promises whose last date passed, or that somebody took back.",
        ),
        counts.broken,
    ),
    _Rule(
        _measure(
            (),
            "days",
            "days, from the first promise to the end",
            "days",
            "Calendar days from the first promise, or else from the beginning, to "
            "the last thing that happened.",
        ),
        counts.days,
    ),
    _Rule(
        _measure(
            PROMISES,
            "days_late",
            "days past the first date given",
            "days",
            "Calendar days from the first date that was given for a promise to its "
            "keeping, or to the last date given where it has not been kept; of the "
            "promise for which they are most.",
            "the lived counterpart of on-time delivery, which counts the last date",
        ),
        counts.days_late,
    ),
    _Rule(
        _measure(
            PROMISES,
            "days_without_money",
            "days without the money",
            "days",
            "Calendar days from the first promise of a refund to its arriving, or to "
            "the last date given where it has not arrived; of several refunds, of the "
            "one that took longest.",
            "the lived counterpart of the refund target, which counts business days",
        ),
        counts.without_money,
    ),
    _Rule(
        _measure(
            (e.Announced,),
            "apologies",
            "apologies played",
            "count",
            "Every apology of a recording that fell into the customer's waiting.",
        ),
        counts.apologies,
    ),
    _Rule(
        _measure(
            (e.Announced,),
            "apologies_heard",
            "apologies heard by the participant",
            "count",
            "Of these, those in the waiting that the participant lived.",
        ),
        counts.apologies_heard,
    ),
    _Rule(
        _measure(
            (e.KindnessShown,),
            "kindnesses",
            "small things done right",
            "count",
            "Every small kindness that the journey declares and that was met.",
        ),
        counts.kindnesses,
    ),
)
