"""Pages as HTML: one file each, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from empathy_sim.text.safe import shown

_TEMPLATES = "templates"
_POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
    "form-action 'none'"
)


class Pages:
    """Makes pages of the templates beside a room's own files.

    A page holds its style, and a policy by which a browser runs and fetches nothing;
    whatever is put into it is text, and none of it hides or turns the direction of
    reading.
    """

    def __init__(
        self,
        package: str,
        style: str | Sequence[str],
        filters: Mapping[str, Callable[..., Any]],
        shared: str = "",
    ) -> None:
        """Read nothing yet but the style.

        Args:
            package: the package that has the templates in a folder of that name.
            style: the style sheet among them; of several the later ones go last.
            filters: functions that templates may call by these names.
            shared: a package whose templates and style sheets are at hand as well.
        """
        self._own = _OwnTemplates(package, *([shared] if shared else []))
        sheets = (style,) if isinstance(style, str) else style
        self._style = "".join(self._own.text_of(sheet) for sheet in sheets)
        digest = hashlib.sha256(self._style.encode()).digest()
        self._policy = _POLICY.format(digest=base64.b64encode(digest).decode())
        self._made = _environment(self._own, filters)

    @property
    def style(self) -> str:
        """The style of every page."""
        return self._style

    def page(self, template: str, **values: object) -> str:
        """The text of one file.

        Args:
            template: its template, which says where `style` and `policy` go.
            values: what the template shows.
        """
        of = self._made.get_template(template)
        return of.render(style=self._style, policy=self._policy, **values)


class _OwnTemplates(BaseLoader):
    """Only what is shipped beside the files of some packages; the first has it."""

    def __init__(self, *packages: str) -> None:
        self._folders = [files(package) / _TEMPLATES for package in packages]

    def text_of(self, name: str) -> str:
        """What a file of the folders holds."""
        held = (folder / name for folder in self._folders)
        return next(file for file in held if file.is_file()).read_text("utf-8")

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        del environment
        return self.text_of(template), None, lambda: True


def _environment(
    own: BaseLoader, filters: Mapping[str, Callable[..., Any]]
) -> Environment:
    made = Environment(
        autoescape=True,
        finalize=_fit_to_be_shown,
        loader=own,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= filters
    return made


def _fit_to_be_shown(value: Any) -> Any:
    """Text without what hides or turns the direction of reading; as is what is ours."""
    return shown(value) if type(value) is str else value
