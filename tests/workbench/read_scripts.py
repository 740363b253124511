"""Scripts with their files, as a designer names them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from empathy_sim.cli.authored import sources_of
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import files_in
from empathy_sim.workbench.proof import Proof
from empathy_sim.workbench.proofreading import proof_of
from empathy_sim.workbench.sources import Sources
from tests.rehearsal.shipped_scripts import JOURNEYS, SCENARIOS, SHELF

SAMPLES = tuple(files_in(Path(__file__).parents[1] / "samples" / "scenarios"))
SHIPPED = tuple(SHELF.file_of(name) for name in (*JOURNEYS, *SCENARIOS))
KETTLE = SHELF.file_of("the-birthday-kettle")


@cache
def composed(file: Path) -> tuple[Script, Cast, Sources]:
    composer = Composer(SHELF)
    script = composer.compose(file).script
    assert script is not None, file
    return script, cast_for(script, 1), sources_of(composer, script)


@cache
def proof(file: Path) -> Proof:
    return proof_of(*composed(file))
