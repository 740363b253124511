"""A scenario whose fixes do each something else."""

from __future__ import annotations

LINE = """\
scenario: line
title: The line
about: A page that leads to a line, and a form that leads back.
channel: phone
intensity: 1
settings:
  wait: {is: duration, default: 26m, about: How long a caller waits.}
  shut: {is: switch, default: false, about: Whether the form forgets the way back.}
  music: {is: switch, default: true, about: Whether there is music.}
  short: {is: switch, default: false, about: Whether the page has the answer.}
exits: [helped, gave_up]
starts: page
touchpoints:
  page:
    kind: notice
    says: A page with some links.
    options:
      - {says: Ring, leads: queue, when: {setting: short, is: false}}
      - {says: Write, leads: form}
      - {says: Read on, leads: helped, when: {setting: short}}
      - {says: Close it, leads: gave_up}
  queue:
    kind: hold
    lasts: <wait>
    cause: few
    leads: {answered: helped, hung_up: gave_up}
  form:
    kind: notice
    says: A form.
    friction: jargon
    causes: {jargon: haste}
    options:
      - {says: Go back, leads: page, when: {setting: shut, is: false}}
      - {says: Send it, leads: form}
causes:
  few:
    kind: staffing
    department: operations
    kept_by: Calls an hour
    why: Nobody counts Mondays.
    fix: {change: Count Mondays, department: sales, cost: low, sets: {wait: 40s}}
  haste:
    kind: policy
    department: operations
    kept_by: Letters a day
    why: Nobody reads them twice.
    fix: {change: Read them twice, department: operations, cost: low}
  memory:
    kind: system
    department: digital
    kept_by: Forms sent
    why: A form has no way back.
    fix: {change: Let it forget, department: digital, cost: low, sets: {shut: true}}
  music:
    kind: system
    department: digital
    kept_by: Calls
    why: Music costs nothing.
    fix: {change: Play it, department: digital, cost: low, sets: {music: true}}
  silence:
    kind: system
    department: digital
    kept_by: Calls
    why: Music is heard by nobody.
    fix: {change: Stop it, department: digital, cost: low, sets: {music: false}}
  page:
    kind: policy
    department: marketing
    kept_by: Pages without numbers
    why: A page is for those who read.
    fix: {change: Say it there, department: marketing, cost: low, sets: {short: true}}
"""
