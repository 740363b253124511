"""Forty texts that would do something if let."""

from __future__ import annotations

HOSTILE: tuple[str, ...] = (
    # brackets and markup
    "3/5 [/",
    "done [/b]",
    "Ref [CASE-7] is open",
    "my boss [red]lied[/red] [x] [todo]",
    "[[x]] [[[",
    "[b][i][/b][/i]",
    "\\[b] \\\\[/b]",
    "[@click=app.quit]press me[/]",
    "[@click=app.screenshot('/tmp/x.svg')]look[/]",
    "[link=http://localhost]here[/link]",
    "[$primary on $error]loud[/]",
    "{name} $name %s <name>",
    ":smile: :warning: &lt;b&gt;",
    # sequences of seven-bit escapes
    "\x1b[31mred",
    "\x1b[2Jcleared",
    "\x1b[5;31;42mblinks",
    "\x1bcreset",
    "\x1b[?1049lleft",
    "\x1b]52;c;cGF3bmVk\x07clipboard",
    "\x1b]52;c;?\x1b\\asks for it",
    "\x1b]8;;http://localhost\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]0;title\x07titled",
    "\x1b]2;title\x1b\\titled",
    "\x1bPq#0;2;0;0;0\x1b\\sixel",
    "\x1b_apc\x1b\\ \x1b^pm\x1b\\",
    "\x1b[6n\x1b[c reports",
    # sequences of eight-bit controls, and lone controls
    "\x9b31mred",
    "\x9d52;c;cGF3bmVk\x9cclipboard",
    "\x90q\x9csixel",
    "nul\x00 bell\x07 back\x08\x08 del\x7f",
    "over\rwritten \x0b\x0c\x0e\x0f",
    # characters that turn, hide or pile up
    "\u202egpj.eciovni",
    "a\u2066b\u2069c \u200f\u061c",
    "pay\u200bpal \ufeff\u2060\u00ad",
    "tag\U000e0041\U000e0042 gone",
    "\ud800 half",
    "z" + "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307" * 5 + "algo",
    # what is merely foreign
    "שלום וברכה, مرحبا بالعالم",
    "👩‍👩‍👧‍👦 ☎️ 👍🏽 🇬🇧",
    "株式会社ヒース 한국어 \uff46\uff55\uff4c\uff4c",
)
"""One line each, forty columns at most, as a pack or a person might send them."""
