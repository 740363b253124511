"""What the board says, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from empathy_sim.engine.moves import Pace
from empathy_sim.workshop.desk import Desk, Invitation
from empathy_sim.workshop.room.board import Board, BoardRow, Mark
from empathy_sim.workshop.room.closing import Closing

PACES: Mapping[Pace, str] = {
    "workshop": "workshop: one long wait of three to four minutes, the others short",
    "brisk": "brisk: ten seconds of each wait",
    "long": "long: up to four minutes of each wait, twenty in all",
    "real": "real: nothing is cut",
    "instant": "instant: no waiting is lived",
}
"""Each pace, in a line."""
_PHASES: Mapping[str, str] = {
    "lobby": "In the lobby",
    "playing": "Playing",
    "closed": "Looking back",
    "ended": "Over",
}
_MARKED: Mapping[Mark, str] = {
    "asks": "Their words stand above: go to them, and A takes note.",
    "trouble": "Their screen failed several times. K: a link for another computer.",
    "gone": "Away: their browser is shut or out of reach, their clock stands. Go and "
    "see; K: a link for another computer.",
    "stuck": "Long in one stage, while most are further on. N says a word, L leads "
    "them on.",
}
"""What each mark means, and what to do."""
_APART = "   "
_QUIETLY = 120
"""Columns of what was told quietly that fit on three lines, with a name and a key."""


class _Part(Struct, frozen=True):
    """A part of the line that says how the room stands."""

    spared: int
    """How easily it is done without; 0 for not at all."""
    says: str
    brief: str = ""
    """The same where there is little room; empty for the same words."""


def head(title: str, invitation: Invitation, width: int) -> str:
    """The journey on the left, the way in on the right, on one line."""
    way = f"{invitation.address}{_APART}code {invitation.code}"
    room = width - cell_len(way) - len(_APART)
    shown = title if cell_len(title) <= room else f"{title[: max(0, room - 1)]}…"
    return f"{shown}{' ' * max(len(_APART), width - cell_len(shown + way))}{way}"


def state(board: Board, width: int, *, solo: bool = False) -> str:
    """How the room stands, on one line; what matters least is left out first."""
    ranked = list(_state(board, solo=solo))
    while True:
        line = _APART.join(part.says for part in ranked)
        brief = _APART.join(part.brief or part.says for part in ranked)
        if cell_len(line) <= width:
            return line
        if cell_len(brief) <= width or len(ranked) == 1:
            return brief
        ranked.remove(max(ranked, key=lambda part: part.spared))


def _state(board: Board, *, solo: bool) -> Iterator[_Part]:
    """Each part of the line."""
    phase = _PHASES[board.phase]
    if board.phase == "playing" and board.sittings > 1:
        phase = "Playing again"
    minute = (board.at_ms - board.began_ms) // 60_000
    has_minute = board.phase == "playing" and not solo
    yield _Part(0, f"{phase}, minute {minute}" if has_minute else phase)
    if board.closing is not None:
        yield _closing(board.closing)
    seats = len(board.rows)
    yield _Part(2, f"{board.here} of {seats} here" if seats else "nobody here yet")
    yield from _counted(board)
    asking = sum(row.asked is not None for row in board.rows)
    if asking:
        verb = "asks" if asking == 1 else "ask"
        yield _Part(2, f"{asking} told you something", f"{asking} {verb} you")
    if board.pace != "workshop" or board.pace_asked:
        pace = f"pace {board.pace}{_agreed(board)}"
        yield _Part(1 if board.pace_asked else 6, pace)


def _closing(closing: Closing) -> _Part:
    left = clock(closing.left_s)
    if closing.stands:
        return _Part(1, f"closing waits, {left} left", f"closing waits ({left})")
    return _Part(
        1, f"closes at {closing.at}, in {left}", f"closes {closing.at} ({left})"
    )


def _counted(board: Board) -> Iterator[_Part]:
    """How many play, are through, and have yet to begin."""
    watching = sum(row.chair == "observer" for row in board.rows)
    plays = len(board.rows) - watching
    if board.phase == "lobby":
        yield _Part(3, f"{plays} play, {watching} watch")
        return
    inside, through = board.playing, board.over
    brief = f"{inside} play, {through} through"
    yield _Part(3, f"{inside} in the story, {through} through it", brief)
    before = plays - inside - through
    if before and board.phase == "playing":
        yield _Part(5, f"{before} before it", f"{before} to begin")


def _agreed(board: Board) -> str:
    """How many of those who play said yes to it, where they were asked."""
    asked = board.pace_asked
    return f", {board.pace_agreed} of {asked} said yes" if asked else ""


def clock(seconds: int) -> str:
    """`5:20`, or `1:05:20` from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def asking(board: Board, marked: BoardRow | None) -> BoardRow | None:
    """Whoever told something quietly: on the marked line, or else the longest ago."""
    if marked is not None and marked.asked is not None:
        return marked
    found = [row for row in board.rows if row.asked is not None]
    return min(found, key=lambda row: row.asked_ms, default=None)


def quietly(board: Board, marked: BoardRow | None) -> str:
    """What was told quietly and is not answered; empty where nothing is."""
    row = asking(board, marked)
    if row is None:
        return ""
    more = sum(each.asked is not None for each in board.rows) - 1
    also = f" ({more} more)" if more else ""
    said = " ".join((row.asked or "").split())
    words = f'"{said}"' if said else "please come; nothing in words"
    key = "A: you have seen it"
    if is_long(row):
        words, key = f'"{set_cell_size(said, _QUIETLY).rstrip()}…"', "A: read all of it"
    return f"{row.label}, no {row.number}, quietly: {words}{also}  {key}"


def is_long(row: BoardRow) -> bool:
    """Whether what somebody told quietly is more than the board has room for."""
    return cell_len(row.asked or "") > _QUIETLY


def about(row: BoardRow) -> str:
    """The marked seat, in some sentences."""
    doing = f": {row.doing}" if row.doing else ""
    return " ".join((f"{row.number}  {row.label}: {row.where}{doing}.", *_told(row)))


def _told(row: BoardRow) -> Iterator[str]:
    if row.observers:
        yield f"Watched by {', '.join(row.observers)}."
    if row.mark == "idle":
        yield _idle(row)
    elif row.mark:
        yield _MARKED[row.mark]
    if row.mark != "gone" and not row.here:
        yield "Not here now."


def _idle(row: BoardRow) -> str:
    if row.stage_number:
        since = f"Nothing was done for {clock(row.idle_ms // 1_000)}"
    else:
        since = f"Not in the story after {clock(row.in_stage_ms // 1_000)}"
    return f"{since}. Go and see, or N says a word."


def below(desk: Desk, board: Board, row: BoardRow | None, width: int) -> Iterator[str]:
    """All that stands under the table, in lines of that width."""
    if board.unsaved:
        yield f"{board.unsaved} The room goes on as soon as it can be saved again."
    if row is not None:
        yield about(row)
    match board.phase:
        case "lobby":
            yield from _before(desk, board, width)
        case "playing":
            yield from _sheet(desk, board, width)
        case _:
            yield from _looking_back(desk)
            yield from _sheet(desk, board, width)


def _sheet(desk: Desk, board: Board, width: int) -> Iterator[str]:
    """What the run sheet has now, on two lines at most; a key shows all of it."""
    prompt = desk.prompt(board)
    if prompt is not None:
        first = next(iter((*prompt.say, *prompt.ask, *prompt.do)), "")
        yield _on_two_lines(f"V  {prompt.heading}: {first}", width)


_READS_ON = " … (V reads on)"


def _on_two_lines(text: str, width: int) -> str:
    """A text as it is, or its first words and which key reads on."""
    if len(wrap(text, width)) <= _LINES:
        return text
    first, second, *_ = wrap(text, width)
    second = second[: width - cell_len(_READS_ON)]
    return f"{first} {second.rpartition(' ')[0]}{_READS_ON}"


_LINES = 2


def _before(desk: Desk, board: Board, width: int) -> Iterator[str]:
    yield from _sheet(desk, board, width)
    if not board.rows:
        yield "Nobody has sat down yet. S begins when you are ready."
    if fitted := desk.fitted:
        yield f"Fitted to you: {fitted}. Pace {PACES[board.pace]}."
    else:
        yield f"Played as it was written. Pace {PACES[board.pace]}."
        yield f"empathy-sim fit {desk.journey} makes it yours, in a new room."


def _looking_back(desk: Desk) -> Iterator[str]:
    place = desk.wall_place()
    if place is None:
        yield "The wall is empty. Private debriefs come first; then R begins."
    else:
        piece = f", piece {place.piece} of {place.pieces}" if place.pieces > 1 else ""
        yield f"On the wall: {place.heading}{piece}. Left and right turn it."
    heading = desk.next_heading()
    yield f"R puts on the wall: {heading}." if heading else "All is on the wall."
