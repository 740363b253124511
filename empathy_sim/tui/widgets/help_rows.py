"""What a page of a help centre lists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from empathy_sim.engine.scene import Offer
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.choices import Choices, Said
from empathy_sim.tui.widgets.pressable import Pressable

_LIST = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


class HelpRows(Choices):
    """Links in rows, each with how what it opens begins; buttons come last."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    HelpRows {
        .begins {
            width: 1fr;
            height: 1;
            padding: 0 1 0 5;
            color: $text-muted;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        Pressable.-main { margin-top: 1; }
        Pressable.-choice.-link-row { color: $company; }
    }
    DrawnDevice.-roomy HelpRows .begins { margin-bottom: 1; }
    """

    def __init__(
        self,
        offers: Iterable[Offer],
        begins: Mapping[str, str],
        lists: Collection[str] = (),
    ) -> None:
        """List them.

        Args:
            offers: what can be opened, in its order.
            begins: how it begins, by the offer's id.
            lists: the ids of those that open a list.
        """
        super().__init__(offers)
        self._begins, self._lists = begins, lists
        self.set_class(False, "-one")

    def compose(self) -> ComposeResult:
        for number, offer in enumerate(self._offers, 1):
            if offer.main:
                yield Pressable(plain(offer.label), offer.id, classes="-main")
                continue
            label = Content.styled(f"{number}  ", "$text-muted") + plain(offer.label)
            label += Content(f" {_LIST}" if offer.id in self._lists else "")
            yield Pressable(label, offer.id, classes="-choice -link-row")
            yield Said(offer.id)
            begins = self._begins.get(offer.id)
            if begins:
                yield Static(plain(begins), classes="begins")
