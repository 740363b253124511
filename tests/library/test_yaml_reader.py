"""Reading plain YAML: values, places, bytes, limits."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.library.places import Place
from empathy_sim.library.problems import MOST_PROBLEMS
from empathy_sim.library.yaml_events import LIBYAML, PURE, EventSource
from empathy_sim.library.yaml_reader import Reading, read_yaml

EVENTS = pytest.mark.parametrize("events", [LIBYAML, PURE], ids=lambda each: each.name)

SCENARIO = b"""\
scenario: slipping-hold
settings:
  wait:  {is: duration, default: 26m}
exits: [answered, gave_up]
touchpoints:
  queue:
    announces:
      - {at: 10s, says: "Please hold."}
      - every: 45s
        says: Your call is important.
"""


def read(text: str, events: EventSource = LIBYAML) -> Reading:
    return read_yaml(text.encode(), "x.yaml", events=events)


@EVENTS
def test_a_scenario_is_read_as_it_is_written(events: EventSource) -> None:
    reading = read_yaml(SCENARIO, "x.yaml", events=events)

    assert reading.problems == ()
    assert reading.value == {
        "scenario": "slipping-hold",
        "settings": {"wait": {"is": "duration", "default": "26m"}},
        "exits": ["answered", "gave_up"],
        "touchpoints": {
            "queue": {
                "announces": [
                    {"at": "10s", "says": "Please hold."},
                    {"every": "45s", "says": "Your call is important."},
                ]
            }
        },
    }


@EVENTS
def test_every_value_and_every_key_has_its_place(events: EventSource) -> None:
    places = read_yaml(SCENARIO, "x.yaml", events=events).places
    announces = ("touchpoints", "queue", "announces")

    assert places.value(()) == Place(1, 1)
    assert places.value(("scenario",)) == Place(1, 11, 13)
    assert places.key(("scenario",)) == Place(1, 1, 8)
    assert places.value(("settings", "wait")).line == 3
    assert places.value(("settings", "wait")).column == 10
    assert places.key(("settings", "wait", "default")) == Place(3, 25, 7)
    assert places.value(("exits", 1)) == Place(4, 19, 7)
    assert places.value((*announces, 0, "says")) == Place(8, 25, 14)
    assert places.value((*announces, 1)).line == 9
    assert places.key((*announces, 1, "says")) == Place(10, 9, 4)


def test_the_place_of_what_is_not_written_is_that_of_what_is_around_it() -> None:
    places = read("a:\n  b: {c: 1}\n").places

    assert places.value(("a", "b", "missing", 3)) == places.value(("a", "b"))
    assert places.key(("a", "b", "missing")) == places.value(("a", "b"))
    assert places.value(("nothing",)) == Place(1, 1)


def test_columns_count_characters_not_bytes() -> None:
    reading = read('{é: "👩‍👩‍👧 ü", b: 3}\n')

    assert reading.problems == ()
    assert reading.places.key(("b",)) == Place(1, 16, 1)


@EVENTS
@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n"])
def test_any_line_break_will_do(end: bytes, events: EventSource) -> None:
    raw = SCENARIO.replace(b"\n", end)

    reading = read_yaml(raw, "x.yaml", events=events)

    assert reading == read_yaml(SCENARIO, "x.yaml", events=events)


@EVENTS
def test_a_byte_order_mark_at_the_top_is_no_problem(events: EventSource) -> None:
    reading = read_yaml(b"\xef\xbb\xbf" + SCENARIO, "x.yaml", events=events)

    assert reading == read_yaml(SCENARIO, "x.yaml", events=events)


def test_reading_goes_on_after_most_problems() -> None:
    reading = read("a: &x 1\nb: pay\u200bpal\nc: 1\nc: 2\n7: d\n'e': !t 5\n")

    assert [(problem.code, problem.line) for problem in reading.problems] == [
        ("E130", 1),
        ("E104", 2),
        ("E134", 4),
        ("E133", 5),
        ("E131", 6),
    ]
    assert reading.value == {"a": 1, "b": "pay\ufffdpal", "c": 1, "7": "d", "e": 5}


def test_a_repeated_key_changes_neither_the_value_nor_its_place() -> None:
    reading = read("a: {b: 1}\na: {b: 2, c: [3]}\n")

    assert reading.value == {"a": {"b": 1}}
    assert reading.places.value(("a", "b")) == Place(1, 8)
    assert ("a", "c") not in reading.places.values


def test_a_syntax_error_ends_the_reading_and_keeps_what_was_found() -> None:
    reading = read("a: 1\na: 2\nb: [1\n")

    assert reading.value is None
    assert [problem.code for problem in reading.problems] == ["E134", "E117"]


def test_too_many_problems_are_not_listed() -> None:
    reading = read("a: 1\n" + "".join(f"a: {n}\n" for n in range(500)))

    assert len(reading.problems) == MOST_PROBLEMS + 1
    assert reading.problems[-1].code == "E109"
    assert reading.value is None


def test_a_file_full_of_hostile_characters_is_given_up() -> None:
    reading = read_yaml(b"\0" * 5_000, "x.yaml")

    assert {problem.code for problem in reading.problems} == {"E104", "E109"}
    assert len(reading.problems) == 21
    assert reading.value is None


SMALL = replace(LIBYAML.limits, size=200, depth=3, nodes=20, text=50)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("#" * 201, "E102"),
        ("[[[[1]]]]", "E105"),
        ("a:\n b:\n  c:\n   d: 1\n", "E105"),
        ("[" + "1," * 20 + "]", "E106"),
        ("a: " + "x" * 51, "E107"),
        ("'" + "x" * 51 + "': 1", "E107"),
    ],
)
@EVENTS
def test_a_file_beyond_a_limit_is_refused(
    text: str, code: str, events: EventSource
) -> None:
    reading = read(text, replace(events, limits=SMALL))

    assert code in {problem.code for problem in reading.problems}


@EVENTS
def test_a_file_at_a_limit_is_read(events: EventSource) -> None:
    limited = replace(events, limits=SMALL)

    assert read("[[[1]]]", limited).problems == ()
    assert read("[" + "1," * 19 + "]", limited).problems == ()
    assert read("a: " + "x" * 50, limited).problems == ()
    assert read("#" * 200 + "", limited).problems[0].code == "E103"


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# only a comment\n", b"---\n", b"~"])
@EVENTS
def test_an_empty_file_says_so(raw: bytes, events: EventSource) -> None:
    [problem] = read_yaml(raw, "x.yaml", events=events).problems

    assert problem.code == "E103"


def test_without_libyaml_the_pure_parser_reads() -> None:
    program = textwrap.dedent("""
        import sys
        sys.modules["yaml._yaml"] = None
        from empathy_sim.library.yaml_events import FASTEST, PURE
        from empathy_sim.library.yaml_reader import read_yaml
        assert FASTEST is PURE
        assert read_yaml(b"a: [1, No]", "x.yaml").value == {"a": [1, "No"]}
    """)

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


plain_text = st.text(st.characters(codec="utf-8"), max_size=12).filter(
    lambda text: text.isprintable()
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | plain_text,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(plain_text, inner, max_size=4)
    ),
    max_leaves=12,
)


def written(value: object) -> str:
    """A value in YAML's one-line form, every text in quotes."""
    match value:
        case dict():
            entries = (
                f"{written(key)}: {written(each)}" for key, each in value.items()
            )
            return "{" + ", ".join(entries) + "}"
        case list():
            return "[" + ", ".join(written(each) for each in value) + "]"
        case str():
            return "'" + value.replace("'", "''") + "'"
        case None:
            return "null"
        case _:
            return str(value).lower()


def leaves(value: object, path: tuple[str | int, ...] = ()) -> int:
    """How many values there are, the containers included."""
    match value:
        case dict():
            return 1 + sum(leaves(each, (*path, key)) for key, each in value.items())
        case list():
            return 1 + sum(leaves(each, (*path, at)) for at, each in enumerate(value))
        case _:
            return 1


@given(st.dictionaries(plain_text, values, min_size=1, max_size=4))
def test_what_is_written_is_read_with_a_place_for_each_value(
    value: dict[str, object],
) -> None:
    text = written(value)
    for events in (LIBYAML, PURE):
        reading = read(text, events)

        assert [p for p in reading.problems if p.code != "E104"] == []
        if not reading.problems:
            assert reading.value == value
        assert len(reading.places.values) == leaves(value)
