"""A seat played by lines loses nothing."""

from __future__ import annotations

from typing import NoReturn

import pytest

from empathy_sim.engine import events as e
from empathy_sim.errors import StoreBusy
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.workshop.room.running import breathe, close_play, go_on, set_pace
from tests.workshop.server.line_browser import on_hold, sits_down
from tests.workshop.server.served import served, until, words_of

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile"}


async def test_a_journey_is_played_and_looked_back_on_with_buttons_alone() -> None:
    async with served() as here:
        set_pace(here.room, "instant")
        tab = await sits_down(here)
        pressed = 0
        while not tab.closed_with and pressed < 100:
            await tab.go_on()
            pressed += 1

        session = here.room.session_of(here.seat("Ines"))
        assert session.state.phase == "closed"
        assert session.state.ending
        assert "How it felt" in tab.text
        assert "The debrief ends here." in tab.text
        assert "this computer" not in tab.text
        assert "empathy-sim" not in tab.text
        assert tab.closed_with == 4002


async def test_a_telephone_is_led_to_lines_and_a_computer_to_the_terminal() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        phone = await words_of(await browser.get("/seat", headers=PHONE))
        other = await words_of(await browser.get("/seat"))

        assert 'role="log"' in phone
        assert 'id="terminal"' in other
        data = {"face": "lines"}
        wished = await browser.post("/seat/face", data=data, headers=here.origin)
        assert 'role="log"' in await wished.text()


async def test_the_page_loads_nothing_from_elsewhere() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        page = await browser.get("/seat/lines")
        text = await page.text()

        assert "http" not in text.replace("http-equiv", "")
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        for name in ("lines.js", "lines.css"):
            assert (await browser.get(f"/assets/{name}")).status == 200


async def test_what_was_missed_comes_once_after_a_loss() -> None:
    async with served() as here:
        tab = await on_hold(here)
        before = len(tab.lines)
        await tab.leave()
        here.workshop.pass_with(60_000, here.seat("Ines"))
        await tab.open()
        await tab.until(lambda: "Your call matters." in tab.text)

        assert [each["n"] for each in tab.lines] == [*range(1, len(tab.lines) + 1)]
        assert len(tab.lines) > before


async def test_a_line_that_is_sent_twice_is_one_line() -> None:
    async with served() as here:
        tab = await on_hold(here)
        for _ in range(3):
            await tab.type("aha: It is our own rule", mark="the-same")
        await tab.leave()
        await tab.open()
        await tab.type("aha: It is our own rule", mark="the-same")

        log = here.room.session_of(here.seat("Ines")).log
        assert sum(isinstance(each, e.ReactionRecorded) for each in log) == 1
        assert tab.text.count("It is our own rule") == 2  # typed, and marked


async def test_a_new_server_tells_anew_where_it_was() -> None:
    async with served() as here:
        tab = await on_hold(here)
        tab.run, tab.read = "of-another-server", 3
        await tab.leave()
        await tab.open()

        assert tab.run != "of-another-server"
        assert tab.lines[0]["n"] == 1


async def test_the_newest_tab_has_the_seat() -> None:
    async with served() as here:
        older = await on_hold(here)
        newer = await older.another()
        await older.until(lambda: False)
        await newer.type("notebook")

        assert older.closed_with == 4001
        assert "HV-1" in newer.text


async def test_a_seat_has_one_face_at_a_time_and_goes_on_in_the_other() -> None:
    async with served() as here:
        tab = await on_hold(here)
        seat = here.seat("Ines")
        screen = await tab.to_the_terminal()
        await tab.until(lambda: False)
        assert tab.closed_with == 4001
        assert (await screen.receive(timeout=10)).data == b"shown"
        await tab.open()
        while not (await screen.receive(timeout=10)).type.name.startswith("CLOS"):
            pass

        assert screen.close_code == 4001
        assert here.hosting.views[seat].view is None
        assert "This goes on where it stopped" in tab.text
        assert tab.now["standing"]["stage"]


async def test_a_feeling_is_marked_by_a_corner_and_words() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.type("feel")
        assert "Mark nothing" in tab.offers
        assert here.room.session_of(here.seat("Ines")).state.paused == "feeling"
        line = tab.offers["Wound up: unpleasant, stirred up"]
        await tab.type(f"{line}, of course", turn=tab.now["turn"])

        log = here.room.session_of(here.seat("Ines")).log
        (felt,) = [each for each in log if isinstance(each, e.ReactionRecorded)]
        assert (felt.pleasant, felt.aroused, felt.words) == (-3, 3, "of course")
        assert here.room.session_of(here.seat("Ines")).state.paused is None


async def test_a_feeling_one_opened_waits_while_the_room_goes_on() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.type("feel")
        here.workshop.pass_with(60_000, here.seat("Ines"))
        await tab.type("notebook")
        assert here.room.session_of(here.seat("Ines")).state.paused == "feeling"
        await tab.type("flat, already tired")

        log = here.room.session_of(here.seat("Ines")).log
        (felt,) = [each for each in log if isinstance(each, e.ReactionRecorded)]
        assert felt.words == "already tired"
        assert "The story goes on" not in tab.text


async def test_the_contracts_questions_stand_above_what_answers_them() -> None:
    async with served() as here:
        tab = await sits_down(here)
        asking = tab.now["asking"]
        assert asking["asks"].startswith("Which of these departments")
        assert {each["sort"] for each in asking["offers"]} == {"tick", "go"}
        await tab.go_on()
        asking = tab.now["asking"]

        assert asking["asks"].startswith("What is customer service")
        assert asking["field"]["first"]
        assert [each["sort"] for each in asking["offers"]] == ["pass"]


async def test_a_number_is_guessed_before_it_is_passed_over() -> None:
    async with served() as here:
        tab = await sits_down(here)
        while not tab.now["asking"]["field"]["digits"]:
            await tab.go_on()
        asking = tab.now["asking"]

        assert asking["asks"].startswith("One of ")
        assert asking["field"]["label"].startswith("A number from ")
        assert asking["field"]["first"]
        assert {each["sort"] for each in asking["offers"]} == {"pass"}


async def test_once_the_card_has_its_mark_going_on_is_all_that_is_left() -> None:
    async with served() as here:
        tab = await sits_down(here)
        while tab.now["asking"]["asks"] != "How does it feel now?":
            await tab.go_on()
        await tab.type("keen, curious")

        assert tab.offers == {"Go on": ""}
        assert not tab.now["asking"]["field"]["beside"]


async def test_a_pause_for_a_feeling_ends_with_its_page() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.type("feel")
        session = here.room.session_of(here.seat("Ines"))
        screen = await tab.to_the_terminal()
        await tab.until(lambda: False)
        await screen.receive(timeout=10)

        assert session.state.paused is None


async def test_leaving_is_asked_twice_and_goes_to_the_debrief() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.type("leave")
        assert here.room.session_of(here.seat("Ines")).state.phase == "playing"
        await tab.press("Leave for good")

        assert here.room.session_of(here.seat("Ines")).state.phase != "playing"


async def test_what_was_pressed_too_late_does_nothing() -> None:
    async with served() as here:
        tab = await on_hold(here)
        turn = tab.now["turn"]
        await tab.type("leave")
        await tab.type("leave", turn=turn)

        assert "That was pressed before what stands here now" in tab.text
        assert here.room.session_of(here.seat("Ines")).state.phase == "playing"


async def test_in_a_breath_feelings_are_marked_and_nothing_else_is_done() -> None:
    async with served() as here:
        tab = await on_hold(here)
        breathe(here.room)
        await tab.type("hang up")
        assert "The room takes a breath." in tab.text
        await tab.type("feel -2 long")
        session = here.room.session_of(here.seat("Ines"))
        assert any(isinstance(each, e.ReactionRecorded) for each in session.log)
        assert not any(isinstance(each, e.WaitEnded) for each in session.log)
        go_on(here.room)
        await tab.type("hang up")

        assert any(isinstance(each, e.WaitEnded) for each in session.log)


async def test_whoever_runs_the_room_closes_it_and_the_page_says_so() -> None:
    async with served() as here:
        tab = await on_hold(here)
        close_play(here.room)
        await tab.until(lambda: "How it ended" in tab.text)

        assert here.room.session_of(here.seat("Ines")).state.phase == "ending"


async def test_a_page_that_is_open_is_heard_and_one_that_is_gone_is_not() -> None:
    async with served() as here:
        tab = await on_hold(here)
        seat = here.seat("Ines")
        assert here.workshop.attendance.of(seat).here
        assert here.workshop.attendance.of(seat).moved_ms >= 0
        await tab.leave()
        await until(lambda: not here.workshop.attendance.of(seat).here)

        now = here.room.session_of(seat).instant()
        here.workshop.clock.advance(60_000)
        assert here.room.session_of(seat).instant() == now


async def test_quitting_ends_nothing() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.type("quit")
        await tab.type("notebook")

        assert "Close this page when you like." in tab.text
        assert "HV-1" in tab.text


class Brittle(MemoryStore):
    """A store that can break."""

    is_broken = False

    def append(self, *args: object, **how: object) -> None:
        if self.is_broken:
            self._break()
        super().append(*args, **how)  # type: ignore[arg-type]

    def _break(self) -> NoReturn:
        raise StoreBusy(holder="another program")


async def test_a_play_that_fails_is_begun_again_and_told_of() -> None:
    store = Brittle()
    async with served(store=store) as here:
        failed: list[BaseException] = []
        here.hosting.failed = failed.append
        tab, other = await on_hold(here), await on_hold(here, "Omar")
        store.is_broken = True
        here.workshop.pass_with(60_000, here.seat("Ines"))
        await tab.until(lambda: False)
        store.is_broken = False
        await tab.open()
        await tab.type("notebook")
        await other.type("notebook")

        assert [type(each) for each in failed][:1] == [StoreBusy]
        assert "This goes on where it stopped" in tab.text
        assert "HV-1" in other.text


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"line":1,"mark":"a"}',
        '{"line":"a"}',
        '{"line":"a","mark":""}',
        '{"line":"a","mark":"' + "m" * 33 + '"}',
        '{"line":"a","mark":"m","turn":"1"}',
        '{"line":"a","mark":"m","here":1}',
        '{"line":"a","mark":"m","more":1}',
        '{"line":"' + "x" * 2_001 + '","mark":"m"}',
        '{"here":99999999999}',
        "[" * 6_000,
        b"{}",
    ],
)
async def test_what_no_page_sends_ends_the_connection_and_nothing_else(
    sent: str | bytes,
) -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.send_raw(sent)
        await tab.until(lambda: False)
        assert tab.closed_with == 1008
        await tab.open()
        await tab.type("notebook")

        assert "HV-1" in tab.text


async def test_a_message_larger_than_any_page_sends_is_refused() -> None:
    async with served() as here:
        tab = await on_hold(here)
        await tab.send({"line": "x" * 9_000, "mark": "m"})
        await tab.until(lambda: False)

        assert tab.closed_with == 1009


async def test_lines_that_come_fast_are_taken_in_order_and_none_twice() -> None:
    async with served() as here:
        tab = await on_hold(here)
        for at in range(15):
            await tab.send({"line": f"aha: Thought {at}", "mark": f"m{at}"})
        await tab.until(lambda: "m14" in tab.now["taken"])

        log = here.room.session_of(here.seat("Ines")).log
        marked = [each.words for each in log if isinstance(each, e.ReactionRecorded)]
        assert marked == [f"Thought {at}" for at in range(15)]


async def test_an_observer_and_a_stranger_have_no_lines() -> None:
    async with served() as here:
        await here.joined("Ines")
        observer = await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()

        assert (await observer.get("/seat/lines")).status == 403
        assert (await here.browser().get("/seat/lines")).status == 401


async def test_before_it_begins_the_page_leads_to_the_lobby() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        answer = await browser.get("/seat/lines", allow_redirects=False)

        assert answer.headers["Location"] == "/seat"
