"""What is removed leaves no byte behind."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, new, row

CANARIES = tuple(f"canary-{number:03}-{number * 7919:x}" for number in range(50))


def found_in(folder: Path, texts: Sequence[str]) -> list[str]:
    held = b"".join(path.read_bytes() for path in folder.iterdir())
    return [text for text in texts if text.encode() in held]


def with_canaries(store: SqliteStore) -> None:
    """Words of all lengths among events, some long enough to spill over pages."""
    store.begin(new())
    for number, canary in enumerate(CANARIES):
        words = {"text": canary + "!" * (number**2), "name": canary}
        append(store, row(2 * number + 1), row(2 * number + 2, words, n=number))


@pytest.mark.parametrize("on_network", [False, True], ids=["log", "journal"])
def test_purged_words_are_nowhere_and_the_chain_holds(
    tmp_path: Path, on_network: bool
) -> None:
    with closing(SqliteStore(tmp_path, on_network=on_network)) as store:
        with_canaries(store)
        assert found_in(tmp_path, CANARIES) == list(CANARIES)

        assert store.purge_words(SESSION) == 2 * len(CANARIES)
        left = found_in(tmp_path, CANARIES)
        print(f"canaries {len(CANARIES)}, left {len(left)}")
        assert left == []
        assert store.verify() == ()
        assert len(store.rows(SESSION)) == 2 * len(CANARIES)
    assert found_in(tmp_path, CANARIES) == []


@pytest.mark.parametrize("on_network", [False, True], ids=["log", "journal"])
def test_a_forgotten_session_is_nowhere(tmp_path: Path, on_network: bool) -> None:
    traces = [*CANARIES, SESSION, "OptionChosen", "A broadband contract"]
    with closing(SqliteStore(tmp_path, on_network=on_network)) as store:
        with_canaries(store)
        assert found_in(tmp_path, traces) == traces

        store.forget(SESSION)
        assert found_in(tmp_path, traces) == []
        assert store.verify() == ()
    assert found_in(tmp_path, traces) == []


def test_words_purged_while_another_program_reads_are_gone_when_it_ends(
    tmp_path: Path,
) -> None:
    with closing(SqliteStore(tmp_path)) as store:
        with_canaries(store)
        with closing(SqliteStore(tmp_path)) as reader:
            assert len(reader.rows(SESSION)) == 100
            store.purge_words(SESSION)
            assert reader.rows(SESSION)[1].words == {"name": None, "text": None}

    assert found_in(tmp_path, CANARIES) == []
