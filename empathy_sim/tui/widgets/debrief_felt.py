"""What it was like: the curve and receipts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.curve import ENOUGH, Curve, Insight, Intended, Point
from empathy_sim.debrief.foremost import foremost, marks_first, notes_on
from empathy_sim.debrief.phrases import capital, many
from empathy_sim.debrief.receipt import Receipt
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.curve_drawing import name_of
from empathy_sim.tui.widgets.debrief_curve import CurveReader
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_page import DebriefPage, subtitle

NONE = "No feeling was marked."
FEW = "Fewer than four marks: points only, and no mean."
LEGEND = (
    ("∘", "$text-muted", "stirred up"),
    ("*", "$accent", "an insight"),
    ("─", "$secondary", "meant to feel"),
    ("▾", "$error", "a setback"),
    ("+", "$success", "a kindness"),
)
SCALE = "Waits are drawn as long as they were, each day at home as one minute."
WROTE = "Before it began you wrote:"
ONE_WORD = "Afterwards, in one word:"
GOES_ON = "It goes on from the first screen, or with empathy-sim resume."
MARKS, TOOK, MEANT = "Your marks", "What it took", "As it was meant to feel"
TIMES = {
    "story": "(the customer's time)",
    "felt": "(your time)",
    "both": "(both times)",
}
"""Which time a receipt's numbers are in."""


class FeltPage(DebriefPage):
    """The curve, its marks in words, and the receipts."""

    DEFAULT_CSS = """
    FeltPage .legend, FeltPage .summary, FeltPage .mark { margin-bottom: 1; }
    FeltPage .mark { height: auto; }
    FeltPage .sign { width: 3; }
    FeltPage .says { width: 1fr; }
    FeltPage .receipt { margin-bottom: 1; }
    FeltPage .two { height: auto; }
    FeltPage .left, FeltPage .right { height: auto; width: 1fr; }
    FeltPage .meant { height: auto; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        debrief = self.record.debrief
        curve = debrief.curve
        if debrief.unfinished:
            yield Static(plain(f"{debrief.unfinished} {GOES_ON}"), classes="strong")
        if debrief.headline:
            yield Static(plain(" ".join(debrief.headline)), classes="strong")
        if curve.points or curve.marks:
            yield CurveReader(curve)
            yield Static(_legend(), classes="about legend")
            yield Static(_summary(curve), classes="summary")
        with Vertical(classes="two"):
            with Vertical(classes="left"):
                yield subtitle(MARKS)
                yield from _marks(curve)
                yield from _meant(curve)
            with Vertical(classes="right"):
                yield subtitle(TOOK)
                yield from _took(debrief.receipts)


def _took(receipts: Sequence[Receipt]) -> Iterator[Widget]:
    """The receipts that matter most, and the others folded."""
    first = foremost(receipts)
    yield from _receipts(first)
    rest = [each for each in receipts if each not in first]
    if rest:
        yield Fold(more_of(rest), lambda: _receipts(rest), classes="rest")


def _receipts(receipts: Iterable[Receipt]) -> Iterator[Widget]:
    for receipt in receipts:
        yield Static(_receipt(receipt), classes="receipt")


def more_of(rest: Sequence[object]) -> Content:
    """What stands for what is folded: how many more there are."""
    return plain(f"{len(rest)} more")


def _receipt(receipt: Receipt) -> Content:
    """A receipt, and which time it is."""
    times = TIMES.get(receipt.time, "")
    which = plain(f"  {times}" if times else "").stylize("$text-muted")
    return Content.assemble(plain(receipt.says), which)


def _meant(curve: Curve) -> Iterator[Widget]:
    """What was meant, beside what was felt, where both are known."""
    both = [each for each in curve.intended if each.felt is not None]
    if both:
        yield Fold(plain(f"{MEANT}: {len(both)}"), lambda: _beside(both))


def _beside(both: Iterable[Intended]) -> Iterator[Widget]:
    for each in both:
        felt = each.felt.feels if each.felt else ""
        head = plain(f"{capital(each.where)}\n").stylize("$text-muted")
        said = plain(f"Meant: {each.feels}.\nFelt: {felt}.")
        yield Static(Content.assemble(head, said), classes="meant")


def _marks(curve: Curve) -> Iterator[Widget]:
    numbered, first = tuple(enumerate(curve.points)), marks_first(curve)
    yield from _numbered((each for each in numbered if each[1] in first), curve)
    rest = [each for each in numbered if each[1] not in first]
    if rest:
        yield Fold(more_of(rest), lambda: _numbered(rest, curve), classes="rest")
    for insight in curve.insights:
        yield _row(plain(""), _insight(insight))
    if not curve.points:
        yield Static(NONE, classes="mark quiet")
    for head, words in ((WROTE, curve.service), (ONE_WORD, curve.one_word)):
        if words:
            yield Static(_quoted(head, words), classes="mark")


def _numbered(numbered: Iterable[tuple[int, Point]], curve: Curve) -> Iterator[Widget]:
    for at, point in numbered:
        name = plain(name_of(at)).stylize("bold $accent")
        yield _row(name, _mark(point, curve))


def _row(name: Content, beside: Content) -> Widget:
    """A mark: its sign, and beside it what there is to say."""
    return Horizontal(
        Static(name, classes="sign"), Static(beside, classes="says"), classes="mark"
    )


def _legend() -> Content:
    parts = [
        Content.assemble(plain(sign).stylize(colour), plain(f" {says}"))
        for sign, colour, says in LEGEND
    ]
    return Content("\n").join([Content("   ").join(parts), plain(SCALE)])


def _summary(curve: Curve) -> Content:
    """The mean, which stands on no mark; none under four."""
    if curve.mean is None:
        few = 0 < len(curve.points) < ENOUGH
        return plain(FEW if few else "")
    says = (
        f"  {curve.mean.pleasant:+.1f} over {many(len(curve.points), 'mark')}, from -4, "
        "unpleasant, to +4, pleasant."
    )
    return Content.assemble(plain("Mean").stylize("bold"), plain(says))


def _insight(insight: Insight) -> Content:
    when = plain(f"{insight.at.when}, {insight.where}").stylize("$text-muted")
    head = plain("\nAn insight").stylize("bold")
    words = plain(f": “{insight.words}”" if insight.words else ".")
    return Content.assemble(when, head, words)


def _quoted(head: str, words: str) -> Content:
    return Content.assemble(plain(head), plain(f" “{words}”").stylize("italic"))


def _mark(point: Point, curve: Curve) -> Content:
    when = plain(f"{point.at.when}, {point.where}").stylize("$text-muted")
    feels = plain(f"\n{capital(point.feels)}.")
    words = plain(f" “{point.words}”" if point.words else "").stylize("italic")
    notes = notes_on(point, curve)
    ends = plain(f" {' '.join(notes)}" if notes else "").stylize("bold")
    return Content.assemble(when, feels, words, ends)
