"""A cause beside what makes no friction is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.explained import Page
from empathy_sim.library.shelf import Shelf
from tests.library.explained_files import written

AROUND = """
needs: {{facts: {{order_number: AB-1}}}}
about: Order <order_number>.
touchpoints:
  letter:
    cause: haste
{here}
causes:
  haste:
    kind: policy
    department: post
    kept_by: Letters a day
    why: Nobody reads them twice.
    fix: {{change: Read them twice, department: post, cost: low}}
"""
NOTICE = """\
    kind: notice
    says: A letter.
    options:
      - {{says: Read it, leads: done, cause: haste{more}}}
"""
SEARCH = """\
    kind: search
    site: shop.example/help
    popular: [money, home]
    articles:
      money: {{title: Money, says: [In three days.], links: [{{says: More, {link}, cause: haste}}]}}
      home: {{title: Home, says: [Here you are.]{links}}}
    way_out: {{says: Write to us, leads: done}}
    leads: {{left: done}}
"""
BACK = ", links: [{says: Once more, to: money}]"
ORDER = """\
    kind: order
    site: shop.example
    number: order_number
    item: A lamp
    shows:
      - {{says: On its way, cause: haste{more}}}
    leads: {{left: done}}
"""


def told(folder: Path, here: str) -> Sequence[str]:
    """The codes that are told of a touchpoint."""
    page = Page("W405", "", "", "", "scenario")
    file = written(page, AROUND.format(here=here), folder)
    return [each.code for each in problems_in([file], Shelf())]


IN_VAIN = {
    "an option": NOTICE.format(more=""),
    "an option that is kind": NOTICE.format(more=", kindness: A stamp is enclosed"),
    "a link to an article that leads no further": SEARCH.format(
        link="to: home", links=""
    ),
    "a status of an order": ORDER.format(more=""),
    "a refund that is quick": ORDER.format(
        more=", refund: {amount: £4, business_days: 2, says: For the lamp.}"
    ),
}
IN_USE = {
    "an option with a friction": NOTICE.format(more=", friction: jargon"),
    "a link that leads in a circle": SEARCH.format(link="to: home", links=BACK),
    "a link to what is gone": SEARCH.format(link="refuses: It is gone.", links=""),
    "a status that is only a label": ORDER.format(more=", label_only: true"),
    "a refund that is slow": ORDER.format(
        more=", refund: {amount: £4, business_days: 9, says: For the lamp.}"
    ),
}


@pytest.mark.parametrize("here", IN_VAIN.values(), ids=IN_VAIN)
def test_a_cause_by_which_nothing_goes_wrong_is_told(here: str, tmp_path: Path) -> None:
    assert told(tmp_path, here) == ["W405"]


@pytest.mark.parametrize("here", IN_USE.values(), ids=IN_USE)
def test_a_cause_of_what_goes_wrong_is_in_its_place(here: str, tmp_path: Path) -> None:
    assert told(tmp_path, here) == []
