"""What happens to text from authors and participants."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.text.cleaning import Offence, clean_person, offences
from empathy_sim.text.hostile import MARKS_IN_A_ROW, crowded
from empathy_sim.text.safe import shown
from empathy_sim.text.sinks import for_terminal

ACUTE = "\N{COMBINING ACUTE ACCENT}"
ATTACKS = {
    "write the clipboard": "a\x1b]52;c;aGVsbG8=\x07b",
    "read the clipboard": "a\x1b]52;c;?\x07b",
    "link": "a\x1b]8;;file:///etc/passwd\x1b\\b\x1b]8;;\x1b\\",
    "title": "a\x1b]0;owned\x07b",
    "reset": "a\x1bcb",
    "colour": "a\x1b[31mb\x1b[0m",
    "clear": "a\x1b[2J\x1b[Hb",
    "cursor up": "a\x1b[5Ab",
    "alternate screen off": "a\x1b[?1049lb",
    "report of keys": "a\x1b[?1000hb",
    "device attributes": "a\x1b[cb",
    "device control": "a\x1bP+q544e\x1b\\b",
    "c1 sequence": "a\x9b31mb",
    "c1 string": "a\x9d0;owned\x9cb",
    "next line": "a\x85b",
    "nul": "a\x00b",
    "bell": "a\x07b",
    "backspace": "abc\x08\x08\x08evil",
    "carriage return": "harmless\revil",
    "form feed": "a\x0cb",
    "vertical tab": "a\x0bb",
    "shift out": "a\x0eb",
    "substitute": "a\x1ab",
    "delete": "a\x7fb",
    "right-to-left override": "invoice\u202efdp.exe",
    "left-to-right embedding": "a\u202ab",
    "isolate": "a\u2066b\u2069",
    "arabic mark": "a\u061cb",
    "left-to-right mark": "a\u200eb",
    "zero-width space": "pay\u200bpal",
    "zero-width non-joiner": "pay\u200cpal",
    "joiner in a word": "pay\u200dpal",
    "byte order mark": "a\ufeffb",
    "soft hyphen": "pay\u00adpal",
    "word joiner": "a\u2060b",
    "hidden tags": "a\U000e0041\U000e0042b",
    "hangul filler": "a\u3164b",
    "selector on a letter": "a\ufe0fb",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "lone surrogate": "a\ud800b",
    "not a character": "a\ufffeb",
    "the last code": "a\U0010ffffb",
    "a tower of accents": "a" + 30 * ACUTE + "b",
}
EMOJI = ["👩‍👩‍👧", "❤️", "1️⃣", "🏴‍☠️", "🙂‍↔️", "🐻‍❄️", "👩🏽‍🚀", "👁️‍🗨️", "🇬🇧", "‼️"]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_reaches_no_screen(attack: str) -> None:
    assert offences(attack)
    for clean in (shown(attack), clean_person(attack), for_terminal(attack)):
        assert offences(clean) == ()
        assert not any(
            unicodedata.category(character) in {"Cc", "Cs"} for character in clean
        )


def test_every_code_is_either_kept_or_replaced_by_the_sign_for_it() -> None:
    kept = replaced = wrong = 0
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        is_hostile = shown(character) != character
        replaced += is_hostile
        kept += not is_hostile
        if character in "\n\t":
            must_go, may_go = False, False
        else:
            must_go = category in {"Cc", "Cs", "Zl", "Zp"} or code & 0xFFFE == 0xFFFE
            may_go = must_go or category in {"Cf", "Cn", "Mn"} or code in HANGUL_FILLERS
        wrong += (must_go and not is_hostile) or (is_hostile and not may_go)

    print(f"codes {kept + replaced}, kept {kept}, replaced {replaced}, wrong {wrong}")
    assert wrong == 0


HANGUL_FILLERS = {0x115F, 0x1160, 0x3164, 0xFFA0}


@pytest.mark.parametrize("emoji", EMOJI)
def test_an_emoji_stays_whole(emoji: str) -> None:
    assert offences(emoji) == ()
    assert clean_person(f"so {emoji} there") == f"so {emoji} there"


@pytest.mark.parametrize(
    "text",
    [
        "Zoë O'Brien-Łukasz",
        "Nguyễn Thị Hương",
        "ประเทศที่นี่",
        "नमस्ते दुनिया",
        "שָׁלוֹם",
        "[b]3/5 [/b] [@click=app.quit] {name} <wait> £64.00",
        "two\nlines\tand a tab",
    ],
)
def test_what_people_write_is_shown_letter_for_letter(text: str) -> None:
    assert offences(text) == ()
    assert shown(text) == for_terminal(text) == text
    assert clean_person(text, keep_newlines=True) == text


def test_an_offence_says_where_what_and_why() -> None:
    assert offences("ab\x1b[0m\u202e") == (
        Offence(2, "\x1b", "a control character"),
        Offence(6, "\u202e", "a character that turns the direction of text"),
    )
    assert offences("ab\x1b")[0].number == "U+001B"


def test_a_tower_of_accents_is_one_offence() -> None:
    text = "a" + 90 * ACUTE + " b" + 90 * ACUTE

    assert [offence.index for offence in offences(text)] == [21, 113]
    assert "more than 20 accents" in offences(text)[0].why


def test_the_search_for_offences_can_stop_early() -> None:
    assert [offence.index for offence in offences("\0" * 90_000, most=2)] == [0, 1]


def test_a_tower_of_accents_is_cut_for_a_person_and_covered_in_a_pack() -> None:
    allowed = "a" + MARKS_IN_A_ROW * ACUTE

    assert clean_person(allowed + 30 * ACUTE + "b") == allowed + "b"
    assert shown(allowed + 2 * ACUTE + "b") == allowed + "\ufffd\ufffdb"


def test_a_participant_s_line_breaks_become_spaces_unless_they_are_wanted() -> None:
    assert clean_person("one\r\ntwo\rthree\nfour\tfive") == "one two three four five"
    assert clean_person("one\r\ntwo\rthree", keep_newlines=True) == "one\ntwo\nthree"


def test_a_participant_s_text_is_cut_and_never_refused() -> None:
    assert clean_person("x" * 5_000) == "x" * 2_000
    assert clean_person("x" * 5_000, most=3) == "xxx"
    assert clean_person("ab👩‍👩‍👧", most=4) == "ab👩"


def test_a_printed_name_cannot_forge_a_line() -> None:
    forged = "hold.yaml\nE000 all is well"

    assert for_terminal(forged, one_line=True) == "hold.yaml E000 all is well"
    assert for_terminal(forged) == forged


nasty = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(["\u200d", "\ufe0f", "👩", "1", ACUTE, "\r", "\n", "\x1b"]),
        st.characters(codec=None),
    ),
    max_size=80,
)


@given(nasty, st.integers(0, 60))
def test_clean_text_is_clean_and_cleaning_it_again_changes_nothing(
    text: str, most: int
) -> None:
    person = clean_person(text, most=most)
    pack = shown(text)

    assert offences(person) == offences(pack) == ()
    assert clean_person(person, most=most) == person
    assert shown(pack) == pack
    assert len(pack) == len(text)
    assert len(person) <= most


@given(nasty)
def test_text_without_offences_is_shown_as_it_is(text: str) -> None:
    assert (shown(text) == text) is (offences(text) == ())


@given(nasty)
def test_an_offence_points_at_its_character(text: str) -> None:
    places = [offence.index for offence in offences(text)]

    assert places == sorted(places)
    assert all(text[offence.index] == offence.character for offence in offences(text))


def test_too_many_of_any_accent_are_found() -> None:
    accents = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Mn", "Me"}
    ]

    passed = [each for each in accents if not list(crowded("a" + each * 21))]

    assert len(accents) > 1_500
    assert passed == []
