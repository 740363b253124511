"""The JSON is what its schema says."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from empathy_sim.debrief.pages.json_file import as_json, schema_text
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.journey.fixes import Fixes
from tests.debrief.played_logs import every_play
from tests.debrief_pages.pages_subject import subject, worded_with

SHIPPED = files("empathy_sim.debrief.pages") / "debrief.schema.json"


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    known: dict[str, Any] = json.loads(SHIPPED.read_text("utf-8"))
    Draft202012Validator.check_schema(known)
    return Draft202012Validator(known)


def faults(schema: Draft202012Validator, of: Subject) -> list[str]:
    return [each.message for each in schema.iter_errors(json.loads(as_json(of)))]


def test_the_schema_that_is_shipped_is_that_of_the_file() -> None:
    assert SHIPPED.read_text("utf-8") == schema_text()


def test_a_whole_debrief_follows_the_schema(schema: Draft202012Validator) -> None:
    assert faults(schema, subject()) == []
    assert faults(schema, worded_with('"\\\u2028\x00</script>')) == []


def test_every_play_follows_the_schema(schema: Draft202012Validator) -> None:
    for script, log in every_play(1):
        made = subject_of(script, log, Fixes(), session="s", made="2025-01-01")

        assert faults(schema, made) == []


def test_what_is_missing_or_unknown_is_against_the_schema(
    schema: Draft202012Validator,
) -> None:
    told = json.loads(as_json(subject()))

    assert not schema.is_valid({**told, "format": 2})
    assert not schema.is_valid({**told, "more": 1})
    del told["lived"]
    assert not schema.is_valid(told)


def test_the_numbers_are_those_of_the_debrief() -> None:
    told = json.loads(as_json(subject()))
    debrief = subject().debrief

    assert told["format"] == 1
    assert [each["value"] for each in told["lived"]] == [
        each.value for each in debrief.lived
    ]
    assert told["commitment"]["owner"] == "Ada"
    assert len(told["feelings"]) == len(debrief.curve.points)
