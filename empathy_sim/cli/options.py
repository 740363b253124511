"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.errors import Usage
from empathy_sim.store.folder import VARIABLE

if TYPE_CHECKING:
    from empathy_sim.library.shelf import WhichFit

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where sessions are kept, instead of your own data folder.",
)


_GIVEN = "empathy_sim.data"
_FIT, _AS_SHIPPED = "empathy_sim.fit", "empathy_sim.as_shipped"


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    context.meta[_AS_SHIPPED if option.name == "as_shipped" else _FIT] = value


def fit_options(command: Callable[..., object]) -> Callable[..., object]:
    """Let a verb be told with what journeys are played; `chosen_fit` says it."""
    fit = click.option(
        "--fit",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        metavar="FILE",
        expose_value=False,
        callback=_keep,
        help="Use what this file sets, instead of what you have fitted.",
    )
    as_shipped = click.option(
        "--as-shipped",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="As its author wrote it, whatever you have fitted.",
    )
    return fit(as_shipped(command))


def chosen_fit() -> WhichFit:
    """With what journeys are played, as it was asked for on the command line.

    Raises:
        Usage: two things were asked for that do not go together.
    """
    from empathy_sim.library.shelf import WhichFit

    context = click.get_current_context(silent=True)
    file = context.meta.get(_FIT) if context else None
    as_shipped = bool(context and context.meta.get(_AS_SHIPPED))
    if file is not None and as_shipped:
        raise Usage(
            says="--fit and --as-shipped do not go together.", try_="one of them"
        )
    return WhichFit(file, as_shipped)


def keep_data(data: Path | None) -> None:
    """Let the data folder be this one, for this run and whatever it starts."""
    if data is None:
        return
    folder = data.expanduser().absolute()
    os.environ[VARIABLE] = str(folder)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta[_GIVEN] = folder


def data_given() -> Path | None:
    """The folder that was asked for, on the command line or by the environment."""
    context = click.get_current_context(silent=True)
    given = context.meta.get(_GIVEN) if context else None
    named = os.environ.get(VARIABLE)
    return given or (Path(named).expanduser().absolute() if named else None)
