"""A journey small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

JOURNEY = """\
journey: small
title: A small matter
about: One letter, and one call.
company: {name: Ash & Elder, trade: lamps}
begins: {day: Monday, at: 9:00}
departments: [post, lamps]
customer:
  who: {first_name: [Nora], last_name: [Field]}
  goal: A lamp.
  stakes: It is dark.
stages:
  - stage: first
    title: A letter
    plays: letter
    with: {late: true}
    leads: {rang: again, done: end.solved}
  - stage: again
    title: The same letter
    plays: letter
    leads: {rang: end.gave_up, done: end.solved}
endings:
  solved: {outcome: solved, says: There is light.}
  gave_up: {outcome: gave_up, says: It stays dark.}
"""
SCENARIO = """\
scenario: letter
title: Letter
about: A letter that says little.
channel: mail
intensity: 2
settings:
  late: {is: switch, default: false, about: Whether it is late.}
  when: {is: text, default: soon, about: When it comes.}
exits: [rang, done]
starts: letter
touchpoints:
  letter:
    kind: notice
    looks_like: letter
    from: <company.name>
    meant_to_feel: {pleasant: -2, aroused: 1}
    cause: paper
    says: >-
      Dear <customer.first_name>, your lamp comes <when>.
      You do not need
      to do anything.
    options:
      - {says: Ring, leads: phone, friction: jargon}
      - {says: Wait, leads: done}
      - {says: Shout, leads: done, when: {not: {setting: late}}}
  phone:
    kind: notice
    says: Nobody answers.
    kindness: Somebody had watered the plant.
    options:
      - {says: Put it down, leads: rang}
      - {says: Ring once more, leads: phone}
causes:
  paper:
    kind: policy
    department: post
    kept_by: 100% of letters sent
    why: A letter counts when it is sent.
    fix: {change: Count lamps., department: lamps, cost: low, sets: {late: false}}
"""


def built(folder: Path) -> Path:
    """The journey's file, with its scenario beside it."""
    (folder / "scenarios").mkdir(parents=True)
    (folder / "scenarios" / "letter.yaml").write_text(SCENARIO, "utf-8")
    file = folder / "small.yaml"
    file.write_text(JOURNEY, "utf-8")
    return file
