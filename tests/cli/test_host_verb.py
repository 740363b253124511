"""A room is opened, or refused in words."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_desk import board_of
from empathy_sim.cli.host_room import closing_utc, room_for, solo_seats
from empathy_sim.cli.host_run import hosting_for
from empathy_sim.cli.host_told import closing_in_words, links, private_links, told
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.cli.workshops_kept import named
from empathy_sim.errors import Usage
from empathy_sim.library.shelf import WhichFit
from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.fitted import fitted_in_words
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import set_closing
from tests.cli.command_run import Command

JOURNEY = "slipping-hold"
AGAIN = "empathy-sim host --room slipping-hold-1"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHouse]:
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    with open_house(ManualClock()) as opened:
        yield opened


def opened(house: LocalHouse, **how: object) -> Room:
    return room_for(Asked(wanted=JOURNEY, **how), house)  # type: ignore[arg-type]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield int(held.getsockname()[1])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Which journey shall the room play?"),
        (("no-such-journey",), 'called "no-such-journey"'),
        ((JOURNEY, "--resume"), "a journey is for a new one"),
        (("--room", "kettle", "--solo"), "--solo is for a new one"),
        (("--resume", "--rehearse", "3"), "--rehearse is for a new one"),
        (("--resume",), "No room was opened yet."),
        (("--room", "kettle"), 'No room whose name begins with "kettle"'),
        ((JOURNEY, "--close-at", "25:61"), '"25:61" is no time of day.'),
        ((JOURNEY, "--solo", "--waiting-room"), "no lobby to wait in"),
        ((JOURNEY, "--public-url", "rooms"), '"rooms" is no address'),
        ((JOURNEY, "--public-url", "https://"), '"https://" is no address'),
        ((JOURNEY, "--public-url", "https://a.example/rooms"), "is no address"),
        ((JOURNEY, "--public-url", "https://a.example:99999"), "is no address"),
        ((JOURNEY, "--public-url", "https://ann@a.example"), "is no address"),
        ((JOURNEY, "--fit", __file__, "--as-shipped"), "do not go together"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_leaves_no_room(
    command: Command, words: tuple[str, ...], says: str
) -> None:
    failed = command("host", *words, "--port", "0", "--bind", "127.0.0.1")

    assert failed.code == 2
    assert says in failed.err
    assert "Traceback" not in failed.err
    assert command("workshops").out == "No workshop is kept here.\n"


def test_a_port_that_is_taken_is_named_with_the_next(
    command: Command, taken_port: int
) -> None:
    failed = command("host", JOURNEY, "--port", str(taken_port), "--bind", "127.0.0.1")

    assert failed.code == 2
    assert f"Port {taken_port} of 127.0.0.1 cannot be listened on" in failed.err
    assert f"--port {taken_port + 1}" in failed.err
    assert command("workshops").out == "No workshop is kept here.\n"


def test_a_list_without_a_name_is_refused(command: Command) -> None:
    file = command.folder.parent / "names.txt"
    file.write_text("\n  \n")
    failed = command(
        *("host", JOURNEY, "--names", str(file), "--port", "0", "--bind", "127.0.0.1")
    )

    assert failed.code == 2
    assert "holds no name." in failed.err


@pytest.mark.parametrize("given", ["--tls-cert", "--tls-key"])
def test_files_that_are_no_certificate_are_refused(
    command: Command, given: str
) -> None:
    file = command.folder.parent / "cert.pem"
    file.write_text("not a certificate")
    failed = command(
        *("host", JOURNEY, given, str(file), "--port", "0", "--bind", "127.0.0.1")
    )

    assert failed.code == 2
    assert "TLS" in failed.err


def test_a_file_that_holds_no_cues_is_refused(command: Command) -> None:
    file = command.folder.parent / "cues.json"
    file.write_text("{}")
    failed = command(
        *("host", JOURNEY, "--cues", str(file), "--port", "0", "--bind", "127.0.0.1")
    )

    assert failed.code == 2
    assert "holds no cues" in failed.err


def test_a_room_plays_what_was_asked_for(house: LocalHouse, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Ines\nOmar\n")
    room = opened(house, names=names, pace="brisk", seed=7, at_least=8, waiting_room=3)
    said = room.state.opened
    room.suspend()

    assert (said.labels, said.pace, said.seed) == (("Ines", "Omar"), "brisk", 7)
    assert (said.smallest, said.smallest_words, said.waiting_ms) == (8, 10, 180_000)


def test_who_plays_alone_has_a_link_each_that_works_at_once(
    house: LocalHouse, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Ines\nOmar\n")
    room = opened(house, names=names, solo=True)
    made = solo_seats(room)

    assert [label for label, _ in made] == ["Ines", "Omar"]
    for label, secret in made:
        seat = room.seat_by_secret(secret)
        assert seat is not None
        assert seat.label == label
        assert room.session_of(seat.id).state.phase == "contract"
    room.suspend()


def test_the_last_room_is_opened_again_or_one_by_its_name(house: LocalHouse) -> None:
    first, second = opened(house), opened(house)
    names = [first.name, second.name]
    first.suspend()
    second.suspend()
    again = room_for(Asked(room=names[0].rpartition("/")[2]), house)
    again.suspend()
    last = room_for(Asked(again=True), house)
    last.suspend()

    assert again.name == names[0]
    assert last.name in names


def test_a_room_says_how_to_come_in_and_how_to_go_on(house: LocalHouse) -> None:
    room = opened(house)
    hosting = hosting_for(Asked(wanted=JOURNEY, port=8040), house, room)
    said = "\n".join((*told(hosting), *links(hosting, AGAIN, by_board=True)))
    room.suspend()

    assert "http://127.0.0.1:8040   code " in said
    assert f"Ctrl+Q stops. This goes on with the same links:\n    {AGAIN}\n" in said
    assert "Played as it was written" in said


def test_what_was_fitted_is_said_before_anybody_comes_in(
    house: LocalHouse, tmp_path: Path
) -> None:
    fit = tmp_path / "ours.fit.yaml"
    fit.write_text("fit: the-birthday-kettle\ncompany: {name: Ours Ltd}\n")
    house.which = WhichFit(fit)
    script, _ = house.script_and_fixes("the-birthday-kettle")

    assert fitted_in_words(script) == "Ours Ltd"


def test_private_links_are_printed_with_their_names() -> None:
    said = list(private_links([("Ines\x1b[2J", "http://here/s/x")], "/there/links"))

    assert any("Ines" in line and "http://here/s/x" in line for line in said)
    assert not any("\x1b" in line for line in said)


def test_a_page_that_is_saved_from_the_board_is_private_and_noted(
    house: LocalHouse,
) -> None:
    room = opened(house)
    hosting = hosting_for(Asked(wanted=JOURNEY), house, room)
    app = board_of(hosting, house, again=AGAIN)
    where = Path(app._desk._outside.save("room.html", "<p>"))
    noted = house.store.exports(room.name)
    room.suspend()

    assert where.stat().st_mode & 0o077 == 0
    assert where.parent.stat().st_mode & 0o077 == 0
    assert [each.path for each in noted] == [str(where)]


def test_a_board_in_a_browser_asks_nothing_where_it_is_left(house: LocalHouse) -> None:
    room = opened(house)
    hosting = hosting_for(Asked(wanted=JOURNEY), house, room)
    here = board_of(hosting, house, again=AGAIN)._leaving
    elsewhere = board_of(hosting, house)._leaving
    room.suspend()

    assert f"{AGAIN} goes on with the same links." in here
    assert elsewhere == ""


def test_a_closing_time_is_today_or_else_tomorrow() -> None:
    now = dt.datetime(2026, 3, 3, 10, 15, tzinfo=dt.UTC)

    assert closing_utc("10:40", now).startswith("2026-03-03T10:40")
    assert closing_utc("9:00", now).startswith("2026-03-04T09:00")
    assert closing_utc("+15", now).startswith("2026-03-03T10:30")


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        (1, "at {:%H:%M}"),
        (23, "tomorrow at {:%H:%M}: today that time is past"),
        (-1, "at {:%H:%M}"),
    ],
)
def test_a_room_says_when_it_closes_and_that_it_is_tomorrow(
    house: LocalHouse, hours: int, says: str
) -> None:
    midday = dt.datetime(2026, 3, 3, 12).astimezone()
    then = midday + dt.timedelta(hours=hours)
    in_utc = then.astimezone(dt.UTC).isoformat()

    assert closing_in_words(in_utc, midday.isoformat()) == says.format(then)
    assert closing_in_words("", midday.isoformat()) == ""
    room = opened(house)
    before = "\n".join(told(hosting_for(Asked(wanted=JOURNEY), house, room)))
    now = dt.datetime.fromisoformat(room.utc()).astimezone()
    set_closing(room, closing_utc(f"{now:%H:%M}", now))
    said = "\n".join(told(hosting_for(Asked(wanted=JOURNEY), house, room)))
    room.suspend()

    assert "Closes:" not in before
    assert f"Closes:        tomorrow at {now:%H:%M}" in said


def test_a_beginning_that_several_rooms_have_is_refused_and_they_are_named(
    house: LocalHouse, command: Command
) -> None:
    del command
    names = []
    for _ in range(2):
        room = opened(house)
        room.suspend()
        names.append(room.name.rpartition("/")[2])
    for ask in (
        lambda: room_for(Asked(room="slipping"), house),
        lambda: named(house, "slipping"),
    ):
        with pytest.raises(Usage, match='2 workshops begin with "slipping"') as refused:
            ask()
        assert all(f"{each} (2" in refused.value.try_ for each in names)
    assert named(house, names[0]).endswith(names[0])


def test_a_whole_name_is_not_mistaken_for_the_beginning_of_another(
    house: LocalHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = opened(house)
    room.suspend()
    head = house.store.head(room.name)
    longer = replace(head, session=f"{head.session}-2")
    monkeypatch.setattr(house.store, "workshops", lambda: (longer, head))

    assert named(house, room.name.rpartition("/")[2]) == room.name
