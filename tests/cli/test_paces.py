"""Every verb offers the same paces."""

from __future__ import annotations

from typing import get_args

import click
import pytest

from empathy_sim.cli.host import host
from empathy_sim.cli.kit import kit
from empathy_sim.cli.play import play
from empathy_sim.cli.preview import preview
from empathy_sim.engine.moves import Pace
from empathy_sim.tui.screens import board_words, home
from tests.cli.command_run import Command

ALL: tuple[Pace, ...] = get_args(Pace)


@pytest.mark.parametrize("verb", [play, host, kit, preview])
def test_a_verb_offers_every_pace(verb: click.Command) -> None:
    [asks] = [each for each in verb.params if each.name == "pace"]

    assert isinstance(asks.type, click.Choice)
    assert tuple(asks.type.choices) == ALL


def test_the_board_has_a_line_for_every_pace_a_room_can_be_opened_at() -> None:
    assert set(board_words.PACES) == set(ALL)


def test_the_home_screen_offers_whatever_lets_a_wait_be_lived() -> None:
    assert set(home.PACES) == set(ALL) - {"instant"}
    assert set(home.PACES) <= set(home.PACE_LINES)


@pytest.mark.parametrize("pace", ALL)
def test_a_kit_is_made_at_every_pace(pace: Pace, command: Command) -> None:
    said = command("kit", "slipping-hold", "--pace", pace, "--minutes", "120")

    assert said.code == 0
    assert (f" --pace {pace} --cues" in said.out) is (pace != "workshop")
