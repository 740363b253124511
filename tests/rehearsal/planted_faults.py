"""Small journeys with something wrong in them."""

from __future__ import annotations

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.touchpoints.notice import Notice
from tests.rehearsal.small_journeys import notice, option, script

PIT = script(
    {
        "here": notice("there", "gave_up"),
        "there": notice("here", "pit", "solved"),
        "pit": Notice(
            kind="notice",
            says="A wall.",
            options=(
                option("pit"),
                option("solved", when=Condition(met="requeued", at_least=1)),
            ),
        ),
    }
)
"""By `here`, `there` and `pit` one comes to where one stays for ever."""
ROUND = script(
    {
        "here": notice("left", "gave_up"),
        "left": notice("right"),
        "right": Notice(
            kind="notice",
            says="The same again.",
            options=(
                option("left"),
                option("solved", when=Condition(met="requeued", at_least=1)),
            ),
        ),
    }
)
"""From `left` one comes to `right`, and from there to `left`, and nowhere else."""
UNREACHED = script(
    {
        "here": Notice(
            kind="notice",
            says="Well?",
            options=(
                option("solved"),
                option("there", when=Condition(met="requeued", at_least=1)),
            ),
        ),
        "there": notice("gave_up"),
    }
)
"""Nothing here is ever a requeue, so that `there` is never reached."""
SHUT = script(
    {
        "here": notice("shut", "gave_up"),
        "shut": Notice(
            kind="notice",
            says="A wall.",
            options=(option("solved", when=Condition(met="requeued", at_least=1)),),
        ),
    }
)
"""The only option of `shut` is never there."""
BROKEN = script({"here": notice("there", "solved"), "there": notice("nowhere")})
"""Nothing is called `nowhere`: a rule fails where it is gone to."""
ENDLESS = script({"here": notice("there", "gave_up"), "there": notice("here")})
"""One may go to and fro for ever, or give up."""
