"""What has come, in the order of its coming."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content

from empathy_sim.engine.touchpoints.days import MailShown
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.pressable import Pressable

_SORTS = {"text": "text", "letter": "letter", "card": "card", "story": ""}


class InboxList(VerticalScroll, can_focus=False):
    """A row for each message, the newest first; a row can be opened again."""

    DEFAULT_CSS = """
    InboxList {
        width: 1fr;
        height: 1fr;
        scrollbar-size-vertical: 1;
        Pressable.-mail {
            width: 1fr;
            height: auto;
            padding: 0 1 0 2;
            margin-bottom: 1;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        Pressable.-open {
            padding: 0 1;
            background: $company-quiet;
            border-left: outer $company;
        }
        Pressable.-mail:focus { text-style: bold underline; }
    }
    """

    def show(self, inbox: tuple[MailShown, ...], opened: int | None) -> None:
        """Show the rows, and which of them is being looked at."""
        rows = list(self.query(Pressable))
        fresh = [
            Pressable(_row(each), str(at), classes="-mail")
            for at, each in enumerate(inbox)
            if at >= len(rows)
        ]
        for each in fresh:
            self.mount(each, before=0)
        for row in (*rows, *fresh):
            row.set_class(row.option == str(opened), "-open")
            row.update(_row(inbox[int(row.option)]), layout=False)


def _row(mail: MailShown) -> Content:
    sort = _SORTS.get(mail.looks_like, "")
    date = _short(mail.date)
    subject = mail.subject or sort or mail.says.partition("\n")[0]
    return (
        Content("" if mail.read else "● ")
        + plain(mail.sender).stylize("bold")
        + Content("\n")
        + Content.styled(plain(date).plain, "$text-muted")
        + Content("  ")
        + plain(subject)
    )


def _short(date: str) -> str:
    """`Thu 19` of `Thursday 19 June`."""
    weekday, number = [*date.split(), "", ""][:2]
    return f"{weekday[:3]} {number}"
