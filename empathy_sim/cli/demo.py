"""The verb that lets a robot play."""

from __future__ import annotations

import click

from empathy_sim.journey.walkthrough import Walkthrough

_EXAMPLE = """\b
Examples:
  empathy-sim demo           on the screen, in about two minutes
  empathy-sim demo --plain   printed at once
"""
WALKTHROUGH = "the-birthday-kettle.yaml"


@click.command("demo", epilog=_EXAMPLE)
@click.option("--plain", is_flag=True, help="Print it, without a full screen.")
@click.pass_context
def demo(ctx: click.Context, plain: bool) -> None:
    """Watch a robot play The birthday kettle, to the debrief.

    Most of it goes by several times as fast. Nothing of it is kept.
    """
    if plain:
        _print()
        return
    from empathy_sim.cli.terminal import require_terminal, run_in_child

    require_terminal("add --plain")
    ctx.exit(run_in_child(_on_screen))


def the_walkthrough() -> Walkthrough:
    """The way through the journey that the robot takes."""
    from empathy_sim.library.shelf import shipped
    from empathy_sim.library.walkthroughs import read_walkthrough

    return read_walkthrough(shipped() / "journeys" / "walkthroughs" / WALKTHROUGH)


def _on_screen() -> int:
    from empathy_sim.cli.demo_folder import demo_folder
    from empathy_sim.cli.options import keep_data
    from empathy_sim.cli.screen import run_app
    from empathy_sim.session.clock import HurryingClock
    from empathy_sim.tui.autoplay import Autoplay
    from empathy_sim.tui.order import Play

    walkthrough, clock = the_walkthrough(), HurryingClock()
    with demo_folder() as folder:
        keep_data(folder)
        return run_app(
            Play(walkthrough.plays, "workshop"),
            seed=walkthrough.seed,
            robot=Autoplay(walkthrough, clock.hurry),
            clock=clock,
        )


def _print() -> None:
    from empathy_sim.cli.plainly import write
    from empathy_sim.library.casting import cast_for
    from empathy_sim.library.compose import compose_journey
    from empathy_sim.library.shelf import find_shelf, shipped
    from empathy_sim.line.debriefing import telling
    from empathy_sim.line.walkthrough import walk
    from empathy_sim.session.clock import ManualClock
    from empathy_sim.session.session import Session
    from empathy_sim.store.memory_store import MemoryStore

    walkthrough = the_walkthrough()
    shelf = find_shelf([shipped()])
    script = compose_journey(shelf.file_of(walkthrough.plays), shelf).script
    if script is None:
        raise AssertionError("the shipped journey is checked before it ships")
    clock = ManualClock()
    session = Session.begin(
        script, cast_for(script, walkthrough.seed), store=MemoryStore(), clock=clock
    )
    walk(walkthrough, session, clock, write, telling)
