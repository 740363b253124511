"""A field of a web form."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox, RadioSet, Select, Static

from empathy_sim.engine.touchpoints.form import LONGEST_ANSWER, TICKED, FormField
from empathy_sim.text.cleaning import clean_person
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.radio import RadioChoice, Radios
from empathy_sim.tui.widgets.tick import Tick

_DOT = "\N{BULLET}"
_RADIOS_AT_MOST = 4
"""More choices than this are a list that opens."""


class FormLine(LineInput):
    """A line of a web form; some let nothing be pasted."""

    @dataclass
    class PasteRefused(Message):
        """Something was pasted where the page lets nothing be pasted."""

    def __init__(self, field: FormField) -> None:
        super().__init__("", most=LONGEST_ANSWER)
        self.password = field.shows == "password"
        self._lets_paste = field.paste

    def on_paste(self, event: events.Paste) -> None:
        """Take nothing, where the page takes nothing."""
        if not self._lets_paste:
            event.prevent_default()
            event.stop()
            self.post_message(self.PasteRefused())

    def action_paste(self) -> None:
        """Paste what was copied here, where the page lets one."""
        if self._lets_paste:
            super().action_paste()
        else:
            self.post_message(self.PasteRefused())


class FieldOnPage(Vertical):
    """Label, hint, the input itself, and what the page says beside it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    FieldOnPage {
        width: 1fr;
        height: auto;
        margin-bottom: 1;

        .label { width: 1fr; height: auto; }
        .hint { width: 1fr; height: auto; color: $text-muted; }
        .beside { width: 1fr; height: auto; color: $error; display: none; }
        &.-wrong .beside { display: block; }

        FormLine, FormLine:focus {
            height: 1;
            border: none;
            padding: 0 1;
            background: $background;
            color: $foreground;
        }
        FormLine { border-left: outer $border-blurred; }
        FormLine:focus { border-left: outer $company; background: $company-quiet; }
        &.-wrong FormLine { border-left: outer $error; }

        RadioSet, RadioSet:focus { border: none; padding: 0; background: transparent; }
        RadioSet > RadioChoice > .toggle--button {
            color: $foreground;
            background: transparent;
        }
        RadioSet > RadioChoice.-on > .toggle--button {
            color: $company;
            text-style: bold;
        }
        RadioSet:blur > RadioChoice.-selected > .toggle--label {
            background: transparent;
            color: $foreground;
        }
        RadioSet:focus > RadioChoice.-selected > .toggle--label {
            background: $company-quiet;
            color: $foreground;
            text-style: bold;
        }
        Tick:focus > .toggle--label {
            background: $company-quiet;
            color: $foreground;
            text-style: bold;
        }

        Tick, Tick:focus { border: none; padding: 0; background: transparent; }
        Tick { width: 1fr; text-wrap: wrap; }

        SelectCurrent { border: none; height: 1; background: $background; }
        Select:focus > SelectCurrent {
            border: none;
            border-left: outer $company;
            background: $company-quiet;
        }
    }
    DrawnDevice.-roomy FieldOnPage {
        FormLine, FormLine:focus { height: 3; padding: 1 2; }
        .label { margin-bottom: 0; }
    }
    """

    @dataclass
    class Left(Message):
        """The field was left, or something was picked in it."""

        part: FieldOnPage

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self._field = field
        self.sent = ""
        """What the page knows to stand here; the device keeps it."""
        self._input = _input_of(field)

    @property
    def name_on_page(self) -> str:
        """The field's id."""
        return self._field.id

    def compose(self) -> ComposeResult:
        field = self._field
        if field.shows != "tick":
            yield Static(_label(field), classes="label")
        if field.hint:
            yield Static(plain(field.hint), classes="hint")
        yield self._input
        yield Static("", classes="beside", markup=False)

    def on_mount(self) -> None:
        self._put(self._field.value)
        self._complain(self._field.error)

    def show(self, field: FormField) -> None:
        """Show the field as the page now has it; what is being typed stays."""
        if field.value != self._field.value and field.value != self._as_kept():
            self._put(field.value)
        if field.error != self._field.error:
            self._complain(field.error)
        self._field = field

    def complain(self, says: str) -> None:
        """Say something beside the field that the page did not say."""
        self._complain(says)

    @property
    def text(self) -> str:
        """What stands in the field."""
        match self._input:
            case LineInput(password=True) as line:
                text = str(clean_person(line.value, most=line.most))
            case LineInput() as line:
                text = line.words
            case Checkbox() as tick:
                text = TICKED if tick.value else ""
            case RadioSet(pressed_index=at):
                text = self._field.choices[at] if at >= 0 else ""
            case Select() as select:
                text = "" if select.is_blank() else str(select.value)
            case _:
                text = ""
        return text

    def _as_kept(self) -> str:
        """What stands in the field, as the page would show it again."""
        text = self.text
        return _DOT * len(text) if self._field.shows == "password" else text

    def _put(self, value: str) -> None:
        """Let something else stand in the field, that nobody typed or picked."""
        match self._input:
            case LineInput() as line:
                line.value = clean_person(value, most=line.most)
            case Checkbox() as tick:
                with tick.prevent(Checkbox.Changed):
                    tick.value = value == TICKED
            case RadioSet() as radios:
                self._press(radios, value)
            case Select() as select:
                with select.prevent(Select.Changed):
                    known = value in self._field.choices
                    select.value = value if known else Select.NULL
            case _:
                pass
        self.sent = self.text

    def _press(self, radios: RadioSet, value: str) -> None:
        buttons = zip(radios.query(RadioChoice), self._field.choices, strict=False)
        for button, choice in buttons:
            button.value = choice == value

    def _complain(self, says: str) -> None:
        self.set_class(bool(says), "-wrong")
        self.query_one(".beside", Static).update(plain(f"✕ {says}" if says else ""))

    def on_descendant_blur(self) -> None:
        """A field is filled in when it is left."""
        line = self._input
        if isinstance(line, FormLine):
            if line.password and not line.value and self._field.value and not self.sent:
                self._put(self._field.value)
            self.post_message(self.Left(self))

    def on_descendant_focus(self) -> None:
        """A password that came with the page cannot be read, only typed anew."""
        line = self._input
        if isinstance(line, FormLine) and line.password and is_dots(line.value):
            line.value = self.sent = ""

    @on(Checkbox.Changed)
    @on(RadioSet.Changed)
    @on(Select.Changed)
    def _picked(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Left(self))

    @property
    def takes_keys(self) -> Widget:
        """The part that the focus goes to."""
        return self._input


def is_dots(text: str) -> bool:
    """Whether a text is what stands for one that is secret."""
    return bool(text) and set(text) == {_DOT}


def _label(field: FormField) -> Content:
    label = plain(field.label)
    if field.optional:
        label += Content.styled("  optional", "dim")
    return label


def _input_of(field: FormField) -> Widget:
    match field.shows:
        case "text" | "password":
            return FormLine(field)
        case "tick":
            return Tick(_label(field))
        case "choice" if len(field.choices) <= _RADIOS_AT_MOST:
            radios = Radios()
            for choice in field.choices:
                radios.compose_add_child(RadioChoice(plain(choice)))
            return radios
        case _:
            options = [(plain(each), each) for each in field.choices]
            return Select(options, prompt="Please choose")
