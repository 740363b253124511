"""Writes the pages that are made from the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from docs import fields_page, frictions_page, kinds_page

FOLDER = Path(__file__).parent
PAGES: Mapping[str, Callable[[], str]] = {
    fields_page.PAGE: fields_page.fields_page,
    kinds_page.PAGE: kinds_page.kinds_page,
    frictions_page.PAGE: frictions_page.frictions_page,
}
"""By file, in this folder."""


def main() -> None:
    """Write each page anew."""
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), "utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
