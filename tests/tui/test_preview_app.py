"""A story is played while it is being written."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Option, Touchpoint
from empathy_sim.library.saved_version import Line
from tests.rehearsal import small_journeys as small
from tests.tui.author_desk import DOUBTFUL, broken, previewing, version
from tests.tui.seen import faint_in

STORY = small.TO_AND_FRO
SOUND = version(STORY)


def with_points(script: Script = STORY, **points: Touchpoint) -> Script:
    alone = script.stages["alone"]
    all_points = {**alone.scenario.touchpoints, **points}
    scenario = replace(alone.scenario, touchpoints=all_points)
    return replace(script, stages={"alone": replace(alone, scenario=scenario)})


REWORDED = version(with_points(there=replace(small.notice("solved"), says="Mended.")))


async def test_the_story_is_there_under_a_bar_that_says_that_nothing_is_kept() -> None:
    async with previewing(SOUND, size=(80, 24)) as desk:
        assert desk.screen == "PreviewPlay"
        assert "Read this." in desk.seen
        assert "PREVIEW" in desk.seen
        assert "Nothing is kept" in desk.seen
        assert "ours.yaml as saved" in desk.seen


async def test_a_save_shows_the_new_words_where_one_stands() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1")
        assert desk.at == "alone.there"

        await desk.save(REWORDED)

        assert desk.at == "alone.there"
        assert "Mended." in desk.seen
        assert "After this save" not in desk.seen


async def test_where_a_save_leads_elsewhere_it_is_said() -> None:
    async with previewing(SOUND, size=(80, 24)) as desk:
        await desk.press("1", "1")
        elsewhere = Option(says="To here", id="here", leads="there")

        await desk.save(
            version(with_points(there=replace(small.notice(), options=(elsewhere,))))
        )

        assert 'After this save, "To here" no longer leads to alone.here' in desk.seen
        assert desk.at == "alone.there"


async def test_several_saves_in_a_row_end_at_the_last() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1")
        for words in ("One.", "Two.", "Three."):
            there = replace(small.notice("solved"), says=words)
            await desk.save(version(with_points(there=there)))

        assert "Three." in desk.seen


async def test_a_broken_file_leaves_the_story_and_lists_what_is_wrong_beside() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1")

        await desk.save(broken())

        assert "E302" in desk.seen
        assert '"qeue" is not there [/]' in desk.seen
        assert "try: queue" in desk.seen
        assert "1 problem: ours.yaml as it was" in desk.seen
        await desk.press("1")
        assert desk.at == "alone.here"
        await desk.save(SOUND)
        assert "E302" not in desk.seen
        assert "ours.yaml as saved" in desk.seen


async def test_in_eighty_columns_the_problems_lie_over_the_story_when_asked() -> None:
    async with previewing(version(small.ONE_QUEUE), size=(80, 24)) as desk:
        await desk.save(broken())
        assert "E302" not in desk.seen
        assert "1 problem" in desk.seen

        await desk.press("ctrl+l")
        assert "E302" in desk.seen
        story = desk.app.drafts.story
        assert story is not None
        assert story.port.scene().paused == "reading"

        await desk.press("escape")
        assert "E302" not in desk.seen
        assert story.port.scene().paused is None


async def test_a_file_that_is_broken_from_the_start_waits_for_its_mending() -> None:
    async with previewing(broken()) as desk:
        assert desk.screen == "PreviewStill"
        assert "cannot be played yet" in desk.seen
        assert "E302" in desk.seen

        await desk.save(SOUND)

        assert desk.screen == "PreviewPlay"
        assert "Read this." in desk.seen


async def test_what_is_broken_from_the_start_is_listed_in_a_small_window() -> None:
    async with previewing(broken(), size=(80, 24)) as desk:
        assert "E302" in desk.seen
        assert "Mend what is listed" in desk.seen

        await desk.press("enter")

        assert desk.bench.opened == [Line("ours.yaml", 7)]


async def test_a_problem_opens_the_editor_at_its_line() -> None:
    async with previewing(SOUND) as desk:
        await desk.save(broken())

        await desk.press("ctrl+l", "enter")

        assert desk.bench.opened == [Line("ours.yaml", 7)]


async def test_the_editor_opens_where_the_screen_is_written() -> None:
    lines = {("alone", "there"): Line("/a.yaml", 12)}
    async with previewing(version(STORY, lines=lines)) as desk:
        await desk.press("1", "ctrl+o")

        assert desk.bench.opened == [Line("/a.yaml", 12)]


async def test_without_an_editor_a_sentence_says_what_to_do() -> None:
    async with previewing(SOUND) as desk:
        desk.bench.refuses = "No editor is chosen here."

        await desk.press("ctrl+o")

        assert "No editor is chosen here. Try: export EDITOR=nano" in desk.seen


async def test_where_the_terminal_cannot_be_lent_a_sentence_says_so() -> None:
    async with previewing(SOUND) as desk:
        desk.bench.takes_terminal = True

        await desk.press("ctrl+o")

        assert "cannot be lent" in desk.seen


async def test_steps_are_taken_back_and_done_again() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1", "1")
        assert "step 2" in desk.seen

        await desk.press("f6", "f6")
        assert desk.at == "alone.here"
        assert "step 0 of 2" in desk.seen
        await desk.press("f6")
        assert "This is the beginning." in desk.seen
        await desk.press("f7", "f7")

        assert "step 2" in desk.seen
        await desk.press("ctrl+r")
        assert "step 0 of 2" in desk.seen


async def test_another_way_is_tried_after_a_step_back() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1", "f6", "2")

        assert desk.at == ".gave_up"
        assert desk.screen == "PreviewEnding"
        assert "It is not." in desk.seen


async def test_a_long_ending_leaves_its_answers_in_view() -> None:
    ending = replace(small.ENDINGS["gave_up"], says="It is a long story. " * 120)
    journey = replace(STORY.journey, endings={**small.ENDINGS, "gave_up": ending})
    long = version(replace(STORY, journey=journey))
    async with previewing(long, size=(80, 24)) as desk:
        await desk.press("2")

        assert "It is a long story." in desk.seen
        assert "Go on" in desk.seen.splitlines()[-3]


async def test_after_the_ending_one_can_still_go_back() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("2", "f5")
        assert "The story is over." in desk.seen

        await desk.press("f6")
        assert desk.screen == "PreviewEnding"
        await desk.press("f6")
        assert desk.screen == "PreviewPlay"


async def test_a_wait_is_passed_over_at_a_key() -> None:
    async with previewing(version(small.ONE_QUEUE)) as desk:
        await desk.press("ctrl+g")

        assert desk.at == "alone.rosa"
        await desk.press("f6")
        assert desk.at == "alone.queue"
        await desk.press("ctrl+n")
        assert desk.at == "alone.rosa"


async def test_the_pace_can_be_changed_on_the_way() -> None:
    async with previewing(version(small.ONE_QUEUE)) as desk:
        desk.clock.advance(90_000)

        await desk.press("ctrl+t")

        assert "How much of a wait is lived: long." in desk.seen
        assert desk.at == "alone.queue"
        story = desk.app.drafts.story
        assert story is not None
        assert story.port.scene().story_ms >= 90_000


@pytest.mark.parametrize("key", ["f1", "f2", "f9"])
async def test_whatever_lies_over_the_story_a_save_and_a_step_back_come_through(
    key: str,
) -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1", key)
        assert desk.screen != "PreviewPlay"

        await desk.save(REWORDED)
        assert desk.screen == "PreviewPlay"
        assert "Mended." in desk.seen
        await desk.press(key, "f6")

        assert desk.screen == "PreviewPlay"
        assert desk.at == "alone.here"
        await desk.press("1")
        assert desk.at == "alone.there"


async def test_a_save_elsewhere_leaves_the_screen_alone() -> None:
    async with previewing(SOUND) as desk:
        screen = desk.app.screen

        await desk.save(REWORDED)

        assert desk.app.screen is screen
        await desk.press("1")
        assert "Mended." in desk.seen


async def test_the_keys_of_the_bar_can_be_clicked() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1")

        await desk.pilot.click("AuthorsKey")
        await desk.rest()

        assert desk.at == "alone.here"


async def test_another_size_keeps_everything() -> None:
    async with previewing(SOUND) as desk:
        await desk.press("1")
        await desk.save(broken())
        for size in ((80, 24), (40, 10), (120, 40)):
            await desk.pilot.resize_terminal(*size)
            await desk.rest()

        assert "E302" in desk.seen
        assert desk.at == "alone.there"


@pytest.mark.parametrize(
    ("theme", "size"), [("empathy-dark", (80, 24)), ("empathy-light", (120, 40))]
)
async def test_everything_can_be_read(theme: str, size: tuple[int, int]) -> None:
    async with previewing(SOUND, size=size) as desk:
        desk.app.theme = theme
        await desk.press("1")
        await desk.save(replace(broken(), problems=(*broken().problems, DOUBTFUL)))
        await desk.press("f6", "f6", "ctrl+l")

        assert "This is the beginning." in desk.seen
        assert faint_in(desk.app) == []
