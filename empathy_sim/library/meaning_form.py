"""Whether a form's rules are about something there is."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoints.form import Field, Form, Rule
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path

FACT_RULES = ("is_fact", "not_fact")


def wrong_form(form: Form, at: Path) -> Iterator[Wrong]:
    """Rules and memories of fields that do not exist, fields of one id, lost exits."""
    if not form.pages:
        yield Wrong("E320", (*at, "pages"), "this form has no page", "add one to pages")
    fields = dict.fromkeys(field.id for _, field in fields_of(form))
    yield from _same_ids(form, at)
    for path, rule in rules_of(form):
        if rule.is_ == "same_as" and str(rule.than) not in fields:
            yield _unknown(str(rule.than), fields, (*at, *path, "than"))
    for index, name in enumerate(form.expires.keeps if form.expires else ()):
        if name not in fields:
            yield _unknown(name, fields, (*at, "expires", "keeps", index))
    if form.locks and not leads_by(form, "locked"):
        says = "this form can lock, and does not say where that leads"
        hint = "add locked: ... to its leads"
        yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)


def _same_ids(form: Form, at: Path) -> Iterator[Wrong]:
    pages: dict[str, object] = {}
    for path, field in fields_of(form):
        if pages.setdefault(field.id, path[1]) != path[1]:
            says = f'another page has a field "{field.id}" already'
            yield Wrong("E330", (*at, *path, "id"), says, "give it an id of its own")


def _unknown(name: str, fields: dict[str, None], at: Path) -> Wrong:
    says = f'"{name}" is not a field of this form'
    return Wrong("E315", at, says, nearest(name, fields, "its fields:"), name=name)


def fields_of(form: Form) -> Iterator[tuple[Path, Field]]:
    """Every field of every page."""
    for number, page in enumerate(form.pages):
        for index, field in enumerate(page.fields):
            yield ("pages", number, "fields", index), field


def rules_of(form: Form) -> Iterator[tuple[Path, Rule]]:
    """Every rule of every field."""
    for path, field in fields_of(form):
        for index, rule in enumerate(field.rules):
            yield (*path, "rules", index), rule
