"""The verb that says what a code means."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

import click

from empathy_sim.errors import Usage
from empathy_sim.library.codes import CODES, GROUPS
from empathy_sim.library.explained import Around, Page, pages
from empathy_sim.text.sinks import for_terminal

_WIDTH = 78
_EXAMPLE = """\b
Examples:
  empathy-sim explain E305     what it means, an example, and the same mended
  empathy-sim explain          all codes
"""
_AROUND: Mapping[Around, str] = {
    "file": "the whole file",
    "scenario": "in a scenario",
    "journey": "in a journey",
    "touchpoint": "in a touchpoint",
}
_OF_ALLOWANCES = frozenset({"W402", "W403", "W404"})


@click.command("explain", epilog=_EXAMPLE)
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a code of check means, and how what it tells is mended.

    CODE is as check writes it, such as E305 or W401. Without one, all are listed.
    """
    if code is None:
        click.echo(for_terminal("\n".join(_listed())))
        return
    page = pages().get(code.strip().upper())
    if page is None:
        raise _unknown(code)
    click.echo(for_terminal("\n".join(_told(page))))


def _unknown(code: str) -> Usage:
    import difflib

    near = difflib.get_close_matches(code.strip().upper(), CODES, n=1, cutoff=0.5)
    try_ = f"empathy-sim explain {near[0]}" if near else "empathy-sim explain"
    return Usage(says=f"There is no code {for_terminal(code)[:40]}.", try_=try_)


def _listed() -> Iterator[str]:
    for group, codes in GROUPS.items():
        yield group
        yield from (f"  {code}  {title}" for code, title in codes.items())
        yield ""
    yield "For one of them: empathy-sim explain E305"


def _told(page: Page) -> Iterator[str]:
    is_error = page.code.startswith("E")
    yield f"{page.code}: {page.title}"
    yield ""
    yield from _folded(page.means)
    if page.wrong:
        yield from _example(f"Wrong, {_AROUND[page.around]}:", page.wrong)
        yield from _example("Mended:", page.mended)
    yield ""
    yield from _folded(page.why)
    yield ""
    if is_error:
        yield "This is an error: it keeps the file from being played."
    elif page.code in _OF_ALLOWANCES:
        yield "This is a warning, and cannot be allowed."
    else:
        yield "This is a warning. Where it is meant so, allow it on its line or above:"
        yield f"    # check: allow {page.code} (and why)"


def _folded(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, break_on_hyphens=False)


def _example(title: str, text: str) -> Iterator[str]:
    yield ""
    yield title
    yield ""
    yield from (f"    {line}".rstrip() for line in text.strip("\n").split("\n"))
