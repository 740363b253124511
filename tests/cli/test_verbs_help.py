"""Every verb says what it does, and shows how."""

from __future__ import annotations

import pytest

from empathy_sim.cli.lazy import VERBS
from tests.cli.command_run import Command

WITH_EXAMPLES = [
    *([verb] for verb in VERBS),
    *(["sessions", verb] for verb in ("list", "show", "verify")),
]


@pytest.mark.parametrize("words", WITH_EXAMPLES, ids=" ".join)
def test_the_help_of_a_verb_has_an_example(words: list[str], command: Command) -> None:
    helped = command(*words, "--help")

    assert helped.code == 0
    assert helped.out.startswith(f"Usage: empathy-sim {' '.join(words)}")
    examples = helped.out.partition("Example")[2]
    assert f"empathy-sim {' '.join(words)}" in examples
    assert max(map(len, helped.out.splitlines())) <= 88


def test_the_list_of_verbs_is_what_the_verbs_say_of_themselves(
    command: Command,
) -> None:
    helped = command("--help")

    for name in VERBS:
        assert f"  {name} " in helped.out


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_done_when_it_is_said(option: str, command: Command) -> None:
    assert command(option).code == 0


def test_the_version_is_said_by_the_group_too(command: Command) -> None:
    assert command("--version").out.startswith("empathy-sim ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["plya"], "try: empathy-sim play"),
        (["xyzzy"], "try: empathy-sim --help"),
        (["play", "--pace", "quick"], "'real', 'long', 'workshop', 'brisk', 'instant'"),
        (["play", "--seed", "x"], "not a valid integer"),
        (["sessions", "burn"], "No such command"),
        (["resume", "--loudly"], "No such option"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_2(
    words: list[str], says: str, command: Command
) -> None:
    ran = command(*words)

    assert ran.code == 2
    assert says in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("words", [[], ["play"], ["resume"], ["demo"], ["debrief"]])
def test_what_needs_a_terminal_says_so_and_ends_with_2(
    words: list[str], command: Command
) -> None:
    ran = command(*words)

    assert ran.code == 2
    assert "here there is none" in ran.err
    assert "try: " in ran.err
