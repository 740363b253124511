"""Visits to help centres, as tests make them."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.search import SearchFace
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun

SAMPLES = (
    "search-behind-sign-in",
    "search-circle",
    "search-contact-leads-back",
    "search-finds-nothing",
    "search-hidden-number",
    "search-number-at-hours",
    "search-outdated",
    "search-that-works",
    "search-was-it-helpful",
    "search-wrong-word",
)


def face_of(play: Playthrough) -> SearchFace:
    face = play.scene.face
    assert isinstance(face, SearchFace)
    return face


def take(play: Playthrough, *options: str) -> Playthrough:
    """Take options, one after the other."""
    for option in options:
        play.do(m.Choose(option))
    return play


def visit(sample: str, *options: str) -> Playthrough:
    """A visit in which some options have been taken."""
    return take(begun(sample), *options)


def looked_for(sample: str, text: str) -> Playthrough:
    """A visit in which something was typed."""
    play = begun(sample)
    play.do(m.Say(text))
    return play


def offered(play: Playthrough) -> list[str]:
    """The ids of what can be chosen, in its order."""
    return [each.id for each in play.scene.offers if each.sort == "choose"]


def listed(play: Playthrough) -> list[str]:
    """The ids of the articles that the page lists."""
    return [each.id for each in face_of(play).rows]
