"""What editors are told: JSON Schema of the files."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, assert_never, cast, get_args

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema as cs

from empathy_sim.journey import units
from empathy_sim.journey.fit import Fit
from empathy_sim.journey.journey import Journey, Prediction
from empathy_sim.journey.marks import (
    A_SETTING,
    Count,
    Duration,
    Mark,
    Share,
    Switch,
    mark_of,
)
from empathy_sim.journey.noun import Noun, defaults_of, written
from empathy_sim.journey.scenario import Scenario, Setting, SettingKind
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.journey.walking import types_of
from empathy_sim.journey.walkthrough import KINDS as STEPS
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.library.field_words import words_of
from empathy_sim.library.fit_schema import with_limits
from empathy_sim.library.meaning_journey import MEASURES
from empathy_sim.library.schema_names import SchemaName
from empathy_sim.library.validators import validator_of
from empathy_sim.library.walkthroughs import KEYS, NEEDED

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that every editor of YAML understands; only a name, nothing is loaded."""
Shape = dict[str, Any]


def editor_schema(name: SchemaName) -> Mapping[str, Any]:
    """What can stand in a file of a kind, as a JSON schema with words for hovers.

    It refuses nothing that can be played, but for keys that are left empty.
    """
    return cast("Mapping[str, Any]", json.loads(schema_text(name)))


@cache
def schema_text(name: SchemaName) -> str:
    """The same as the text of a file."""
    match name:
        case "journey":
            made = _without_settings(_of_noun(Journey))
        case "scenario":
            made = _of_noun(Scenario)
        case "fit":
            made = with_limits(_without_settings(_of_noun(Fit)))
        case "walkthrough":
            made = _of_walkthrough()
        case _:
            assert_never(name)
    whole = {"$schema": DIALECT, **made}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _of_noun(noun: type[Noun]) -> Shape:
    return _ForEditors().generate(validator_of(noun).schema)


class _ForEditors(GenerateJsonSchema):
    """Says what each key is for, and has an editor offer what can be written."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No: a title made of a key says nothing."""
        del schema
        return False

    def nullable_schema(self, schema: cs.NullableSchema) -> Shape:
        """As if it were needed: a key without a value is told while one writes."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: cs.DictSchema) -> Shape:
        """Values by names, with what the names can be."""
        keys = self.generate_inner(schema.get("keys_schema", cs.str_schema()))
        values = self.generate_inner(schema.get("values_schema", cs.any_schema()))
        shape: Shape = {"type": "object", "additionalProperties": values}
        named = {"pattern", "patternErrorMessage", "enum"} & keys.keys()
        if named:
            shape["propertyNames"] = {key: keys[key] for key in sorted(named)}
        return shape

    def tagged_union_schema(self, schema: cs.TaggedUnionSchema) -> Shape:
        """By what the tag says; one that is unknown is told as just that."""
        tag = cast("str", schema["discriminator"])
        chosen = {
            str(value): self.generate_inner(each)
            for value, each in schema["choices"].items()
        }
        return {
            "type": "object",
            "required": [tag],
            "properties": {tag: _tag(schema["choices"])},
            "allOf": [
                {"if": {"properties": {tag: {"const": value}}, "required": [tag]}}
                | {"then": shape}
                for value, shape in chosen.items()
            ],
        }

    def typed_dict_schema(self, schema: cs.TypedDictSchema) -> Shape:
        """A noun: its keys, each with its words and what it is by default."""
        shape = super().typed_dict_schema(schema)
        noun = cast("type[Noun]", schema.get("cls"))
        words, hints = words_of(noun), types_of(noun)
        shape["title"] = _in_words(noun.__name__)
        keys = shape["properties"]
        for field, default in defaults_of(noun).items():
            key = written(field)
            told = _said(words[field]) if field in words else {}
            keys[key] |= told | _default(default, hints[field])
        if noun.ONE_OF:
            shape["allOf"] = [*_just_one(*map(written, noun.ONE_OF))]
        if issubclass(noun, Touchpoint):
            _lead(shape, noun)
        if noun is Prediction:
            keys["measures"] |= _MEASURED
        if noun is Setting:
            shape["allOf"] = [*map(_default_of, get_args(SettingKind))]
        return shape


def _tag(choices: Mapping[Any, cs.CoreSchema]) -> Shape:
    """The tags there are, each with what it stands for."""
    told = [(inspect.getdoc(KINDS[tag]) or "").partition("\n")[0] for tag in choices]
    return {
        "description": words_of(Touchpoint)["kind"],
        "enum": [*choices],
        "enumDescriptions": told,
    }


def _just_one(*keys: str) -> Iterator[Shape]:
    """One of some keys is there; of two the later is marked."""
    yield {"anyOf": [{"required": [key]} for key in keys]}
    for number, key in enumerate(keys[:-1], 1):
        others = dict.fromkeys(keys[number:], False)
        yield {"if": {"required": [key]}, "then": {"properties": others}}


_MEASURED = {"anyOf": [{"enum": [*MEASURES]}, {"pattern": r"^times_asked\."}]}


def _default_of(kind: SettingKind) -> Shape:
    """What a setting of a kind is by default."""
    match kind:
        case "duration" | "share" | "switch" | "count":
            default = _without_settings(_MARKS[kind].written_as())
        case "text" | "choice":
            default = {"type": "string"}
        case _:
            assert_never(kind)
    then: Shape = {"properties": {"default": default}}
    if kind == "choice":
        then["required"] = ["choices"]
    return {"if": {"properties": {"is": {"const": kind}}}, "then": then}


_MARKS: Mapping[str, Mark] = {
    "duration": mark_of(Duration),
    "share": mark_of(Share),
    "switch": mark_of(Switch),
    "count": mark_of(Count),
}


def _in_words(name: str) -> str:
    """The name of a class in words: `Asks reaction`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _said(words: str) -> Shape:
    """Words for a hover; where a part is marked, for those that understand it too."""
    told = {"description": words}
    return told | {"markdownDescription": words} if "`" in words else told


def _default(default: object, hint: Any) -> Shape:
    """What a key is when it is left out, in its written form."""
    match default:
        case bool() | str():
            return {"default": default}
        case int() if hint == Duration:
            return {"default": units.written_duration(default)}
        case int():
            return {"default": default}
        case _:
            return {}


def _lead(shape: Shape, kind: type[Touchpoint]) -> None:
    """Only the exits of a kind lead anywhere, and some of them must."""
    leads = shape["properties"]["leads"]
    leads["additionalProperties"] = False
    leads["properties"] = dict.fromkeys((*kind.EXITS, *kind.MAY_EXIT), _LEADS)
    if kind.EXITS:
        leads["required"] = [*kind.EXITS]
        shape["required"] = [*shape["required"], "leads"]


_LEADS = {"type": "string", "description": "Where this exit leads."}


def _without_settings(shape: Any) -> Any:
    """The same for a file in which no setting can be used."""
    match shape:
        case {"type": [plain, "string"], "pattern": pattern, **rest} if (
            pattern == f"^{A_SETTING}$"
        ):
            return {"type": plain} | _without_settings(rest)
        case dict():
            return {key: _without_settings(each) for key, each in shape.items()}
        case list():
            return [_without_settings(each) for each in shape]
        case str():
            return shape.replace(f"|{A_SETTING})$", ")$")
        case _:
            return shape


def _of_walkthrough() -> Shape:
    words, step = words_of(Walkthrough), words_of(Step)["text"]
    shapes: Mapping[str, Shape] = {
        "walkthrough": {"type": "string", **_said(words["title"])},
        "plays": {"type": "string", **_said(words["plays"])},
        "seed": {"type": "integer", **_said(words["seed"])},
        "ends": {"type": "string", **_said(words["ends"])},
        "steps": {
            "type": "array",
            **_said(words["steps"]),
            "items": {
                "type": "object",
                "properties": {
                    kind: {"type": "string", **_said(step)} for kind in STEPS
                },
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        },
    }
    return {
        "title": Walkthrough.__name__,
        "description": inspect.getdoc(Walkthrough),
        "type": "object",
        "properties": {key: shapes[key] for key in KEYS},
        "required": [*NEEDED],
        "additionalProperties": False,
    }
