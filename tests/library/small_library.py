"""A journey of two scenarios, to be written."""

from __future__ import annotations

from pathlib import Path

QUEUE = """\
scenario: queue
title: A queue
about: A queue that lasts.
channel: phone
intensity: 2
settings:
  wait: {is: duration, default: 26m, about: How long it lasts.}
  drops: {is: switch, default: false, about: Whether the line goes dead.}
needs:
  facts: {order_number: AB-12}
  resources: {phone_battery: 34%}
  promises: {parcel: {in: 2 days}}
exits: [answered, gave_up]
starts: line
touchpoints:
  line:
    kind: hold
    lasts: <wait>
    announces:
      - {at: 10s, says: "Order <order_number>: about <wait>, by <promise.parcel.date>."}
    drops: {at: 95%, when: {setting: drops}}
    cause: few
    leads: {answered: answered, hung_up: gave_up}
causes:
  few:
    kind: staffing
    department: operations
    kept_by: Calls an hour
    why: Nobody counts Mondays.
    fix: {change: Count Mondays, department: sales, cost: low, sets: {wait: 40s}}
"""

LETTER = """\
scenario: letter
title: A letter
about: A letter that promises.
channel: mail
intensity: 1
exits: [read]
starts: letter
touchpoints:
  letter:
    kind: notice
    says: Dear <customer.name>, it will come.
    kindness: Somebody signed it by hand.
    promises: {parcel: {in: 3 days}}
    cause: haste
    leads: {read: read}
causes:
  haste:
    kind: policy
    department: sales
    kept_by: Letters a day
    why: Nobody reads them twice.
    fix: {change: Read them twice, department: sales, cost: low}
"""

JOURNEY = """\
journey: the-parcel
title: The parcel
about: A parcel that was promised.
company: {name: Fold and Son, trade: paper}
begins: {day: Tuesday, at: 10:00}
minutes: 12
departments: [operations, sales]
promises: {parcel: The parcel comes}
customer:
  who: {locale: en_GB}
  goal: To have the parcel.
  stakes: It is for a friend.
  resources:
    phone_battery: {starts: 34%, drains: 1%/2m, while: phone, at_zero: drops_call}
  holds:
    order_number: {like: "AB-####-??"}
    account: Mx <customer.last_name>, with <company.name>  # check: allow W401 (shown)
stages:
  - {stage: zusage, title: A promise, plays: letter, leads: {read: anruf}}
  - stage: anruf
    title: A call
    plays: queue
    with: {wait: 5m}
    leads: {answered: end.well, gave_up: end.gave_up}
endings:
  well: {outcome: solved, says: It came.}
  gave_up: {outcome: gave_up, says: It did not.}
"""


def write_library(folder: Path) -> Path:
    """Write the journey and its scenarios; gives the file of the journey."""
    for name, text in (("letter", LETTER), ("queue", QUEUE)):
        put(folder / "scenarios" / f"{name}.yaml", text)
    return put(folder / "journeys" / "the-parcel.yaml", JOURNEY)


def put(file: Path, text: str) -> Path:
    """Write a text into a file, with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file
