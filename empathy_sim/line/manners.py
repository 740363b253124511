"""How the plain mode behaves towards whoever types."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.engine.scene import Scene


@dataclass(frozen=True, slots=True)
class Manners:
    """How the plain mode behaves towards whoever types."""

    echoes: bool = False
    """Whether what is typed is written too: where no terminal shows it."""
    prompts: bool = False
    """Whether a mark stands where something may be typed: at a terminal."""
    reads_first: bool = False
    """Whether a list that has only just come by itself is not chosen from: where lines
    are typed while the story goes on."""
    confirms_leaving: bool = False
    """Whether leaving is asked for twice."""
    resumed_by: str = ""
    """The command that goes on with the session; empty for the usual one."""

    seen_by: str = ""
    """The command that shows the debrief again; empty for the usual one."""

    taken_home_by: str = ""
    """The command that writes its pages; empty for the usual one."""

    in_a_room: bool = False
    """Whether it is played in a workshop: on another computer, and without commands."""

    def asks_before_leaving(self, scene: Scene) -> bool:
        """Whether `leave` is only asked about yet."""
        playing = scene.phase == "playing" and scene.paused is None
        return self.confirms_leaving and playing

    def resumes(self, session: str) -> str:
        """The command that goes on with a session."""
        return self.resumed_by or f"empathy-sim resume {session} --plain"

    def shows_again(self, session: str) -> str:
        """The command that shows its debrief again."""
        return self.seen_by or f"empathy-sim debrief {session} --plain"

    def takes_home(self, session: str) -> str:
        """The command that writes the pages to keep and to forward."""
        return (
            self.taken_home_by or f"empathy-sim debrief {session} --html debrief.html"
        )
