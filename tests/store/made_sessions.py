"""Sessions and rows as tests write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import Json, NewSession, Row, StoredRow, canonical
from empathy_sim.store.sqlite_store import SqliteStore

REPOSITORY = Path(__file__).parents[2]

SESSION = "quiet-otter"
SCRIPT = canonical({"journey": "cancel", "says": "Bitte warten: ✓ wait"})
FIXES = canonical({"hold/no-callback": {"wait": "40s"}})


def new(
    session: str = SESSION, started: str = "2026-03-03T10:00:00Z", fixes: str = ""
) -> NewSession:
    return NewSession(
        session=session,
        script_digest="digest-of-the-script",
        script_json=SCRIPT,
        title="A broadband contract",
        started_utc=started,
        fixes_json=fixes,
    )


def row(seq: int, words: Mapping[str, str] | None = None, **body: Json) -> Row:
    return Row(
        seq=seq,
        kind="OptionChosen",
        v=1,
        story_ms=seq * 1000,
        felt_ms=seq * 900,
        wall_utc=f"2026-03-03T10:00:{seq % 60:02}Z",
        body=canonical(body or {"option": seq}),
        words=words or {},
    )


def spoken(seq: int) -> Row:
    """A row with something a person wrote in it."""
    return row(seq, {"text": f"still waiting, {seq} times now"}, pleasant=-3)


def append(store: Store, *rows: Row, session: str = SESSION) -> None:
    last = str(rows[-1].seq) if rows else ""
    store.append(session, rows, phase="playing", summary={"where": "hold", "at": last})


def with_rows(store: Store, count: int, session: str = SESSION) -> None:
    """A begun session with so many rows, every third with words."""
    store.begin(new(session))
    for seq in range(1, count + 1):
        append(store, row(seq) if seq % 3 else spoken(seq), session=session)


def handed_in(stored: Sequence[StoredRow]) -> list[Row]:
    """What was appended, to judge by what is kept."""
    return [
        Row(
            seq=each.seq,
            kind=each.kind,
            v=each.v,
            story_ms=each.story_ms,
            felt_ms=each.felt_ms,
            wall_utc=each.wall_utc,
            body=canonical(
                {
                    name: value
                    for name, value in each.fields().items()
                    if name not in each.words
                }
            ),
            words={name: text or "" for name, text in each.words.items()},
        )
        for each in stored
    ]


def memory(_folder: Path) -> Store:
    return MemoryStore()


def sqlite(folder: Path) -> Store:
    return SqliteStore(folder / "kept")


def sqlite_on_network(folder: Path) -> Store:
    return SqliteStore(folder / "kept", on_network=True)


EVERY_STORE = (memory, sqlite, sqlite_on_network)

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
NUMBER = st.integers(-(2**53), 2**53)
BODY: st.SearchStrategy[Json] = st.dictionaries(
    TEXT.map("plain-{}".format),
    st.recursive(
        st.none() | st.booleans() | NUMBER | st.floats(allow_nan=False) | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner),
        max_leaves=6,
    ),
    max_size=4,
).filter(lambda body: "Infinity" not in repr(body) and "inf" not in repr(body))


@st.composite
def rows_from(draw: st.DrawFn, first: int) -> list[Row]:
    """Up to four rows of any content, the first with the given number."""
    count = draw(st.integers(0, 4))
    return [
        Row(
            seq=seq,
            kind=draw(TEXT),
            v=draw(st.integers(1, 9)),
            story_ms=draw(NUMBER),
            felt_ms=draw(NUMBER),
            wall_utc=draw(TEXT),
            body=canonical(draw(BODY)),
            words=draw(st.dictionaries(TEXT.map("said-{}".format), TEXT, max_size=2)),
        )
        for seq in range(first, first + count)
    ]


@st.composite
def appends(draw: st.DrawFn) -> list[list[Row]]:
    """Appends one after the other."""
    made: list[list[Row]] = []
    first = 1
    for _ in range(draw(st.integers(1, 5))):
        made.append(draw(rows_from(first)))
        first += len(made[-1])
    return made
