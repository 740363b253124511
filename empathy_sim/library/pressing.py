"""Scripts ready to play, kept between starts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from empathy_sim.journey.noun import FORMAT
from empathy_sim.library.composed import Composed
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import Kind, Shelf, peek
from empathy_sim.version import VERSION

if TYPE_CHECKING:
    from empathy_sim.journey.script import Script
    from empathy_sim.library.compose import Composer

_MOST_BYTES = 1_000_001


class Card(Struct, frozen=True):
    """What the home screen says of a journey, or of a scenario that plays alone."""

    kind: Kind
    id: str
    title: str
    about: str
    company: str
    """Empty for a scenario."""
    minutes: int | None
    """About how long it takes at workshop pace; None where nobody has said."""
    intensity: int
    """1 to 3."""
    chair: str
    problems: int = 0
    """What keeps it from being played; then the title is its id."""
    is_fitted: bool = False
    """Whether somebody has set something in it."""


def cards(shelf: Shelf, cache: Cache) -> tuple[Card, ...]:
    """A card for everything on a shelf: journeys, then scenarios."""
    press = _Press(shelf, cache)
    return tuple(press.card(file) for file in _files(shelf))


def script_of(name: str, shelf: Shelf, cache: Cache) -> Composed:
    """The script of a journey or scenario, by its id or the path of its file.

    Raises:
        Usage: there is none of that name.
    """
    return _Press(shelf, cache).composed(shelf.file_of(name))


def _files(shelf: Shelf) -> Iterator[Path]:
    yield from shelf.journeys.values()
    yield from shelf.scenarios.values()


class _Pressed(Struct, frozen=True):
    """An entry of the cache that still holds."""

    card: Card
    script: Any
    digest: str
    sha: str
    plays: Mapping[str, str]
    fixes: str


class _Press:
    """Opens what is in the cache, and composes and keeps what is not."""

    def __init__(self, shelf: Shelf, cache: Cache) -> None:
        self._shelf = shelf
        self._cache = cache
        self._shas: dict[Path, str] = {}
        self._names: dict[Path, str] = {}
        self._composer: Composer | None = None

    def card(self, file: Path) -> Card:
        found = self._found(file)
        return found.card if found else _card_of(self._compose(file))

    def composed(self, file: Path) -> Composed:
        found = self._found(file)
        script = _thawed(found) if found else None
        if found is None or script is None:
            return self._compose(file)
        card = found.card
        return Composed(
            script,
            (),
            card.id,
            card.kind,
            found.sha,
            found.plays,
            found.fixes,
        )

    def _found(self, file: Path) -> _Pressed | None:
        """What the cache has for a file, unless something it was made of changed."""
        sha = self._sha(file)
        entry = _entry(self._cache.read(self._name(file)), sha)
        if entry is None:
            return None
        if not entry.plays:
            return entry
        there = self._shelf.beside(file).scenarios
        now = {
            name: self._sha(there[name]) if name in there else ""
            for name in entry.plays
        }
        return entry if now == entry.plays else None

    def _compose(self, file: Path) -> Composed:
        # Slow to load, and seldom needed.
        from empathy_sim.journey.freezing import freeze  # noqa: PLC0415
        from empathy_sim.library.compose import Composer  # noqa: PLC0415

        self._composer = self._composer or Composer(self._shelf)
        composed = self._composer.compose(file)
        composed = replace(composed, fixes=self._composer.fixes(composed))
        if composed.sha and peek(file)[0] != "fit":
            kept = {
                "card": asdict(_card_of(composed)),
                "digest": composed.digest,
                "fixes": composed.fixes,
                "plays": dict(composed.plays),
                "script": freeze(composed.script) if composed.script else None,
            }
            self._cache.keep(self._name(file), kept)
        return composed

    def _name(self, file: Path) -> str:
        """The name of a file's entry: of its bytes, and of those of what it fits."""
        if file not in self._names:
            fit = self._shelf.fit_of(file)
            self._names[file] = _name(self._sha(file), self._sha(fit) if fit else "")
        return self._names[file]

    def _sha(self, file: Path) -> str:
        if file not in self._shas:
            try:
                with file.open("rb") as opened:
                    raw = opened.read(_MOST_BYTES)
            except OSError:
                return ""
            self._shas[file] = hashlib.sha256(raw).hexdigest()
        return self._shas[file]


def _name(sha: str, fit: str) -> str:
    """The name of an entry: of the bytes, and of the program that read them."""
    return hashlib.sha256(f"{FORMAT}/{VERSION}/{sha}/{fit}".encode()).hexdigest()


def _entry(kept: Any, sha: str) -> _Pressed | None:
    try:
        card, plays = _card(kept["card"]), dict(kept["plays"])
        script, named, fixes = kept["script"], kept["digest"], kept["fixes"]
        return _Pressed(card, script, str(named), sha, plays, str(fixes))
    except (KeyError, TypeError, ValueError):
        return None


def _card(kept: Mapping[str, Any]) -> Card:
    """A card from plain values.

    Raises:
        TypeError: they are not a card's.
    """
    card = Card(**kept)
    texts = (card.kind, card.id, card.title, card.about, card.company, card.chair)
    numbers = (card.minutes or 0, card.intensity, card.problems, card.is_fitted)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a text of a card is none")
    if not all(isinstance(number, int) for number in numbers):
        raise TypeError("a number of a card is none")
    return card


def _thawed(pressed: _Pressed) -> Script | None:
    """The script of an entry; None where it is not what was kept."""
    # Cards are shown without them.
    from empathy_sim.journey.freezing import digest, spelled, thaw  # noqa: PLC0415
    from empathy_sim.journey.script import Script  # noqa: PLC0415

    try:
        if digest(spelled(pressed.script)) != pressed.digest:
            return None
        script = thaw(pressed.script)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    return script if isinstance(script, Script) else None


def _card_of(composed: Composed) -> Card:
    if composed.script is None:
        return Card(
            kind=composed.kind,
            id=composed.id,
            title=composed.id,
            about="",
            company="",
            minutes=None,
            intensity=0,
            chair="customer",
            problems=composed.errors,
        )
    journey = composed.script.journey
    return Card(
        kind=composed.kind,
        id=composed.id,
        title=journey.title,
        about=journey.about,
        company="" if composed.script.alone else journey.company.name,
        minutes=journey.minutes,
        intensity=journey.intensity,
        chair=journey.chair,
        is_fitted=composed.script.fitted is not None,
    )
