"""Whatever a browser sends, the app goes on."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from empathy_sim.tui.hosting.key_parser import MOST_UNFINISHED, Listening
from tests.tui.hosting.hosted_stage import noting, until

HOSTILE = [
    "\x1b[99999999999u",
    "\x1b[1114112u",
    "\x1b[55555555;1:1;55555555555u",
    "\x1b[48;99999;99999;99999;99999t",
    "\x1b[48;0;0;0;0t\x1b[<0;1;1M",
    "\x1b[<99999999;99999999;99999999M",
    "\x1b[<0;-1;-1M",
    "\x1b[M\x00\x00\x00",
    "\x1b[99999999;99999999R",
    "\x1b[?2026;2$y",
    "\x1b[?2048;2$y",
    "\x1b" * 100,
    "\x1b[" + "9" * 5_000,
    "\x1b[201~",
    "\x1b[200~\x1b[201~",
    "\x00\x01\x02\x7f\x80\x9b",
    "\ud800",
    "",
]


@pytest.mark.parametrize("sent", HOSTILE)
async def test_an_app_hears_the_next_key(sent: str) -> None:
    async with noting() as (app, stage):
        stage.view.feed(sent)
        stage.driver._give_up()
        before = len(app.heard)
        stage.view.feed("z")
        await until(lambda: app.heard[before:].count("z"))

        assert app.size == (80, 24)


@given(st.lists(st.text(alphabet="\x1b[]<>?;:0123456789~ABCMORmtuy$\x00\ud800az")))
@settings(max_examples=200, deadline=None)
def test_no_text_is_fatal_and_the_next_key_is_heard(texts: list[str]) -> None:
    listening = Listening()
    for text in texts:
        listening.feed(text)
    for _ in range(3):
        listening.give_up()
        listening.feed("\x1b[201~")
    listening.give_up()

    (key,) = listening.feed("z")
    assert isinstance(key, events.Key)
    assert key.key == "z"


def test_a_terminal_cannot_say_what_is_not_its_to_say() -> None:
    for sent in HOSTILE:
        for message in Listening().feed(sent):
            assert isinstance(message, events.Key | events.MouseEvent | events.Paste)


def test_a_paste_that_never_ends_is_forgotten_before_it_is_much() -> None:
    listening = Listening()
    listening.feed("\x1b[200~")
    for _ in range(MOST_UNFINISHED // 1_024):
        assert listening.feed("x" * 1_024) == []

    (key,) = listening.feed("z")
    assert isinstance(key, events.Key)


async def test_a_lone_escape_is_heard_by_itself() -> None:
    async with noting() as (app, stage):
        stage.view.feed("\x1b")

        assert app.heard == []

        await until(lambda: app.heard)

        assert app.heard == ["escape"]


async def test_a_sequence_in_two_pieces_is_one_key() -> None:
    async with noting() as (app, stage):
        stage.view.feed("\x1b")
        stage.view.feed("[A")
        await until(lambda: app.heard)
        await asyncio.sleep(1)

        assert app.heard == ["up"]


async def test_an_escape_that_waits_when_the_app_ends_is_nobodys() -> None:
    async with noting() as (app, stage):
        stage.view.feed("\x1b")
        await stage.close()
        await asyncio.sleep(1)

        assert app.heard == []


async def test_a_paste_is_one_thing() -> None:
    async with noting() as (app, stage):
        stage.view.feed("\x1b[200~one")
        stage.view.feed("\ntwo\x1b[201~")
        await until(lambda: app.pasted)

        assert app.pasted == ["one\ntwo"]
        assert app.heard == []


@given(st.characters(codec="utf-8", exclude_characters="\x1b"))
def test_a_letter_alone_is_the_key_that_it_is_among_others(letter: str) -> None:
    def keys(texts: tuple[str, ...]) -> list[tuple[str, str | None]]:
        listening = Listening()
        heard = [each for text in texts for each in listening.feed(text)]
        return [
            (each.key, each.character) for each in heard if isinstance(each, events.Key)
        ]

    assert keys((letter,)) == keys((f"{letter}.",))[:-1]
    assert keys(("\x1b[200~", letter, "\x1b[201~")) == []
