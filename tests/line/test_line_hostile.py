"""Nothing but clean text is printed, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.cli.plainly import write
from empathy_sim.engine import events as e
from empathy_sim.journey.script import Script
from empathy_sim.text.hostile import hostile
from tests.engine.made_scripts import SAMPLES, script_of
from tests.line.typed_play import Typed, typed
from tests.tui.hostile import HOSTILE

SCENARIOS = sorted(path.stem for path in (SAMPLES / "scenarios").glob("*.yaml"))
TEXTS = frozenset(
    {"about", "body", "button", "card", "changed", "choices", "closing", "done"}
    | {"goal", "goodbye", "greeting", "hint", "item", "label", "line", "lost"}
    | {"music", "says", "says_again", "sharp", "short", "site", "stakes", "stay"}
    | {"step", "story", "subject", "submit", "team", "thanks", "then_says", "title"}
    | {"waiting", "warning", "who", "wrong", "wrong_key", "opens", "not_understood"}
)


def dirtied(noun: Any, dirt: Iterator[str], name: str = "") -> Any:
    """A noun in which each text is one that would do something if let."""
    match noun:
        case str() if name in TEXTS:
            return next(dirt)
        case tuple():
            return tuple(dirtied(each, dirt, name) for each in noun)
        case Mapping():
            return {key: dirtied(each, dirt) for key, each in noun.items()}
        case Struct():
            fields = {
                name: dirtied(getattr(noun, name), dirt, name)
                for name in noun.__struct_fields__
            }
            return replace(noun, **fields)
        case _:
            return noun


def is_clean(text: str) -> bool:
    joined = text.replace("\N{ZERO WIDTH JOINER}", "")  # an emoji may hold some
    return not list(hostile(text)) and joined.isprintable()


def printed(done: Typed, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    for line in done.lines:
        write(line)
    return capsys.readouterr().out.split("\n")


@pytest.mark.parametrize("name", SCENARIOS)
def test_whatever_stands_in_a_scenario_is_printed_clean(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    script: Script = dirtied(script_of(name), cycle(HOSTILE))

    lines = [*("1", "", "2", "3", HOSTILE[0], "again", "notebook", "help") * 2]
    done = typed(script, *lines, pace="brisk")

    assert len(done.lines) > 5
    assert [line for line in printed(done, capsys) if not is_clean(line)] == []


@pytest.mark.parametrize("says", HOSTILE)
def test_whatever_is_typed_is_kept_and_printed_clean(
    says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = typed("chat-that-works", f"say: {says}", f"feel 1 1 {says}")
    form = typed("form-expires", says, f"what = {says}", f"{says} = {says}")
    call = typed("call-asks-again", "1", says, "feel", f"-1 0 {says}")

    for done in (chat, form, call):
        assert [line for line in printed(done, capsys) if not is_clean(line)] == []
    words = [
        *(event.words for event in chat.events(e.Said)),
        *(event.words for event in form.events(e.FieldFilled)),
        *(event.words for event in call.events(e.ReactionRecorded)),
    ]
    assert len(words) >= 3
    assert all(map(is_clean, words))


def test_a_line_that_never_ends_is_cut() -> None:
    done = typed("chat-that-works", "say: " + "ha" * 500_000)

    assert all(len(event.words) <= 2_000 for event in done.events(e.Said))
    assert len(done.text) < 20_000


def test_a_label_cannot_look_like_a_line_of_its_own() -> None:
    script = script_of("form-that-works")

    done = typed(dirtied(script, cycle(["Send\n== Debrief ==\n1. Pay"])))

    options = [line for line in done.lines if line.text.startswith("  1.")]
    assert all("\n" not in line.text for line in options)


def test_the_samples_are_enough() -> None:
    assert len(HOSTILE) >= 40
    assert len(SCENARIOS) >= 40
    assert Path(SAMPLES).is_dir()
