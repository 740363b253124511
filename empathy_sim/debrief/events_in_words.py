"""What happened, an event a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.names import Names
from empathy_sim.debrief.phrases import capital, lasting, sentence
from empathy_sim.debrief.placed import Placed
from empathy_sim.debrief.waits import Waited
from empathy_sim.engine import events as e
from empathy_sim.engine.voices import SEEN
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.touchpoints.form import Form
from empathy_sim.journey.units import SECOND

_BEGAN = {
    "phone": "Your customer rang.",
    "web": "Your customer opened the website.",
    "chat": "Your customer opened a chat.",
    "counter": "Your customer went to the counter.",
}
_ENDED = {
    "finished": "The {contact} ended.",
    "hung_up": "Your customer hung up.",
    "left": "Your customer left the {contact}.",
    "dropped": "The line went dead.",
    "timed_out": "The company hung up.",
    "closed": "The company closed the {contact}.",
    "battery": "The battery ended the {contact}.",
}
_UNHEARD = " You did not hear it: that stretch was cut."
_UNSEEN = " You did not see it."
_CONTACTS = {
    "phone": "call",
    "web": "visit to the website",
    "chat": "chat",
    "counter": "visit to the counter",
}
_WAITS = {
    "hold": "On hold",
    "queue": "In a queue",
    "days": "Days at home",
    "supervisor": "On hold while somebody was asked",
    "ticket": "With a ticket",
    "home": "At home for a visit",
}
_WAITED = {
    "answered": "until somebody answered",
    "dropped": "until the line went dead",
    "hung_up": "until your customer hung up",
    "battery": "until the battery was empty",
    "lost_place": "until the place in the queue was lost",
    "timed_out": "until the company hung up",
    "left": "until your customer left",
    "called": "until it was your customer's turn",
    "closed": "until the counter closed",
    "missed": "until the turn was missed",
}
_OVER = "until it was over"
_SIMPLY_OVER = ("days", "supervisor")
_WHO = {
    "menu": "The menu",
    "form": "The page",
    "chat": "The assistant",
}
_RECORDINGS = {
    "apology": "The recording apologised",
    "estimate": "The recording gave a waiting time",
    "position": "The recording gave a place in the queue",
    "number": "The board showed",
    "called": "The board showed",
    "bell": "At the door",
}


def event_in_words(at: Placed, account: Account) -> str:
    """One event as a sentence, without any of the participant's own words."""
    match at.event:
        case e.ContactBegan() | e.ContactEnded():
            return _contact(at.event)
        case e.WaitBegan() | e.WaitEnded():
            return _wait(at, at.event, account.waits)
        case e.PersonAnswered() | e.Transferred() | e.KindnessShown():
            return _people(at.event)
        case e.AskedFor() | e.FactGiven() | e.FieldFilled() | e.InputRefused():
            return _facts(at, at.event, account.names)
        case _:
            return _rarer(at, account.names)


def _contact(event: e.ContactBegan | e.ContactEnded) -> str:
    match event:
        case e.ContactBegan(channel=channel):
            return _BEGAN.get(channel, "Your customer got in touch.")
        case e.ContactEnded(channel=channel, how=how):
            says = _ENDED.get(how, _ENDED["finished"])
            return says.format(contact=_CONTACTS.get(channel, "contact"))


def _wait(
    at: Placed, event: e.WaitBegan | e.WaitEnded, waits: tuple[Waited, ...]
) -> str:
    sort = _WAITS[event.wait]
    match event:
        case e.WaitBegan(announced_ms=None):
            return f"{sort}: it began."
        case e.WaitBegan(announced_ms=int(announced)):
            return f"{sort}: it began; {lasting(announced)} were announced."
        case e.WaitEnded(how=how):
            lasted = next((each for each in waits if at.seq in each.evidence), None)
            ended = "" if event.wait in _SIMPLY_OVER else f" {_WAITED.get(how, _OVER)}"
            if lasted is None or lasted.story_ms < SECOND:
                return f"{sort}{ended}: no time."
            return f"{sort}{ended}: {lasting(lasted.story_ms)}."
        case _:
            return f"{sort}."


def _people(event: e.PersonAnswered | e.Transferred | e.KindnessShown) -> str:
    match event:
        case e.PersonAnswered(who=who, able=able):
            return f"{who} was there, and {'' if able else 'not '}able to help."
        case e.Transferred(to=to, cold=cold):
            over = ", with nobody staying on to explain" if cold else ""
            return f"Passed on to {to}{over}."
        case e.KindnessShown(says=says):
            return sentence(says)


def _facts(
    at: Placed,
    event: e.AskedFor | e.FactGiven | e.FieldFilled | e.InputRefused,
    names: Names,
) -> str:
    match event:
        case e.AskedFor(fact=fact, by=by, identity=identity):
            proof = ", to prove who was there" if identity else ""
            return f"{_WHO.get(by, by)} asked for {names.fact(fact)}{proof}."
        case e.FactGiven(fact=fact, right=right):
            wrongly = "" if right else ", not as they had it"
            return f"Your customer gave {names.fact(fact)}{wrongly}."
        case e.FieldFilled(field=field):
            return f'Your customer filled in "{_label(at, field, names)}".'
        case e.InputRefused(says=says):
            return f"Not taken: {_quoted(says)}"


def _label(at: Placed, field: str, names: Names) -> str:
    """What the page calls a field."""
    noun = names.noun(at.place)
    pages = noun.pages if isinstance(noun, Form) else ()
    found = (each for page in pages for each in page.fields if each.id == field)
    known = next(found, None)
    if known is None:
        return field.replace("_", " ")
    return names.words(known.label, at.place.stage)


def _rarer(at: Placed, names: Names) -> str:
    match at.event:
        case (
            e.PromiseMade()
            | e.PromiseMoved()
            | e.PromiseKept()
            | e.PromiseBroken() as promised
        ):
            return _promise(promised, names)
        case e.FrictionMet(code=code):
            known = FRICTIONS.get(code)
            says = known.says if known else code.replace("_", " ")
            return f"{capital(says)}."
        case e.Announced(sort=sort, says=says, heard=heard):
            how = _RECORDINGS.get(sort, "The recording spoke")
            unheard = _UNSEEN if sort in SEEN else _UNHEARD
            unheard = "" if heard else unheard
            return f"{how}: {_quoted(says)}{unheard}"
        case e.Rated(value=value, least=least, most=most):
            return f"The answer was {value}, on a scale from {least} to {most}."
        case _:
            return _going_on(at, names)


def _promise(
    event: e.PromiseMade | e.PromiseMoved | e.PromiseKept | e.PromiseBroken,
    names: Names,
) -> str:
    what, date = names.promise(event.promise).rstrip("."), names.date
    match event:
        case e.PromiseMade(due_ms=due):
            return f'Promised for {date(due)}: "{what}".'
        case e.PromiseMoved(from_ms=was, to_ms=to):
            moved = "Put off" if to > was else "Moved"
            return f'{moved} from {date(was)} to {date(to)}: "{what}".'
        case e.PromiseKept():
            return f'Kept: "{what}".'
        case e.PromiseBroken(how="denied"):
            return f'Taken back: "{what}".'
        case e.PromiseBroken():
            return f'The date passed: "{what}".'


def _going_on(at: Placed, names: Names) -> str:
    """What is counted only for its instant."""
    match at.event:
        case e.StepTaken(step="shown" | "opened"):
            return _on_page(at.event)
        case e.TouchpointEntered() | e.StageEntered():
            return f"Your customer came to this point: {_where(at, names)}."
        case e.TouchpointLeft() | e.StageLeft():
            return f"Your customer left this point: {_where(at, names)}."
        case e.ResourceCrossed(says=says) if says:
            return sentence(names.words(says))
        case _:
            return _said(at.event)


def _on_page(step: e.StepTaken) -> str:
    match step.facts:
        case {"title": str(title)}:
            return f"Your customer opened: {_quoted(title or 'what was found')}"
        case {"says": says}:
            return f"The page said: {_quoted(str(says))}"
        case _:
            return "Your customer opened a page."


_OTHERWISE: Mapping[type[e.Event], str] = {
    e.JourneyLeft: "You left.",
    e.LedOn: "Whoever ran the workshop led you on to the next stage.",
}


def _said(event: e.Event) -> str:
    match event:
        case e.OptionChosen(says=says) if says:
            return f"Your customer chose: {_quoted(says)}"
        case e.Said(speaker=speaker, says=says) if says:
            who = "Your customer" if speaker == "customer" else speaker
            return f"{who}: {_quoted(says)}"
        case e.MessageArrived(sender=sender, subject=subject):
            about = f": {_quoted(subject)}" if subject else "."
            return f"A message came from {sender}{about}"
        case _:
            return _OTHERWISE.get(type(event), "The time went on.")


def _where(at: Placed, names: Names) -> str:
    return names.place(at.place) or "the story"


def _quoted(says: str) -> str:
    """In quotation marks, with one full stop."""
    return f'"{sentence(says)}"'
