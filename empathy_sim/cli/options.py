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


def keep_data(data: Path | None) -> None:
    """Let the data folder be this one, for this run and whatever it starts."""
    if data is not None:
        os.environ[VARIABLE] = str(data.expanduser().absolute())
