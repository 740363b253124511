"""A chat keeps what is being written."""

from __future__ import annotations

from textual import events

from empathy_sim.engine import events as e
from empathy_sim.tui.widgets.bubble import Bubble, TypingDots
from empathy_sim.tui.widgets.line_input import LineInput
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of

SECOND = 1_000


async def opened(stage: Stage, sentences: int) -> None:
    for _ in range(sentences):
        await stage.pass_time(SECOND)


async def test_what_is_written_is_said_and_the_line_is_empty_again() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test() as pilot:
        await opened(stage, 2)
        await pilot.press(*"address", "enter")
        await pilot.pause()

        assert stage.query_one(LineInput).value == ""
        assert "address" in text_of(stage)

    assert stage.of(e.Said)[-1].words == "address"


async def test_what_is_being_written_stays_while_sentences_come() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test() as pilot:
        await pilot.press(*"addr")
        await opened(stage, 2)
        await pilot.pause()

        assert stage.query_one(LineInput).value == "addr"
        assert stage.focused is stage.query_one(LineInput)


async def test_a_ready_answer_is_taken_by_keys_or_by_the_mouse() -> None:
    for by_mouse in (False, True):
        stage = Stage("chat-that-works")
        async with stage.run_test() as pilot:
            await opened(stage, 2)
            await pilot.pause()
            if by_mouse:
                await pilot.click("ReadyAnswers Pressable")
            else:
                await pilot.press("up", "enter")
            await pilot.pause()
            assert not stage.query("ReadyAnswers Pressable")
            assert stage.focused is stage.query_one(LineInput)

        assert stage.chosen() == ["change-my-e-mail-address"]


async def test_what_is_typed_over_a_ready_answer_is_written() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test() as pilot:
        await opened(stage, 2)
        await pilot.pause()
        await pilot.press("up")
        assert stage.focused is not stage.query_one(LineInput)
        await pilot.press(*"is it", "enter")
        await pilot.pause()

    assert stage.of(e.Said)[-1].words == "is it"
    assert stage.of(e.OptionChosen) == []


async def test_spaces_are_written_however_fast_one_types_over_a_ready_answer() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test() as pilot:
        await opened(stage, 2)
        await pilot.pause()
        await pilot.press("up")
        for letter in "is it on":
            key = "space" if letter == " " else letter
            stage.post_message(events.Key(key, letter))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

    assert stage.of(e.Said)[-1].words == "is it on"
    assert stage.of(e.OptionChosen) == []


async def test_three_dots_are_there_while_the_other_side_types() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        assert stage.query_one(TypingDots).display

        await opened(stage, 2)
        await pilot.pause()
        assert not stage.query_one(TypingDots).display


async def test_nothing_is_lost_that_cannot_be_sent_just_now() -> None:
    stage = Stage("chat-hands-over")
    async with stage.run_test() as pilot:
        await opened(stage, 1)
        for _ in range(3):
            await pilot.press(*"human", "enter")
            await pilot.pause()
            await stage.pass_time(SECOND)
        await pilot.pause()
        assert "You are number 3 in the queue." in text_of(stage)

        await pilot.press(*"hello", "enter")
        await pilot.pause()
        assert "Nothing can be written here just now." in text_of(stage)
        assert stage.query_one(LineInput).value == "hello"


async def test_a_lost_transcript_is_gone_from_the_window() -> None:
    stage = Stage("chat-hands-over")
    async with stage.run_test() as pilot:
        await opened(stage, 1)
        for _ in range(3):
            await pilot.press(*"human", "enter")
            await pilot.pause()
            await stage.pass_time(SECOND)
        await stage.pass_time(4 * 60 * SECOND)
        await pilot.pause()

        assert "Sam" in text_of(stage)
        assert "I will find a colleague" not in text_of(stage)


async def test_a_chat_that_was_closed_can_only_be_left() -> None:
    stage = Stage("chat-closes-on-silence")
    async with stage.run_test() as pilot:
        await opened(stage, 2)
        await stage.pass_time(61 * SECOND)
        await pilot.pause()
        assert "Are you still there?" in text_of(stage)
        await stage.pass_time(30 * SECOND)
        await pilot.pause()

        assert "closed" in text_of(stage)
        assert not stage.query(LineInput)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.session.state.ending == "closed_on"


async def test_the_newest_sentence_is_in_sight() -> None:
    stage = Stage("chat-that-works")
    async with stage.run_test(size=(80, 20)) as pilot:
        await opened(stage, 2)
        for at in range(9):
            await pilot.press(*f"what {at}".replace(" ", "_"), "enter")
            await stage.pass_time(SECOND)
            await pilot.pause()

        await pilot.pause(0.1)
        newest = list(stage.query(Bubble))[-1]
        window = stage.query_one("Transcript").region
        assert window.contains_region(newest.region)
