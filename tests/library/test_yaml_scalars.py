"""What is written in YAML is what is played."""

from __future__ import annotations

import pytest

from empathy_sim.library.yaml_events import LIBYAML, PURE, EventSource
from empathy_sim.library.yaml_reader import read_yaml

EVENTS = pytest.mark.parametrize("events", [LIBYAML, PURE], ids=lambda each: each.name)

SCALARS: dict[str, object] = {
    "true": True,
    "false": False,
    "True": "True",
    "FALSE": "FALSE",
    "yes": "yes",
    "Yes": "Yes",
    "no": "no",
    "No": "No",
    "NO": "NO",
    "on": "on",
    "On": "On",
    "off": "off",
    "y": "y",
    "n": "n",
    "null": None,
    "~": None,
    "": None,
    "Null": "Null",
    "None": "None",
    "nil": "nil",
    "0": 0,
    "7": 7,
    "-4": -4,
    "+3": 3,
    "-0": 0,
    "123456789012345678": 123456789012345678,
    "1234567890123456789": "1234567890123456789",
    "012": "012",
    "010": "010",
    "0o17": "0o17",
    "0x1F": "0x1F",
    "0b11": "0b11",
    "1_000": "1_000",
    "1,000": "1,000",
    "1e3": "1e3",
    "1E3": "1E3",
    "1.7": 1.7,
    "-0.5": -0.5,
    "+2.50": 2.5,
    ".5": ".5",
    "5.": "5.",
    "00.5": "00.5",
    "1.2.3": "1.2.3",
    "1.5e3": "1.5e3",
    "0.1234567890123456789": "0.1234567890123456789",
    ".inf": ".inf",
    ".NaN": ".NaN",
    "12:30": "12:30",
    "08:30": "08:30",
    "1:30:00": "1:30:00",
    "2024-02-30": "2024-02-30",
    "2024-02-29": "2024-02-29",
    "2024-01-01 12:00:00": "2024-01-01 12:00:00",
    "90s": "90s",
    "1h 30m": "1h 30m",
    "34%": "34%",
    "200/h": "200/h",
    "£64.00": "£64.00",
    "HV-104233-QK": "HV-104233-QK",
    "<customer.first_name>": "<customer.first_name>",
    "=": "=",
    "<<": "<<",
    "٣": "٣",
    "'12'": "12",
    '"true"': "true",
    "''": "",
    '"a\\tb"': "a\tb",
    "'it''s'": "it's",
    "https://example.org/a": "https://example.org/a",
    "What? No - really": "What? No - really",
}


@EVENTS
@pytest.mark.parametrize(("written", "meant"), SCALARS.items())
def test_a_scalar_is_what_it_looks_like(
    written: str, meant: object, events: EventSource
) -> None:
    reading = read_yaml(f"value: {written}\n".encode(), "x.yaml", events=events)

    assert reading.problems == ()
    assert reading.value == {"value": meant}
    [value] = reading.value.values()
    assert type(value) is type(meant)


@EVENTS
def test_blocks_of_text_keep_or_fold_their_lines(events: EventSource) -> None:
    raw = b"kept: |\n  one\n  No\nfolded: >-\n  12\n  34\nplain: one\n  two\n"

    reading = read_yaml(raw, "x.yaml", events=events)

    assert reading.problems == ()
    assert reading.value == {
        "kept": "one\nNo\n",
        "folded": "12 34",
        "plain": "one two",
    }


def test_there_are_sixty_scalars_in_the_table() -> None:
    print(f"scalars {len(SCALARS)}, read by 2 parsers")
    assert len(SCALARS) >= 60


@EVENTS
@pytest.mark.parametrize("key", ["on", "No", "yes", "12:30", "012", "'1'", "=", '""'])
def test_a_key_is_text_as_written(key: str, events: EventSource) -> None:
    reading = read_yaml(f"{key}: x\n".encode(), "x.yaml", events=events)

    assert reading.problems == ()
    assert reading.value == {key.strip("'\""): "x"}
