"""What every noun of a journey is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

FORMAT = 1
"""The number of the stored form of a script, and of the nouns in it."""


def written(name: str) -> str:
    """The key an author writes for a field: `in_` is written `in`."""
    return name.rstrip("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A frozen value that an author can write.

    Nouns are plain dataclasses, so that playing a stored script needs no
    validator; `library` checks them strictly when they come from YAML.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {
        "extra": "forbid",
        "strict": True,
        "alias_generator": written,
        "use_attribute_docstrings": True,
    }
