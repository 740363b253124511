"""The colours: calm, exact, one warm accent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

EMPATHY_DARK = Theme(
    name="empathy-dark",
    dark=True,
    background="#15171a",
    surface="#1c1f23",
    panel="#24282d",
    foreground="#e6e2d9",
    primary="#dba45f",
    secondary="#9db0c0",
    accent="#dba45f",
    success="#8fc29d",
    warning="#e2b65c",
    error="#e89283",
    variables={
        "text-muted": "#a9aca9",
        "text-disabled": "#8d9196",
        "foreground-muted": "#a9aca9",
        "foreground-disabled": "#8d9196",
        "border-blurred": "#3d4249",
        "block-cursor-foreground": "#15171a",
        "block-cursor-blurred-foreground": "#e6e2d9",
        "block-cursor-blurred-background": "#443a2d",
        "block-hover-background": "#2d3238",
        "button-color-foreground": "#15171a",
        "button-focus-text-style": "bold underline",
        "footer-description-foreground": "#c8c5bd",
        "input-selection-background": "#dba45f 30%",
        "link-color-hover": "#15171a",
        "scrollbar": "#4a5058",
        "scrollbar-hover": "#5d646d",
        "scrollbar-active": "#dba45f",
        "scrollbar-background": "#1c1f23",
        "scrollbar-background-hover": "#1c1f23",
        "scrollbar-background-active": "#1c1f23",
    },
)

EMPATHY_LIGHT = Theme(
    name="empathy-light",
    dark=False,
    background="#f4f1ea",
    surface="#fbf9f4",
    panel="#eae5da",
    foreground="#26292d",
    primary="#8a4f0b",
    secondary="#46586a",
    accent="#8a4f0b",
    success="#2b6542",
    warning="#7c5200",
    error="#9c3527",
    variables={
        "text-muted": "#595d62",
        "text-disabled": "#64686d",
        "foreground-muted": "#595d62",
        "foreground-disabled": "#64686d",
        "border-blurred": "#cdc6b8",
        "block-cursor-foreground": "#fffdf8",
        "block-cursor-blurred-foreground": "#26292d",
        "block-cursor-blurred-background": "#ead9bd",
        "block-hover-background": "#e3ddd0",
        "button-color-foreground": "#fffdf8",
        "button-focus-text-style": "bold underline",
        "footer-description-foreground": "#3d4146",
        "input-selection-background": "#8a4f0b 22%",
        "link-color-hover": "#fffdf8",
        "scrollbar": "#b9b2a3",
        "scrollbar-hover": "#9d968a",
        "scrollbar-active": "#8a4f0b",
        "scrollbar-background": "#f4f1ea",
        "scrollbar-background-hover": "#f4f1ea",
        "scrollbar-background-active": "#f4f1ea",
    },
)

THEMES: Mapping[str, Theme] = {
    theme.name: theme
    for theme in (
        EMPATHY_DARK,
        EMPATHY_LIGHT,
        BUILTIN_THEMES["ansi-dark"],
        BUILTIN_THEMES["ansi-light"],
    )
}
"""What may be chosen: ours, and the terminal's own sixteen colours."""


@dataclass(frozen=True, slots=True)
class Company:
    """The colour of a company, in the hands of its devices."""

    filled: str
    """A letterhead, the top of a phone: white is read on it."""
    on_dark: str
    """Its words and lines on a dark surface."""
    on_light: str
    """Its words and lines on a light surface."""
    ansi: str
    """The nearest of the terminal's own colours."""


COMPANY_COLOURS: Mapping[str, Company] = {
    "slate": Company("#43566a", "#a9bacb", "#43566a", "ansi_blue"),
    "teal": Company("#1d645d", "#76c4ba", "#1b625b", "ansi_cyan"),
    "plum": Company("#6a3f73", "#cfa5d6", "#6f3f79", "ansi_magenta"),
    "amber": Company("#74510f", "#dcb863", "#74510f", "ansi_yellow"),
    "rose": Company("#8a3b4c", "#e4a3af", "#8a374a", "ansi_red"),
    "moss": Company("#4c632c", "#abc584", "#4a602b", "ansi_green"),
}
"""The names an author may give; the first is a company that has not chosen."""

UNCHOSEN = next(iter(COMPANY_COLOURS))
WHITE = "#fffdf8"
TINT = 0.16
"""How much of its colour a company's quiet surface holds."""


def company_variables(name: str, dark: bool) -> dict[str, str]:
    """The CSS variables of a company's colour.

    `$company` is for its words and lines, `$company-fill` for what it fills,
    `$company-on-fill` for the words there, `$company-quiet` for a tinted surface
    with ordinary words.

    Args:
        name: A key of `COMPANY_COLOURS`; any other is drawn as one who has not chosen.
        dark: Whether the theme is dark.
    """
    colour = COMPANY_COLOURS.get(name, COMPANY_COLOURS[UNCHOSEN])
    surface = Color.parse((EMPATHY_DARK if dark else EMPATHY_LIGHT).surface or "")
    return {
        "company": colour.on_dark if dark else colour.on_light,
        "company-fill": colour.filled,
        "company-on-fill": WHITE,
        "company-quiet": surface.blend(Color.parse(colour.filled), TINT).hex,
    }


def ansi_company_variables(name: str, dark: bool) -> dict[str, str]:
    """Say the same in the terminal's own colours."""
    colour = COMPANY_COLOURS.get(name, COMPANY_COLOURS[UNCHOSEN])
    return {
        "company": colour.ansi,
        "company-fill": colour.ansi,
        "company-on-fill": "ansi_black" if dark else "ansi_bright_white",
        "company-quiet": "ansi_default",
    }
