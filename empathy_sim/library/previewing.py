"""A file as it is now, to preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from empathy_sim.errors import Usage
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.compose_alone import STAGE
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.composed import Composed
from empathy_sim.library.file_stamps import Watched
from empathy_sim.library.reading import Written
from empathy_sim.library.saved_version import Line, Version
from empathy_sim.library.shelf import FITS, SCENARIOS, find_shelf
from empathy_sim.library.wishes import Granted, Wishes, granted


def version_of(file: Path, folders: Iterable[Path], wishes: Wishes) -> Version:
    """Read and compose a file, with what is asked of it; nothing is raised.

    Args:
        file: a journey or a scenario.
        folders: libraries in which its scenarios are looked for.
        wishes: where to begin, with what.
    """
    those = tuple(folders)
    shelf = find_shelf(those)
    composer = Composer(shelf)
    composed = composer.compose(file)
    found, composed, spoilt = _as_wished(composer, file, composed, wishes)
    script = composed.script
    read = tuple(each.written for each in composer.read())
    problems = {*problems_in([file], shelf), *composed.problems}
    return Version(
        script,
        found.cast(cast_for(script, wishes.seed)) if script else None,
        found.stage,
        found.touchpoint,
        tuple(sorted(problems)),
        (*found.refused, *spoilt),
        dict(_lines(read)),
        _watched(file, read, those),
    )


def _as_wished(
    composer: Composer, file: Path, composed: Composed, wishes: Wishes
) -> tuple[Granted, Composed, tuple[Usage, ...]]:
    """What can be granted, and the file composed with it."""
    if composed.script is None:
        return Granted(), composed, ()
    found = granted(wishes, composed.script)
    if not found.sets:
        return found, composed, ()
    if composed.kind == "journey":
        return found, composer.journey(file, found.sets), ()
    try:
        return found, composer.scenario(file, found.sets[STAGE]), ()
    except ValidationError as error:
        why = error.errors(include_url=False)
        return found, composed, tuple(_refusal(each) for each in why)


def _refusal(details: Mapping[str, Any]) -> Usage:
    reason = details.get("ctx", {}).get("error", details["msg"])
    hint = str(getattr(reason, "hint", ""))
    return Usage(says=f"It cannot be played so: {reason}.", try_=hint)


def _lines(read: Iterable[Written]) -> Iterator[tuple[tuple[str, str], Line]]:
    for written in read:
        of = "" if written.kind == "journey" else _id_of(written)
        section = "endings" if written.kind == "journey" else "touchpoints"
        for path, place in written.places.keys.items():
            match path:
                case (str(within), str(name)) if within == section:
                    yield (of, name), Line(str(written.path.absolute()), place.line)
                case _:
                    pass


def _id_of(written: Written) -> str:
    match written.value:
        case {"scenario": str(name)}:
            return name
        case _:
            return written.path.stem


def _watched(file: Path, read: Iterable[Written], folders: Iterable[Path]) -> Watched:
    """All that it was composed from, and where more of that could turn up."""
    near = (file.parent, file.parent.parent)
    those = (each / of for each in (*near, *folders) for of in (SCENARIOS, FITS))
    files = dict.fromkeys((file, *(each.path for each in read)))
    return Watched(tuple(files), tuple(dict.fromkeys(those)))
