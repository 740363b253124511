"""Whatever an author writes, letters are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.queueing import Shown
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.notice import NoticeFace
from empathy_sim.engine.touchpoints.order import RefundShown
from empathy_sim.engine.touchpoints.search import ArticleRow
from empathy_sim.text.safe import shown
from empathy_sim.tui.widgets.line_input import LineInput
from tests.tui.by_turns import by_turns
from tests.tui.device_stage import Stage
from tests.tui.hostile import HOSTILE
from tests.tui.seen import RecordingDriver, foreign_in

OURS = {
    "kind",
    "looks_like",
    "doing",
    "how",
    "id",
    "shows",
    "closed",
    "sort",
    "key",
    "channel",
}
"""What is no text, but a name among the program's own."""
LOTS = (HOSTILE[::2], HOSTILE[1::2])


def spoilt(value: Any, texts: Iterator[str]) -> Any:
    """The same value with other words wherever there were any."""
    if isinstance(value, str):
        return next(texts) if value else ""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(spoilt(each, texts) for each in value)
    if isinstance(value, Struct):
        theirs = [name for name in value.__struct_fields__ if name not in OURS]
        changed = {name: spoilt(getattr(value, name), texts) for name in theirs}
        return replace(value, **changed)
    return value


def round_and_round(texts: tuple[str, ...]) -> Iterator[str]:
    while True:
        yield from texts


def full(scene: Scene) -> Scene:
    """A scene of which as many parts as possible hold words."""
    face: Any = scene.face
    match scene.place.kind if scene.place else "":
        case "form":
            shown = tuple(replace(each, hint="h", error="e") for each in face.fields)
            face = replace(
                face, fields=shown, top="t", notice="n", warning="w", stay="s"
            )
            face = replace(face, links=(("a", "b"),))
        case "order":
            page = replace(face.page, refund=RefundShown("a", "b", "c"), line="l")
            page = replace(page, parcels=(("a", "b"),), history=(("c", "d"),))
            face = replace(face, page=page, refusal="r", refused="cancel-this-order")
        case "search":
            row = ArticleRow("refunds", "r", "b")
            face = replace(face, says=("s",), rows=(row,), refusal="r", note="n")
            face = replace(face, asks="a", thanks="t", typed="w")
        case "chat":
            face = replace(face, banner="b")
        case "counter":
            board = (Shown(HOSTILE[1], HOSTILE[5]), Shown(HOSTILE[0], HOSTILE[2]))
            face = replace(face, who="w", says="s", board=board, doing="called")
        case _:
            pass
    return replace(scene, face=face)


SAMPLES = {
    "form": ("form-that-works", 0),
    "order": ("order-slips", 0),
    "chat": ("chat-that-works", 2_000),
    "counter": ("counter-that-works", 0),
    "days": ("days-interrupted", 15_000),
    "search": ("search-that-works", 0),
    "survey": ("survey-that-works", 0),
}


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    RecordingDriver.written.clear()
    yield RecordingDriver.written
    RecordingDriver.written.clear()


@pytest.mark.parametrize(("kind", "texts"), by_turns([*SAMPLES], LOTS))
async def test_no_word_of_an_author_moves_anything_on_a_device(
    kind: str, texts: tuple[str, ...], written: list[str]
) -> None:
    sample, wait = SAMPLES[kind]
    stage = Stage(sample)
    stage.driver_class = RecordingDriver
    async with stage.run_test(headless=False, size=(120, 60)) as pilot:
        for _ in range(3):
            await stage.pass_time(wait // 2)
        scene = full(stage.session.scene())
        offers = spoilt(scene.offers, round_and_round(texts))
        face = spoilt(scene.face, round_and_round(texts))
        await stage.put(kind, replace(scene, face=face, offers=offers))
        await pilot.pause()
        stage.device.tick(scene)
        stage.device.refused(texts[0], "number")
        await pilot.pause()
        assert stage.device.is_attached

    assert foreign_in("".join(written)) == []


@pytest.mark.parametrize("looks", ["letter", "email", "text", "notice", "page", "card"])
async def test_no_word_of_a_notice_moves_anything(
    looks: str, written: list[str]
) -> None:
    stage = Stage("form-that-works")
    stage.driver_class = RecordingDriver
    async with stage.run_test(headless=False, size=(120, 60)) as pilot:
        scene = stage.session.scene()
        face = NoticeFace(looks, "\n".join(HOSTILE), HOSTILE[0], HOSTILE[1])
        offers = spoilt(scene.offers, round_and_round(HOSTILE[13:]))
        await stage.put("notice", replace(scene, face=face, offers=offers))
        await pilot.pause()

    assert foreign_in("".join(written)) == []


@pytest.mark.parametrize("sample", ["form-that-works", "chat-that-works"])
async def test_whatever_a_person_types_is_clean_when_it_is_kept(sample: str) -> None:
    stage = Stage(sample)
    async with stage.run_test() as pilot:
        await stage.pass_time(1_000)
        await stage.pass_time(1_000)
        for text in HOSTILE:
            line = stage.query(LineInput).first(LineInput)
            line.value = text
            await line.action_submit()
            await pilot.pause()
        await pilot.pause()

    kept = [each.words for each in stage.of(e.FieldFilled)]
    kept += [each.words for each in stage.of(e.Said)]
    assert len(kept) > 20
    assert all(shown(words) == words for words in kept)
