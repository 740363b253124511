"""No file crashes the reader or holds it up."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest
from pydantic import ValidationError

from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.problems import Problem
from empathy_sim.library.shape import shape_problems
from empathy_sim.library.validators import validator_of
from empathy_sim.library.yaml_events import LIBYAML, PURE, EventSource
from empathy_sim.library.yaml_reader import read_yaml
from tests.library.hostile_yaml import corpus

EVENTS = pytest.mark.parametrize("events", [LIBYAML, PURE], ids=lambda each: each.name)
SECONDS = 2.0
MOST_BYTES = {LIBYAML.name: 10**9, PURE.name: 110_000}
"""Of a hostile file, each time; larger ones take the slower reader a while."""
SHAPE = validator_of(Scenario)


def complaints(problems: tuple[Problem, ...]) -> list[str]:
    """What is wrong with problems themselves."""
    return [
        repr(problem)
        for problem in problems
        if problem.line < 1
        or problem.column < 1
        or not problem.says
        or not problem.hint
        or problem.as_text().count("\n") != 1
        or any(
            unicodedata.category(character) in {"Cc", "Cs"}
            for character in problem.as_text().replace("\n", "")
        )
    ]


@dataclass
class Count:
    """What becomes of many files; printed even when one of them crashes."""

    what: str
    begun: int = 0
    read: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, name: str, raw: bytes, events: EventSource) -> None:
        """Read and check one file, in words and in time."""
        self.begun += 1
        began = time.process_time()
        reading = read_yaml(raw, "x.yaml", events=events)
        problems = reading.problems
        try:
            SHAPE.of_json(json.dumps(reading.value), {})
        except ValidationError as error:
            problems += shape_problems(
                error, reading.places, "x.yaml", shape=SHAPE.schema
            )
        if (seconds := time.process_time() - began) > SECONDS:
            self.faults.append(f"{name}: {seconds:.1f} s")
        self.faults += [f"{name}: {each}" for each in complaints(problems)]
        if any(problem.is_error for problem in problems):
            self.refused += 1
        else:
            self.read += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        crashed = self.begun - self.read - self.refused
        print(
            f"{self.what} {self.begun}, read {self.read}, "
            f"refused {self.refused}, crashed {crashed}"
        )


def refuse(files: dict[str, bytes], events: EventSource) -> None:
    """Take each hostile file, none of which is valid."""
    with Count(f"{events.name}: hostile") as count:
        for name, raw in files.items():
            count.take(name, raw, events)

    assert count.faults == []
    assert count.refused == len(files)


@EVENTS
def test_a_hostile_file_is_refused_in_words_and_in_time(events: EventSource) -> None:
    most = MOST_BYTES[events.name]
    files = {name: raw for name, raw in corpus().items() if len(raw) <= most}

    assert len(files) >= 150
    refuse(files, events)


@pytest.mark.long
def test_the_largest_are_refused_by_the_slower_reader_as_well() -> None:
    most = MOST_BYTES[PURE.name]
    refuse({name: raw for name, raw in corpus().items() if len(raw) > most}, PURE)


@EVENTS
def test_the_reader_alone_refuses_a_hostile_file(events: EventSource) -> None:
    for name, raw in corpus().items():
        if len(raw) < 10_000:
            problems = read_yaml(raw, "x.yaml", events=events).problems
            assert any(problem.is_error for problem in problems), name


CHILD = """
import resource, sys
from pathlib import Path
from empathy_sim.library.validators import validator_of
from empathy_sim.library.yaml_events import LIBYAML, PURE
from empathy_sim.library.yaml_reader import read_yaml

events = {"libyaml": LIBYAML, "pure Python": PURE}[sys.argv[1]]
pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + 200 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (most, most))
for path in sorted(Path(sys.argv[2]).iterdir()):
    reading = read_yaml(path.read_bytes(), path.name, events=events)
    print(len(reading.problems))
"""
LARGE = (
    "merge keys",
    "aliases in lists",
    "ten thousand anchors",
    "many values",
    "many keys",
    "many empty items",
    "many nulls in braces",
    "one key again and again",
    "a long text of words",
    "a long block of text",
    "a long key",
    "a file of two megabytes",
    "line breaks and nothing",
    "a million indents",
    "zeros",
    "noise 0",
    "100000 times '['",
    "25000 times '{a: '",
    "50000 times '- '",
    "1000 indents",
)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@EVENTS
def test_no_file_takes_more_than_200_megabytes(
    events: EventSource, tmp_path: Path
) -> None:
    files = corpus()
    for number, name in enumerate(LARGE):
        (tmp_path / f"{number:02}.yaml").write_bytes(files[name])

    ended = subprocess.run(
        [sys.executable, "-c", CHILD, events.name, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    counts = ended.stdout.split()
    print(f"{events.name}: in 200 MB {len(counts)}, refused {len(LARGE)}")
    assert ended.returncode == 0, ended.stderr
    assert len(counts) == len(LARGE)
    assert "0" not in counts


VALID = """\
scenario: slipping-hold
title: Your call is important to us
about: A queue whose promised wait keeps growing, on a line that drops.
channel: phone
intensity: 2
settings:
  drops: {is: switch, default: true, about: Whether the line goes dead.}
needs:
  facts: {order_number: HV-104233-QK}     # what a journey must give
exits: [answered, gave_up]
starts: queue
touchpoints:
  queue:
    kind: hold
    lasts: 26m
    announces:
      - {at: 10s, says: Thank you for calling <company.name>.}
      - {every: 45s, says: "Your call is important to us: please stay."}
    estimate: {starts: 4m, slips: [{at: 20%, to: 12m}, {at: 60%, to: 9m}]}
    drops: {at: 95%, when: {all: [{setting: drops}, {not: {visits: queue}}]}}
    meant_to_feel: {pleasant: -3, aroused: 2}
    cause: monday-staffing
    leads: {answered: answered, dropped: dead-line, hung_up: gave_up}
  dead-line:
    kind: notice
    says: |
      The music stops. There is a click, and then the tone.
      'Nothing' else.
    options:
      - says: Call again
        leads: queue
"""
INSERTED = "\t:,-?[]{}#&*!|>'\"%@`\\ \n~<=0aé\u202e\x00\x1b\ufeff"


def mutated(seed: int) -> bytes:
    """The valid scenario after one to five accidents."""
    chance = random.Random(seed)
    raw = VALID.encode()
    for _ in range(chance.randint(1, 5)):
        at, to = sorted(chance.choices(range(len(raw) + 1), k=2))
        lines = raw.split(b"\n")
        line = chance.randrange(len(lines))
        match chance.randrange(8):
            case 0:
                raw = raw[:at] + raw[at + 1 :]
            case 1 | 2:
                raw = raw[:at] + chance.choice(INSERTED).encode() + raw[at:]
            case 3:
                raw = b"\n".join([*lines[:line], lines[line], *lines[line:]])
            case 4:
                raw = b"\n".join([*lines[:line], *lines[line + 1 :]])
            case 5:
                lines[line] = b" " * chance.randint(1, 3) + lines[line]
                raw = b"\n".join(lines)
            case 6:
                raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
            case _:
                raw = raw[:at] + raw[at : min(to, at + 40)] * 2 + raw[at + 80 :]
    return raw


def survive(seeds: range, events: EventSource) -> None:
    """Take each mutation, most of which are not valid any more."""
    with Count(f"{events.name}: mutations") as count:
        for seed in seeds:
            count.take(f"seed {seed}", mutated(seed), events)

    assert count.faults == []
    assert count.refused > len(seeds) / 2


def test_the_scenario_that_is_mutated_is_valid() -> None:
    reading = read_yaml(VALID.encode(), "x.yaml")

    assert reading.problems == ()
    valid = SHAPE.of_json(json.dumps(reading.value), {})
    assert valid.scenario == "slipping-hold"


@EVENTS
def test_a_mutated_file_is_read_or_refused_in_words(events: EventSource) -> None:
    survive(range(300), events)


@pytest.mark.long
@EVENTS
def test_three_thousand_mutated_files_are_read_or_refused(events: EventSource) -> None:
    survive(range(3_000), events)
