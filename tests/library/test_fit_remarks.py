"""What somebody noted in a fit stays in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.library.fit_remarks import remarks_in
from empathy_sim.library.fit_text import fit_text
from empathy_sim.library.reading import Written, read_bytes
from empathy_sim.library.schema_names import schema_line

FIRST = schema_line("fit")
SAYS = ("", " check: allow W508 (known)", ' "so, they say', " a # b: {c}", ": x")
NUMBER = st.fixed_dictionaries(
    {"is": st.sampled_from(["18m", "34%", 3, True])},
    optional={"whose": st.just("yours")},
)
LINE = st.fixed_dictionaries(
    {}, optional={"reads": st.just("91 # %"), "target": st.just("3 s")}
)
FIT = st.fixed_dictionaries(
    {},
    optional={
        "company": st.fixed_dictionaries({}, optional={"name": st.just("Ours: here")}),
        "departments": st.dictionaries(
            st.sampled_from(["fit", "b", "c"]), st.just("x: y")
        ),
        "report": st.dictionaries(st.sampled_from(["p", "q"]), LINE),
        "stages": st.dictionaries(
            st.sampled_from(["k", "m"]),
            st.dictionaries(st.sampled_from(["u", "v", "w"]), NUMBER),
        ),
    },
)


def written(text: str) -> Written:
    return read_bytes(Path("ours.fit.yaml"), text.encode())


def saved(text: str, value: Mapping[str, Any] | None = None) -> str:
    """The text of a fit that was read and is saved, with another value if any."""
    before = written(text)
    assert before.problems == ()
    return fit_text(value or before.value, FIRST, remarks_in(before))


def laid_out(
    draw: st.DrawFn, value: Mapping[str, Any], indent: str = "", comma: str = ""
) -> Iterator[str]:
    """The lines of a mapping, with and without braces."""
    for key, held in value.items():
        here = f"{indent}{key}:"
        match held:
            case dict() if held:
                in_braces = bool(comma) or draw(st.booleans())
                within = [
                    *laid_out(draw, held, f"{indent}  ", "," if in_braces else "")
                ]
                if in_braces and draw(st.booleans()):
                    inside = " ".join(line.strip() for line in within)
                    yield f"{here} {{{inside}}}{comma}"
                elif in_braces:
                    yield from (f"{here} {{", *within, f"{indent}  }}{comma}")
                else:
                    yield from (here, *within)
            case _:
                yield f"{here} {json.dumps(held)}{comma}"


@st.composite
def noted_fits(draw: st.DrawFn) -> tuple[dict[str, Any], str, list[str]]:
    """A fit, its text in some layout, and the comments in that."""
    value = {"fit": "the-parcel", **draw(FIT)}
    notes, lines = list[str](), list[str]()

    def note() -> str:
        notes.append(f"#n{len(notes)}_{draw(st.sampled_from(SAYS))}")
        return notes[-1]

    for line in laid_out(draw, value):
        for _ in range(draw(st.integers(0, 2))):
            lines.append(draw(st.sampled_from(["", "  "])) + note())
        if draw(st.booleans()):
            lines.append("")
        lines.append(line + (f"  {note()}" if draw(st.booleans()) else ""))
    if draw(st.booleans()):
        lines.append(note())
    return value, "\n".join(lines), notes


@given(noted_fits())
def test_saving_again_what_was_read_loses_no_comment(
    noted: tuple[dict[str, Any], str, list[str]],
) -> None:
    value, text, notes = noted

    once = saved(text)

    assert written(once).value == value
    assert [note for note in notes if once.count(note) != text.count(note)] == []
    assert saved(once) == once


@given(noted_fits(), st.data())
def test_a_comment_outlives_what_it_was_about(
    noted: tuple[dict[str, Any], str, list[str]], data: st.DataObject
) -> None:
    value, text, notes = noted
    left = {k: v for k, v in value.items() if k == "fit" or data.draw(st.booleans())}

    after = saved(text, left)

    assert written(after).value == left
    assert [note for note in notes if after.count(note) != text.count(note)] == []


def test_comments_stay_where_they_stood() -> None:
    text = """\
# yaml-language-server: $schema=../../schemas/fit.schema.json
# What is set in this journey; all else is as its author wrote it.
# Agreed in May.

fit: the-parcel
stages:  # as it was on Monday
  anruf: {wait: {is: 18m}, calls: {is: 3}} # check: allow W505 (so it was)

  # The letter
  brief:
    wait:
      is: 4m  # measured
promises:
  parcel: |  # long
    The # sofa
# That is all.
"""

    assert (
        saved(text)
        == """\
# yaml-language-server: $schema=../schemas/fit.schema.json
# What is set in this journey; all else is as its author wrote it.
# Whose each number is: yours, published (with its source) or invented.
# Agreed in May.

fit: the-parcel
stages:  # as it was on Monday
  anruf: {wait: {is: "18m"}, calls: {is: 3}}  # check: allow W505 (so it was)

  # The letter
  brief:
    wait:
      is: "4m"  # measured
promises:
  parcel: "The # sofa\\n"  # long
# That is all.
"""
    )


def test_what_allowed_something_that_is_gone_allows_nothing_else() -> None:
    text = """\
fit: the-parcel
report:
  one: {reads: 3%, whose: yours}  # check: allow W508 (known)
  # The other figure
  two: {reads: 4%, whose: yours}
"""
    value = {
        "fit": "the-parcel",
        "report": {"two": written(text).value["report"]["two"]},
    }

    assert saved(text, value).splitlines()[-4:] == [
        "report:",
        "  # The other figure",
        '  two: {reads: "4%", whose: "yours"}',
        "# check: allow W508 (known)",
    ]


def test_an_editor_is_told_of_the_schema_that_a_person_named() -> None:
    own = "# yaml-language-server: $schema=ours.json"

    after = saved(f"{own}\nfit: the-parcel\n")

    assert [line for line in after.splitlines() if "language-server" in line] == [own]
