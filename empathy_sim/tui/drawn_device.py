"""A device that is drawn, and then rewritten."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable
from typing import ClassVar, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.widget import Widget

from empathy_sim.engine.moves import Choose
from empathy_sim.engine.scene import Face, Offer, Scene
from empathy_sim.tui.device import Device
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.reading import Reading

F = TypeVar("F", bound=Face)
LAID_OUT = 0.1
"""Seconds after which what was drawn has its place."""
_LOW, _NARROW = 26, 72
"""Rows and columns below which a device saves space."""


class DrawnDevice(Device, Generic[F]):
    """Is drawn anew when its shape has changed, and only rewritten when it has not.

    A heir says what its shape is, draws its parts, and rewrites what changes in
    them. What is pressed goes up as `Choose`, once for each scene.
    """

    DEFAULT_CSS = """
    DrawnDevice {
        width: 1fr;
        height: 1fr;
        align: center middle;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"number({n})", "Choose", show=False) for n in range(1, 10)),
        # Before the field itself: what is typed after it belongs to the next one.
        Binding("tab", "app.focus_next", "Next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Back", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.scene: Scene | None = None
        self._shape: Hashable = None
        """What the shown scene asks for."""
        self._drawn: Hashable = None
        """What the parts were last drawn for."""
        self.is_drawn = False
        self._has_chosen = False

    @property
    def face(self) -> F:
        """What is shown; there is one from the first scene on."""
        assert self.scene is not None
        return cast("F", self.scene.face)

    @property
    def shown(self) -> Scene:
        """The scene that is shown; there is one before anything is drawn."""
        assert self.scene is not None
        return self.scene

    def offers(self) -> tuple[Offer, ...]:
        """The ways on that the touchpoint offers, in its order."""
        return tuple(each for each in self.shown.offers if each.sort == "choose")

    def show(self, scene: Scene) -> None:
        self.scene = scene
        self._has_chosen = False
        shape = self.shape()
        if shape != self._shape:
            self._shape = shape
            self.is_drawn = False
            self.refresh(recompose=True)
        elif self.is_drawn:
            self.rewrite()

    def tick(self, scene: Scene) -> None:
        self._has_chosen = False
        if self.scene is not None and scene.face != self.scene.face:
            self.show(scene)
            return
        self.scene = scene
        if self.is_drawn:
            self.go_on()

    def go_on(self) -> None:
        """A second has passed: bring clocks on; nothing is laid out anew."""

    def compose(self) -> ComposeResult:
        if self.scene is not None:
            self._drawn = self._shape
            yield from self.draw()

    async def recompose(self) -> None:
        self._drawn = None
        await super().recompose()
        if self._shows_its_scene():
            self.is_drawn = True
            self.rewrite()
            self.settle()

    def _shows_its_scene(self) -> bool:
        """Not while it goes, nor if another scene has come; then it is drawn again."""
        is_here = self._drawn is not None and not self._pruning
        return is_here and self._drawn == self._shape

    @abstractmethod
    def shape(self) -> Hashable:
        """What its parts depend on; while it is the same they stay."""

    @abstractmethod
    def draw(self) -> ComposeResult:
        """Its parts."""

    def rewrite(self) -> None:
        """Bring into its parts what may change while its shape stays."""

    def settle(self) -> None:
        """Put the focus where it belongs on what was just drawn."""
        for each in self.query(Choices):
            if each.first is not None:
                self.give_focus(each.first)
                self.set_timer(LAID_OUT, self._read_first)

    def _read_first(self) -> None:
        """Where the choices are out of sight, the focus goes to what is read."""
        unseen = [each for each in self.query(Choices) if each.is_out_of_sight]
        if any(each.first is self.screen.focused for each in unseen):
            for each in self.query(Reading):
                self.give_focus(each)

    def fit(self, size: Size) -> None:
        """Save space where there is little."""
        low, slim = size.height < _LOW, size.width < _NARROW
        self.take_shape({"-low": low, "-roomy": not low, "-slim": slim})

    @on(Pressable.Pressed)
    def _press(self, pressed: Pressable.Pressed) -> None:
        pressed.stop()
        self.choose(pressed.option)

    def choose(self, option: str) -> None:
        """Take an option, once for each scene."""
        if not self._has_chosen:
            self._has_chosen = True
            self.move(Choose(option))

    def refused(self, says: str, field: str | None) -> bool:
        del says, field
        self._has_chosen = False
        return False

    def action_number(self, number: int) -> None:
        """Take the choice with this number."""
        for each in self.query(Choices):
            each.press(number)

    def action_read(self, direction: int) -> None:
        """Turn a page of what is read."""
        for each in self.query(Reading):
            (each.scroll_page_down if direction > 0 else each.scroll_page_up)(
                animate=False
            )

    def focus_if_there(self, part: type[Widget] | str) -> None:
        """Focus the first of such parts, if there is one that can be."""
        try:
            first = self.query(part).first(Widget)
        except NoMatches:
            return
        self.give_focus(first)

    def give_focus(self, part: Widget) -> None:
        """Focus a part at once, so that no key is lost on the way."""
        if part.focusable:
            self.screen.set_focus(part, scroll_visible=False)
