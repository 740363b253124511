"""The calendar file, read by somebody else's reader."""

from __future__ import annotations

import datetime as dt

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.calendar_file import (
    CalendarEntry,
    calendar_file,
    entries,
)
from empathy_sim.debrief.monthly_hour import next_hour, next_way
from empathy_sim.debrief.promises import Entry, promises_in
from empathy_sim.text.safe import shown

STAMP = "2026-03-20T08:00:00.000+00:00"
TODAY = dt.date(2026, 3, 20)
PROMISES = promises_in(
    [
        Entry(
            "quiet-otter",
            "The birthday kettle",
            "Committed",
            dt.date(2026, 3, 3),
            {"cue": "a customer; twice, calls", "act": "ring\nback \\ at once"},
        ),
        Entry(
            "quiet-otter",
            "The birthday kettle",
            "AssignmentTaken",
            dt.date(2026, 3, 3),
            {"assignment": "ask_three"},
        ),
    ]
)


def read(text: str) -> list[icalendar.Component]:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    found = [each for each in calendar.walk("VEVENT") if not each.errors]
    assert len(found) == text.count("BEGIN:VEVENT")
    return found


def test_the_hour_comes_on_the_first_wednesday_of_twelve_months() -> None:
    hour, *_ = read(calendar_file(entries((), TODAY, "whose"), STAMP))

    assert hour.decoded("DTSTART").isoformat() == "2026-04-01T09:00:00"
    assert hour.decoded("DURATION") == dt.timedelta(hours=1)
    assert hour["RRULE"] == {"FREQ": ["MONTHLY"], "COUNT": [12], "BYDAY": ["1WE"]}
    assert hour.decoded("DTSTAMP") == dt.datetime(2026, 3, 20, 8, tzinfo=dt.UTC)


def test_every_promise_is_followed_up_after_30_and_after_90_days() -> None:
    _, *follow_ups = read(calendar_file(entries(PROMISES, TODAY, "whose"), STAMP))

    days = [each.decoded("DTSTART") for each in follow_ups]
    assert days == [dt.date(2026, 4, 2), dt.date(2026, 6, 1)] * 2
    assert str(follow_ups[2]["SUMMARY"]) == (
        "30 days on: Ask three agents for their top five."
    )
    about = str(follow_ups[0]["DESCRIPTION"])
    assert about.startswith("Promised on 3 March 2026, after The birthday kettle.\n")
    assert about.endswith("empathy-sim routine return quiet-otter --which 1")


def test_the_day_that_was_set_stands_in_place_of_the_follow_up_nearest_to_it() -> None:
    promised = Entry("s", "", "Committed", TODAY, {**SAYS, "due": "2026-04-20"})
    worded = Entry("s", "", "Committed", TODAY, {**SAYS, "due": "before the summer"})

    def listed(entry: Entry) -> list[tuple[str, dt.date]]:
        _, *found = entries(promises_in([entry]), TODAY, "whose", kept_in="--data d")
        assert all(each.about.endswith("return --data d s --which 1") for each in found)
        return [(each.says.split(":")[0], each.day) for each in found]

    later = ("90 days on", dt.date(2026, 6, 18))
    assert listed(promised) == [("Due today", dt.date(2026, 4, 20)), later]
    assert listed(worded) == [("30 days on", dt.date(2026, 4, 19)), later]


def test_what_a_person_wrote_is_read_back_as_it_was() -> None:
    texts = [
        str(each["SUMMARY"])
        for each in read(calendar_file(entries(PROMISES, TODAY, "whose"), STAMP))
    ]

    assert (
        "30 days on: If a customer; twice, calls, then I will ring back \\ at once."
        in texts
    )


def test_ids_are_the_same_another_day_and_others_for_another_person() -> None:
    def ids(day: dt.date, whose: str) -> set[str]:
        text = calendar_file(entries(PROMISES, day, whose), STAMP)
        return {str(each["UID"]) for each in read(text)}

    assert ids(TODAY, "whose") == ids(dt.date(2027, 1, 1), "whose")
    assert not ids(TODAY, "whose") & ids(TODAY, "another")
    assert len(ids(TODAY, "whose")) == 5


def test_what_is_over_is_not_followed_up() -> None:
    done = Entry(
        "quiet-otter",
        "",
        "BroughtBack",
        dt.date(2026, 3, 10),
        {"what": "ask_three", "done": "yes"},
    )
    over = promises_in(
        [Entry("quiet-otter", "", "AssignmentTaken", TODAY, PROMISES_SAYS), done]
    )

    assert len(read(calendar_file(entries(over, TODAY, "whose"), STAMP))) == 1


SAYS = {"cue": "it rains", "act": "call"}
PROMISES_SAYS = {"assignment": "ask_three"}
LETTERS = st.text(
    st.sampled_from("ab,;:\\\"'\n\t é漢🙂\u2028BEGINEND") | st.characters(codec="utf-8")
)


@given(says=LETTERS, about=LETTERS, day=st.dates())
def test_no_text_breaks_the_file_and_every_line_is_folded(
    says: str, about: str, day: dt.date
) -> None:
    text = calendar_file([CalendarEntry("an-id", day, says, about)], STAMP)

    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert [line.split(":")[0] for line in unfolded if line.startswith(("B", "E"))] == [
        *("BEGIN", "BEGIN", "END", "END")
    ]
    assert len(unfolded) == 14
    (event,) = read(text)
    meant = shown(says.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    assert str(event["SUMMARY"]) == meant


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_the_next_hour_is_a_first_wednesday_within_five_weeks(today: dt.date) -> None:
    day = next_hour(today)

    assert day.weekday() == 2
    assert day.day <= 7
    assert 0 < (day - today).days <= 35


def test_the_hour_is_proposed_for_what_was_taken_on() -> None:
    assert next_way((), TODAY).id in {"own_customer", "on_the_phones", "sit_with_agent"}
    taken = Entry(
        "quiet-otter", "", "AssignmentTaken", TODAY, {"assignment": "sit_with_agent"}
    )
    assert next_way(promises_in([taken]), TODAY).id == "sit_with_agent"
