"""Whether each name in a text stands for something."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from empathy_sim.engine.wording import NAME
from empathy_sim.journey.walking import Mention
from empathy_sim.library.meaning_wrong import Wrong, near, nearest

_LOOKS_LIKE_ONE = re.compile(r"<([a-z][a-z0-9_.-]*)>")

_A_DEPARTMENT = re.compile(r"<department\.([a-z0-9_]+)>")
WHEN = ("day", "date", "time")
CUSTOMER = (
    "first_name",
    "last_name",
    "name",
    "email",
    "phone",
    "street",
    "postcode",
    "town",
    "born",
)
COMPANY = ("name", "trade", "phone", "site", "hours")
DEPARTMENT = "<department."
"""How a name begins that stands for what a department is called."""
PROMISE = ("date", "first_date", "time")
TAKEN = frozenset(WHEN)
"""Names that no setting and no fact can have."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that some texts may use."""

    settings: Collection[str] = ()
    facts: Collection[str] = ()
    promises: Collection[str] = ()
    resources: Collection[str] = ()
    departments: Collection[str] = ()
    alone: bool = False
    """Whether they are those of a scenario, which says what it needs."""
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = {*self.settings, *self.facts, *WHEN}
        names |= {f"customer.{each}" for each in CUSTOMER}
        names |= {f"company.{each}" for each in COMPANY}
        names |= {f"promise.{of}.{each}" for of in self.promises for each in PROMISE}
        names |= {f"resource.{each}" for each in self.resources}
        names |= {f"department.{each}" for each in self.departments}
        object.__setattr__(self, "known", frozenset(names))

    def is_of_another_promise(self, name: str) -> bool:
        """Whether a name is of a promise, and of none that is nearly called so."""
        what, _, rest = name.partition(".")
        return what == "promise" and not near(rest.partition(".")[0], self.promises)

    def elsewhere(self, name: str) -> str:
        """How a scenario names what is made or held elsewhere; empty for others."""
        if not self.alone:
            return ""
        what, _, rest = name.partition(".")
        of, _, part = rest.partition(".")
        if what == "promise" and part in PROMISE:
            return (
                "if it was made before this scenario, write needs: "
                f"{{promises: {{{of}: {{in: 3 days}}}}}}; if here, promises: beside "
                "what makes it"
            )
        if not rest:
            return (
                "if the customer holds it, write needs: {facts: "
                f"{{{name}: a stand-in}}}}; if a journey sets it, put it under settings"
            )
        return ""


def names_in(text: str) -> tuple[str, ...]:
    """The names that a text uses, without their brackets, as the engine reads them."""
    return tuple(NAME.findall(text)) if "<" in text else ()


def departments_named(text: str, called: Callable[[str], str]) -> str:
    """A text with its departments called by what they are called.

    Args:
        text: `<department.marketing>` stands in it for one.
        called: what a department is called, by the id that the author gave it.
    """
    return _A_DEPARTMENT.sub(lambda found: called(found[1]), text)


def wrong_names(
    texts: Collection[Mention], names: Names, local: Mapping[type, tuple[str, ...]]
) -> Iterator[Wrong]:
    """What is wrong with the names in some texts.

    Args:
        texts: mentions of text.
        names: what they may use.
        local: names that a text of a certain noun may use beside those.
    """
    for text in texts:
        if "<" not in text.name:
            continue
        own = local.get(type(text.within), ())
        for name in dict.fromkeys(_LOOKS_LIKE_ONE.findall(text.name)):
            if name not in names.known and name not in own:
                yield Wrong(
                    "E317",
                    text.at,
                    f'"<{name}>" stands for nothing here',
                    _meant(name, names, own),
                    text.on_key,
                    name=name,
                    within=f"<{name}>",
                )


def _meant(name: str, names: Names, own: tuple[str, ...]) -> str:
    known = sorted({*names.known, *own})
    if "-" in name:
        return "a name in a text has no hyphens; write _ there and where it is declared"
    meant = near(name, known)
    if meant and not names.is_of_another_promise(name):
        return f"<{meant}>"
    return names.elsewhere(name) or nearest(name, known)
