"""The measured board looks at a real room."""

from __future__ import annotations

from benchmarks.room_watched import watched


def test_every_line_of_a_watched_room_says_another_time_at_each_look() -> None:
    with watched(6) as desk:
        looks = [desk.board().rows for _ in range(3)]

    times = [[row.in_stage_ms for row in rows] for rows in looks]
    assert all(len(set(column)) == 3 for column in zip(*times, strict=True))
    assert all(row.here and row.waits for rows in looks for row in rows)
    assert [row.mark for row in looks[0]] == ["asks", "", "", "", "", "asks"]
