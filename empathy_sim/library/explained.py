"""What each problem code means, with an example."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

from empathy_sim.library.codes import GROUPS

Around = Literal["file", "scenario", "journey", "touchpoint"]
"""What an example is: a whole file, or keys of a scenario, a journey, a touchpoint."""

_PAGES = ("reading", "shape", "meaning", "living")


class Page(Struct, frozen=True):
    """What is said of one code."""

    code: str
    title: str
    means: str
    why: str
    around: Around = "file"
    wrong: str = ""
    """An example that yields the code; empty where none is known."""
    mended: str = ""
    """The same, as it should be."""


@cache
def pages() -> Mapping[str, Page]:
    """All pages, by their codes, in the order of the catalogue."""
    folder = files("empathy_sim.library") / "pages"
    told = {
        code: told
        for name in _PAGES
        for code, told in tomllib.loads(
            (folder / f"{name}.toml").read_text("utf-8")
        ).items()
    }
    titles = {code: title for codes in GROUPS.values() for code, title in codes.items()}
    return {
        code: _page(code, title, told[code])
        for code, title in titles.items()
        if code in told
    }


def _page(code: str, title: str, told: Mapping[str, str]) -> Page:
    around: Around = told.get("in", "file")  # type: ignore[assignment]
    return Page(
        code=code,
        title=title,
        means=told["means"],
        why=told["why"],
        around=around,
        wrong=told.get("wrong", ""),
        mended=told.get("mended", ""),
    )
