"""Options that several verbs share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from empathy_sim.store.folder import VARIABLE

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where sessions are kept, instead of your own data folder.",
)


_GIVEN = "empathy_sim.data"


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
