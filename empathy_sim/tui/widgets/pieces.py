"""What comes in the post, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.bubble import Bubble


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that was written to somebody."""

    looks_like: str
    """letter, card, email, text, notice, page, phone or story."""
    sender: str
    subject: str
    says: str
    date: str
    """`Thursday 19 June`."""
    time: str
    """`10:41`."""


class Mail(Vertical):
    """An e-mail: subject, who from, when, and what it says."""

    DEFAULT_CSS = """
    Mail {
        width: 1fr;
        height: auto;

        .subject { text-style: bold; width: 1fr; }
        .envelope { height: 2; width: 1fr; margin: 1 0; }
        .initial {
            width: 5;
            height: 2;
            margin-right: 2;
            background: $company-fill;
            color: $company-on-fill;
            text-style: bold;
            content-align: center middle;
        }
        .from { width: 1fr; height: 2; text-overflow: ellipsis; text-wrap: nowrap; }
        .when {
            width: auto;
            height: 2;
            color: $text-muted;
            text-align: right;
        }
        .says { width: 1fr; max-width: 72; }
    }
    """

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self._piece = piece

    def compose(self) -> ComposeResult:
        piece = self._piece
        yield Static(plain(piece.subject or "(no subject)"), classes="subject")
        with Horizontal(classes="envelope"):
            yield Static(plain(initial(piece.sender)), classes="initial")
            yield Static(plain(f"{piece.sender}\nto me"), classes="from")
            yield Static(plain(f"{piece.date}\n{piece.time}"), classes="when")
        yield Static(plain(piece.says), classes="says")


def initial(sender: str) -> str:
    """What stands for a sender who has no picture."""
    return next((letter for letter in sender if letter.isalnum()), "·").upper()


class Sheet(Vertical):
    """A letter or a card: paper is light, and its ink is dark, in every theme."""

    DEFAULT_CSS = """
    Sheet {
        width: 1fr;
        max-width: 68;
        height: auto;
        padding: 1 4;

        &:dark { background: $foreground; color: $background; }
        &:light { background: $surface; color: $foreground; }
        &:ansi { background: ansi_white; color: ansi_black; }

        .letterhead {
            width: 1fr;
            color: $company-fill;
            text-style: bold;
        }
        .rule { width: 1fr; height: 1; color: $company-fill; }
        .when { width: 1fr; text-align: right; margin-bottom: 1; }
        .subject { width: 1fr; text-style: bold; margin-bottom: 1; }
        .says { width: 1fr; }

        &.-card { max-width: 52; padding: 2 5; }
        &.-card .says { text-style: italic; }
        &.-card .signed { width: 1fr; text-align: right; margin-top: 1; }
    }
    """

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self._piece = piece
        self.set_class(piece.looks_like == "card", "-card")

    def compose(self) -> ComposeResult:
        piece = self._piece
        if self.has_class("-card"):
            yield Static(plain(piece.says), classes="says")
            yield Static(plain(piece.sender), classes="signed")
            return
        yield Static(plain(piece.sender), classes="letterhead")
        yield Static("▔" * 200, classes="rule", markup=False)
        yield Static(plain(piece.date), classes="when")
        if piece.subject:
            yield Static(plain(piece.subject), classes="subject")
        yield Static(plain(piece.says), classes="says")


class Placard(Vertical):
    """A notice that hangs somewhere for everybody."""

    DEFAULT_CSS = """
    Placard {
        width: 1fr;
        max-width: 60;
        height: auto;
        padding: 1 4;
        background: $surface;
        border: outer $company-fill;

        .head { width: 1fr; text-align: center; color: $company; text-style: bold; }
        .subject { width: 1fr; text-align: center; text-style: bold; margin: 1 0; }
        .says { width: 1fr; text-align: center; }
    }
    """

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self._piece = piece

    def compose(self) -> ComposeResult:
        if self._piece.sender:
            yield Static(plain(self._piece.sender), classes="head")
        if self._piece.subject:
            yield Static(plain(self._piece.subject), classes="subject")
        yield Static(plain(self._piece.says), classes="says")


class Prose(Static):
    """A sentence or two of story."""

    DEFAULT_CSS = """
    Prose {
        width: 1fr;
        max-width: 68;
        height: auto;
        padding: 1 2;
    }
    """

    def __init__(self, says: str) -> None:
        super().__init__(plain(says), markup=False)


class Happening(Vertical):
    """Something that somebody said, or that simply happened."""

    DEFAULT_CSS = """
    Happening { width: 1fr; height: auto; }
    Happening .who { padding: 0 2; color: $text-muted; }
    """

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self._piece = piece

    def compose(self) -> ComposeResult:
        if self._piece.sender:
            yield Static(plain(self._piece.sender), classes="who")
        yield Prose(self._piece.says)


def view_of(piece: Piece) -> Widget:
    """A piece of post as it looks."""
    match piece.looks_like:
        case "email":
            return Mail(piece)
        case "text":
            return Bubble(piece.says, piece.time, mine=False)
        case "letter" | "card":
            return Sheet(piece)
        case "notice":
            return Placard(piece)
        case _:
            return Happening(piece)
