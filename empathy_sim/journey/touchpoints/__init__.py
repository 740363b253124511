"""The kinds of touchpoint that can be written."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.chat import Chat
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.form import Form
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.touchpoints.menu import Menu
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.touchpoints.order import Order
from empathy_sim.journey.touchpoints.survey import Survey

KINDS: Mapping[str, type[Touchpoint]] = {
    "call": Call,
    "chat": Chat,
    "days": Days,
    "form": Form,
    "hold": Hold,
    "menu": Menu,
    "notice": Notice,
    "order": Order,
    "survey": Survey,
}
