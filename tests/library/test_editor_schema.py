"""What editors are told holds for every file."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from msgspec import NODEFAULT

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.noun import Noun, defaults_of, written
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.editor_schema import DIALECT, editor_schema, schema_text
from empathy_sim.library.schema_names import SCHEMA_NAMES, SchemaName
from empathy_sim.library.shelf import Shelf, shipped
from empathy_sim.library.yaml_reader import read_yaml
from tests.library.fitted_parcel import FIT as SAMPLE_FIT
from tests.library.fitted_parcel import fitted_with
from tests.library.seeded_mistakes import SOWERS
from tests.library.seeded_pages import Page
from tests.library.sown import Mistake

REPOSITORY = Path(__file__).parents[2]
TESTS = REPOSITORY / "tests"
SOUND = sorted(
    file
    for folder in (
        *(REPOSITORY / each for each in ("journeys", "scenarios")),
        *(TESTS / each for each in ("samples/journeys", "samples/scenarios")),
        TESTS / "walkthroughs",
        REPOSITORY / "empathy_sim" / "library" / "beginnings",
    )
    for file in folder.rglob("*.yaml")
)


def all_of(noun: type[Noun]) -> Iterator[type[Noun]]:
    """A noun, and all that are made of it."""
    yield noun
    for below in noun.__subclasses__():
        yield from all_of(below)


FAULTY = sorted((TESTS / "samples" / "problems").rglob("*.yaml"))
SEEN = ("misspelt key", "missing key", "wrong type", "wrong unit")
"""The mistakes that a schema can see; the others are in what is meant."""


_MINUTE = 60_000
SOURCED = {"source": "The annual report, page 8"}
ONE_OF = [noun for noun in all_of(Noun) if noun.ONE_OF]


@cache
def validator(name: SchemaName) -> Draft7Validator:
    return Draft7Validator(dict(editor_schema(name)))


def is_refused(value: Any) -> bool:
    """Whether a schema finds a mistake in what a file says."""
    name = next((each for each in SCHEMA_NAMES if each in value), "scenario")
    return not validator(name).is_valid(value)


def objects(shape: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of a schema that has keys."""
    match shape:
        case {"properties": {**keys}, **others}:
            yield shape
            yield from objects([*keys.values(), *others.values()])
        case {**others}:
            yield from objects([*others.values()])
        case list():
            for each in shape:
                yield from objects(each)
        case _:
            pass


def every(shape: Any, key: str) -> Iterator[Any]:
    """What stands under a key, anywhere in a schema."""
    match shape:
        case {**keys}:
            for name, each in keys.items():
                if name == key:
                    yield each
                yield from every(each, key)
        case list():
            for each in shape:
                yield from every(each, key)
        case _:
            pass


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_a_schema_is_one(name: SchemaName) -> None:
    Draft7Validator.check_schema(editor_schema(name))


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
def test_an_editor_marks_nothing_in_a_sound_file(file: Path) -> None:
    value: Any = read_yaml(file.read_bytes(), file.name).value

    name = next(each for each in SCHEMA_NAMES if each in value)
    wrong = [(*each.path, each.message) for each in validator(name).iter_errors(value)]
    assert wrong == []


@pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
def test_an_editor_marks_nothing_that_can_be_played(file: Path) -> None:
    value: Any = read_yaml(file.read_bytes(), file.name).value
    if not isinstance(value, dict) or not is_refused(value):
        return

    assert any(each.is_error for each in problems_in([file], Shelf()))


@pytest.mark.parametrize("kind", SEEN)
def test_an_editor_marks_a_mistake_of_shape(kind: str, tmp_path: Path) -> None:
    assert list(unmarked(kind, tmp_path, 12)) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", SEEN)
def test_an_editor_marks_any_mistake_of_shape(kind: str, tmp_path: Path) -> None:
    assert list(unmarked(kind, tmp_path, 400)) == []


def unmarked(kind: str, folder: Path, count: int) -> Iterator[str]:
    """The mistakes of a kind that a schema does not see."""
    chance = random.Random(kind)
    sown = [
        mistake
        for name in ("journeys", "scenarios")
        for file in copied(name, folder)
        for mistake in SOWERS[kind](Page.of(file), chance)
    ]
    assert sown
    for mistake in chance.sample(sown, min(count, len(sown))):
        value: Any = read_yaml(mistake.text.encode(), "").value
        if value is not None and not (is_refused(value) or is_of_another(mistake)):
            yield f"{mistake.page.file.name}:{mistake.line} {mistake.what}"


def is_of_another(mistake: Mistake) -> bool:
    """Whether it is in what another file, or another part of this one, declares."""
    values, keys = mistake.page.places.at(mistake.line, mistake.column or 0)
    is_exit = mistake.page.is_journey and any(
        path[-2:-1] == ("leads",) for path in keys
    )
    return is_exit or any(path[-2:-1] in {("sets",), ("with",)} for path in values)


def copied(name: str, folder: Path) -> list[Path]:
    shutil.copytree(shipped() / name, folder / name)
    return sorted((folder / name).glob("*.yaml"))


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_key_says_what_it_is(name: SchemaName) -> None:
    silent = [
        f"{each.get('title', '?')}.{key}"
        for each in objects(editor_schema(name))
        for key, shape in each["properties"].items()
        if shape and "const" not in shape and not shape.get("description")
    ]

    assert [each for each in silent if not each.startswith("?")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_every_kind_says_what_it_is(kind: str) -> None:
    shapes = editor_schema("scenario")["$defs"]
    shape = shapes[KINDS[kind].__name__]

    assert shape["properties"]["kind"]["const"] == kind
    assert shape["description"]
    assert [
        key for key, each in shape["properties"].items() if not each.get("description")
    ] == []


def test_every_kind_can_be_chosen_and_is_told() -> None:
    touchpoints = editor_schema("scenario")["properties"]["touchpoints"]
    chosen = touchpoints["additionalProperties"]["properties"]["kind"]

    assert chosen["enum"] == [*KINDS]
    assert all(each.endswith(".") for each in chosen["enumDescriptions"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_leads_only_by_its_exits(kind: str) -> None:
    shapes = editor_schema("scenario")["$defs"]
    leads = shapes[KINDS[kind].__name__]["properties"]["leads"]

    assert {*leads["properties"]} == {*KINDS[kind].EXITS, *KINDS[kind].MAY_EXIT}
    assert leads.get("required", []) == [*KINDS[kind].EXITS]


@pytest.mark.parametrize("noun", ONE_OF, ids=lambda noun: noun.__name__)
def test_of_keys_that_exclude_each_other_one_is_written(noun: type[Noun]) -> None:
    some, needed = noun.ONE_OF, defaults_of(noun)
    others = {name: "x" for name, each in needed.items() if each is NODEFAULT}

    for given in ([], some[:2], [some[0], some[-1]]):
        keys = dict.fromkeys(given, _MINUTE)
        with pytest.raises(Unreadable, match="one"):
            noun(**others, **keys)
        shape = editor_schema("scenario")["$defs"][noun.__name__]["allOf"]
        written_keys = {written(name): "x" for name in given}
        assert not Draft7Validator({"allOf": shape}).is_valid(written_keys)


def test_a_friction_is_one_of_those_there_are() -> None:
    shapes = editor_schema("scenario")["$defs"]

    assert shapes["Hold"]["properties"]["friction"]["enum"] == [*FRICTIONS]
    assert shapes["Hold"]["properties"]["causes"]["propertyNames"]["enum"] == [
        *FRICTIONS
    ]


def test_what_is_left_out_is_said_as_it_would_be_written() -> None:
    shapes = editor_schema("scenario")["$defs"]

    assert shapes["TimesOut"]["properties"]["after"]["default"] == "8s"
    assert shapes["Chat"]["properties"]["is"]["default"] == "bot"


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_nothing_is_loaded_from_elsewhere(name: SchemaName) -> None:
    shape = editor_schema(name)

    assert {each for each in every(shape, "$ref") if not each.startswith("#/")} == set()
    assert schema_text(name).count("://") == 1
    assert shape["$schema"] == DIALECT


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_older_editors_understand_it(name: SchemaName) -> None:
    assert [*every(editor_schema(name), "prefixItems")] == []


def test_no_setting_stands_for_a_value_of_a_journey() -> None:
    file = shipped() / "journeys" / "the-birthday-kettle.yaml"
    sound: Any = read_yaml(file.read_bytes(), file.name).value

    assert not is_refused(sound)
    assert is_refused({**sound, "minutes": "<wait>"})
    assert is_refused({**sound, "begins": {"day": "Monday", "at": "<wait>"}})


def test_an_empty_value_is_marked_while_it_is_written() -> None:
    file = shipped() / "scenarios" / "survey-first.yaml"
    sound: Any = read_yaml(file.read_bytes(), file.name).value

    assert is_refused({**sound, "goal": None})


FIT: Any = read_yaml(SAMPLE_FIT.encode(), "").value


def fit_with(section: str, value: object) -> dict[str, Any]:
    return {"fit": "the-parcel", section: value}


def test_an_editor_marks_nothing_in_a_sound_fit() -> None:
    assert not is_refused(FIT)
    assert not is_refused({"fit": "the-parcel"})


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("company", {"nmae": "Ours"}),
        ("company", {"name": "x" * 61}),
        ("company", {"name": " "}),
        ("company", {"name": "Two\nlines"}),
        ("departments", {"operations": "x" * 41}),
        ("promises", {"parcel": "x" * 81}),
        ("report", {"service_level": {"reads": "91%", "whose": "published"}}),
        ("report", {"service_level": {"reads": "91%", "source": "A page"}}),
        ("report", {"service_level": {"reads": "91%", "whose": "theirs"}}),
        ("stages", {"anruf": {"wait": "18m"}}),
        ("stages", {"anruf": {"wait": {"is": "18m", "whose": "published"}}}),
        ("stages", {"anruf": {"wait": {"whose": "yours"}}}),
        ("volumes", {"customers": {"is": -1}}),
        ("volumes", {"custmers": {"is": 1}}),
        ("companies", {}),
    ],
)
def test_an_editor_marks_what_a_fit_cannot_say(
    section: str, value: object, tmp_path: Path
) -> None:
    said = fit_with(section, value)

    assert is_refused(said)
    composed = fitted_with(tmp_path, json.dumps(said))
    assert any(each.is_error for each in composed.problems)


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("company", {"name": "x" * 60}),
        ("report", {"service_level": {"reads": "91%", "whose": "published"} | SOURCED}),
        ("report", {"service_level": {"target": "90%", "trend": "up"}}),
        ("stages", {"anruf": {"wait": {"is": "18m", "whose": "published"} | SOURCED}}),
        ("stages", {"anruf": {"drops": {"is": True}}}),
        ("volumes", {"customers": {"is": "12,000"}, "margin": {"is": 6.5}}),
    ],
)
def test_an_editor_lets_a_fit_say_what_can_be_played(
    section: str, value: object, tmp_path: Path
) -> None:
    said = fit_with(section, value)

    assert not is_refused(said)
    composed = fitted_with(tmp_path, json.dumps(said))
    assert not any(each.is_error for each in composed.problems)
