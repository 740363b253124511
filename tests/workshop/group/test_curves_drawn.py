"""Whose dot is whose can be seen."""

from __future__ import annotations

from empathy_sim.workshop.group.drawn import CurveDrawn, Feelings, Step, Together
from empathy_sim.workshop.group.pages.html_page import step_html
from empathy_sim.workshop.group.pages.laid_out import Line, feelings_chart

LONE, JOINS = "the only mark of somebody", "a line joins those of one person"


def curve(name: str, *marks: tuple[float, int]) -> CurveDrawn:
    return CurveDrawn(name=name, marks=marks, told="told", joined=len(marks) > 3)


def felt(*curves: CurveDrawn, titles: tuple[str, ...] = ("Ringing",)) -> Feelings:
    columns = tuple(Together(title=each, step=-2, says="bad") for each in titles)
    return Feelings(title="How it felt", columns=columns, curves=curves)


def lines(*curves: CurveDrawn) -> tuple[Line, ...]:
    return feelings_chart(felt(*curves)).lines


def caption(*curves: CurveDrawn) -> str:
    drawn = felt(*curves)
    step = Step(id="feelings", heading="Ours", says=(), shown=(drawn,), cue="")
    _, _, after = step_html(step).partition("<figcaption>")
    return after.partition("</figcaption>")[0]


def test_a_line_is_drawn_where_there_are_two_marks() -> None:
    two, one = lines(curve("", (0.1, -2), (0.6, 1)), curve("", (0.5, 0)))

    assert len(two.corners.split()) == 2
    assert one.corners == ""


def test_what_is_said_under_it_is_of_what_is_drawn() -> None:
    dot, line = curve("", (0.5, 0)), curve("", (0.1, -2), (0.6, 1))

    assert "one mark that a person made" in caption(dot)
    assert "line" not in caption(dot)
    assert JOINS in caption(line)
    assert LONE not in caption(line)
    assert LONE in caption(line, dot)


def test_few_curves_have_each_a_look_of_their_own() -> None:
    few = lines(*(curve("", (at / 9, 0)) for at in range(8)))

    assert {each.hue for each in few} == set(range(8))


def test_of_many_curves_those_with_a_name_stand_out() -> None:
    named = [curve(name, (0.2, 1)) for name in ("Ines", "Omar")]
    drawn = lines(*named, *(curve("", (at / 30, 0)) for at in range(25)))

    assert [each.hue for each in drawn[:3]] == [0, 1, None]
    assert {each.hue for each in drawn[2:]} == {None}


def test_marks_of_one_moment_stand_beside_each_other() -> None:
    drawn = lines(*(curve("", (0.5, -1)) for _ in range(4)))
    spots = {each.dots[0] for each in drawn}

    assert len(spots) == 4
    assert len({y for _, y in spots}) == 1


def test_a_long_name_is_cut_and_whole_in_the_table() -> None:
    [line] = lines(curve("A name that nobody could read", (0.5, -1)))

    assert line.name == "A name that…"
    assert line.curve.name == "A name that nobody could read"


def test_only_a_name_that_does_not_fit_has_a_number() -> None:
    titles = ("Ringing", "Incomprehensibilities", *("Asking the assistant",) * 6)
    chart = feelings_chart(felt(curve("Ines", (0.5, -1)), titles=titles))

    assert [each.number for each in chart.key] == [2]
    assert chart.columns[2].title == ("Asking", "the", "assistant")
