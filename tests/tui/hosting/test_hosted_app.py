"""Apps in one process know nothing of each other."""

from __future__ import annotations

import asyncio
import gc
import io
import re
import sys
import weakref

import pytest

from empathy_sim.tui.hosting.hosted import hosted
from empathy_sim.tui.hosting.socket_driver import PROLOGUE
from tests.tui.hosting.hosted_stage import Noting, Stage, noting, until


async def test_each_hears_its_own_keys_and_draws_to_its_own_browser() -> None:
    async with noting("Ann") as (ann, first), noting("Bo") as (bo, second):
        first.view.feed("a")
        second.view.feed("b")
        await first.shown("Ann heard a")
        await second.shown("Bo heard b")

        assert (ann.heard, bo.heard) == (["a"], ["b"])
        assert "Bo" not in first.page.shows
        assert "Ann" not in second.page.shows


async def test_a_terminal_is_told_how_to_be_one_before_anything_else() -> None:
    async with noting() as (_, stage):
        assert stage.page.pieces[0].startswith(PROLOGUE)
        assert stage.page.sent.count(PROLOGUE) == 1


async def test_a_browser_has_colours_whatever_the_server_was_started_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    async with noting() as (app, stage):
        colours = set(re.findall(r"[34]8;2;(\d+;\d+;\d+)", stage.page.sent))
        grey = {each for each in colours if len(set(each.split(";"))) == 1}

        assert colours - grey
        assert not app.no_color


async def test_a_key_typed_before_the_screen_is_there_is_heard() -> None:
    app = Noting()
    stage = Stage(app)
    stage.view.feed("a")
    stage.view.feed("b")
    await until(lambda: len(app.heard) == 2)

    assert app.heard == ["a", "b"]
    await stage.close()


async def test_the_first_key_finds_the_app_in_focus() -> None:
    async with noting() as (app, _):
        assert app.app_focus


async def test_a_window_that_is_left_and_looked_at_again_is_known() -> None:
    async with noting() as (app, stage):
        stage.view.focus(False)
        await until(lambda: not app.app_focus)
        stage.view.focus(True)
        await until(lambda: app.app_focus)


async def test_one_that_fails_takes_nobody_along_and_tells_no_value(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with noting("Ann") as (_, first):
        async with noting("Bo") as (_, second):
            second.view.feed("!")
            await asyncio.wait((second.life,))

            assert isinstance(second.life.exception(), ZeroDivisionError)
            assert "typed" not in second.page.sent
        first.view.feed("a")
        await first.shown("Ann heard a")

    assert capfd.readouterr() == ("", "")


async def test_an_app_that_cannot_be_made_fails_where_it_is_asked_for() -> None:
    def refuse() -> Noting:
        raise LookupError

    with pytest.raises(LookupError):
        hosted(refuse)(io.StringIO(), 80, 24)  # type: ignore[arg-type]


async def test_each_prints_to_itself_in_whatever_order_they_end(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = sys.stdout, sys.stderr
    ann, bo = Noting("Ann"), Noting("Bo")
    first, second = Stage(ann), Stage(bo)
    await first.shown("This is Ann")
    await second.shown("This is Bo")
    first.view.feed("p")
    second.view.feed("p")
    await until(lambda: ann.printed and bo.printed)
    await first.close()
    second.view.feed("p")
    await until(lambda: len(bo.printed) >= 4)
    print("printed by nobody")
    await second.close()

    assert "".join(ann.printed) == "printed by Ann\n"
    assert "".join(bo.printed) == "printed by Bo\n" * 2
    assert (sys.stdout, sys.stderr) == before
    assert capfd.readouterr().out == "printed by nobody\n"


async def test_another_size_is_drawn() -> None:
    async with noting() as (app, stage):
        stage.view.resize(120, 40)
        await until(lambda: app.screen.size == (120, 40))
        stage.page.pieces.clear()
        stage.view.repaint()
        await stage.shown("This is Ann")

        assert "\x1b[40;1H" in stage.page.sent


async def test_a_terminal_that_shows_nothing_yet_is_shown_everything() -> None:
    async with noting() as (_, stage):
        stage.view.feed("a")
        await stage.shown("Ann heard a")
        stage.page.pieces.clear()
        stage.view.repaint()
        await stage.shown("Ann heard a")

        assert len(stage.page.pieces) == 1
        assert stage.page.sent.startswith(PROLOGUE)


async def test_a_view_answers_unless_its_app_or_its_screen_is_stuck() -> None:
    async with noting() as (app, stage):
        answered: list[str] = []
        stage.view.ask(lambda: answered.append("at once"))
        await until(lambda: answered)
        stuck = asyncio.Event()
        app.screen.call_later(stuck.wait)
        stage.view.ask(lambda: answered.append("at last"))
        await asyncio.sleep(60)

        assert answered == ["at once"]

        stuck.set()
        await until(lambda: "at last" in answered)


async def test_an_app_that_ends_by_itself_ends_its_view() -> None:
    app = Noting()
    stage = Stage(app)
    await stage.shown("This is Ann")
    stage.view.feed("\x11")  # ctrl+q
    await stage.life

    assert not app.is_running


async def test_an_app_whose_task_is_cancelled_lets_go_of_its_browser() -> None:
    async with noting() as (_, stage):
        stage.life.cancel()
        await asyncio.wait((stage.life,))
        sent = len(stage.page.pieces)
        stage.view.feed("a")
        stage.view.repaint()
        stage.view.resize(100, 30)
        await asyncio.sleep(1)

        assert len(stage.page.pieces) == sent


async def test_nothing_is_kept_of_apps_that_were_typed_to_and_closed() -> None:
    kept: list[weakref.ref[Noting]] = []
    for number in range(5):
        async with noting(f"Ann{number}") as (app, stage):
            stage.view.feed("a\x1b[A\x1b[97;5u")
            await stage.shown(f"Ann{number} heard a up ctrl+a")
            kept.append(weakref.ref(app))
            del app, stage
    await asyncio.sleep(1)
    gc.collect()

    assert [each() for each in kept] == [None] * 5


async def test_nothing_is_opened_saved_or_suspended_where_the_server_is(
    tmp_path: object,
) -> None:
    async with noting() as (app, stage):
        app.open_url("https://elsewhere.example")
        app.deliver_text(io.StringIO("words"), save_directory=str(tmp_path))
        await until(lambda: app.delivered)
        stage.view.feed("\x1a")  # ctrl+z
        stage.view.feed("a")
        await stage.shown("a")

        assert not stage.driver.can_suspend
        assert stage.driver.is_web
        assert "elsewhere" not in stage.page.sent
        assert list(tmp_path.iterdir()) == []  # type: ignore[attr-defined]
