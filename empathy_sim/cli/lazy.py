"""Verbs that are imported only when they are used."""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: where it lives, and what the list says of it."""

    module: str
    says: str

    def load(self, name: str) -> click.Command:
        """The command itself."""
        module = importlib.import_module(f"empathy_sim.cli.{self.module}")
        command: click.Command = getattr(module, name.replace("-", "_"))
        return command


VERBS: dict[str, Verb] = {
    "play": Verb("play", "Play a journey, a scenario or a file."),
    "fit": Verb("fit", "Make a journey yours: its company, waits and numbers."),
    "resume": Verb("resume", "Go on where you stopped."),
    "demo": Verb("demo", "Watch a robot play, in about two minutes."),
    "debrief": Verb("debrief", "See again what happened in a session."),
    "host": Verb("host", "Open a workshop's room, for browsers and phones."),
    "kit": Verb("kit", "Make a workshop's run sheet, cards and forms to print."),
    "workshops": Verb("workshops", "List, show, export or forget what was held."),
    "routine": Verb("routine", "An hour a month, and what was promised."),
    "sessions": Verb("sessions", "List, show, move or forget what is recorded."),
    "new": Verb("new", "Write a filled example to begin with."),
    "schema": Verb("schema", "Tell an editor what a file may hold."),
    "preview": Verb("preview", "Play a journey while you write it."),
    "check": Verb("check", "Find what is wrong in journeys and scenarios."),
    "explain": Verb("explain", "Say what a code of check means, with an example."),
    "rehearse": Verb("rehearse", "Let robots play, and see what was missed."),
    "outline": Verb("outline", "Show a journey stage by stage, and where it leads."),
    "proofread": Verb("proofread", "Print everything that can be read, in order."),
    "stats": Verb("stats", "Count words, minutes, frictions and causes."),
    "doctor": Verb("doctor", "Say what this machine has and what may trouble it."),
}


class LazyGroup(click.Group):
    """A group whose help needs none of its verbs."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; where whoever read has had enough, that is no fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        verb = VERBS.get(cmd_name)
        return verb.load(cmd_name) if verb else None

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.says) for name, verb in VERBS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as wrong:
            import difflib

            near = difflib.get_close_matches(args[0], VERBS, n=1)
            hint = f"try: empathy-sim {near[0]}" if near else "try: empathy-sim --help"
            raise click.UsageError(f"{wrong.message}\n{hint}", ctx) from wrong
