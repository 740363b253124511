"""A call: a person's words, and ours."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from empathy_sim.engine.moves import Say
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.call import CallFace
from empathy_sim.engine.transcript import Sentence
from empathy_sim.tui.widgets.phone import Phone
from empathy_sim.tui.widgets.phone_captions import Caption, Captions, spoken
from empathy_sim.tui.widgets.phone_line import PhoneLine
from empathy_sim.tui.widgets.phone_music import Heard, Music
from empathy_sim.tui.widgets.phone_replies import Replies
from empathy_sim.tui.widgets.phone_top import Signal

_YOU = "You"


class CallPhone(Phone):
    """A phone with somebody at the other end."""

    HAS_KEYS = False
    HELP = """
Somebody is on the line. Say one of the sentences by its number, or with the arrows and
Enter, or by a click; **left** and **right** change the tone of all of them first. What
you are asked for is typed, from the notebook, and said with Enter. You may answer while
they still speak. Page Up reads back. **F8** hangs up.
"""
    captions = query_one(Captions)
    music = query_one(Music)
    replies = query_one(Replies)
    line = query_one(PhoneLine)

    def display_parts(self) -> ComposeResult:
        yield Captions()
        yield Music()
        yield Replies()
        yield PhoneLine("read-out")

    def dialled(self, scene: Scene) -> tuple[str, str]:
        match scene.face:
            case CallFace(who=who, team=team):
                return scene.company.name, f"{who}, {team}" if team else who
            case _:
                return super().dialled(scene)

    def draw(self, scene: Scene) -> Signal:
        match scene.face:
            case CallFace() as face:
                return self._draw(face, scene)
            case _:
                return "dead"

    def _draw(self, face: CallFace, scene: Scene) -> Signal:
        now = scene.story_ms
        self.captions.show(_captions(face, now), airy=self.has_class("-tall"))
        self.replies.show(tuple(o for o in scene.offers if o.sort == "choose"))
        offer = scene.offer("say")
        self.line.offer(offer.label if offer else "", offer.limit if offer else 0)
        return self._hold(face, now) if face.on_hold else _signal(face)

    def _hold(self, face: CallFace, now_ms: int) -> Signal:
        heard = Heard(face.music, face.announced, now_ms - face.announced_from)
        self.music.show(heard, (now_ms - face.hold_since) // 1_000)
        return "recording" if heard.is_spoken else "on hold"

    def show(self, scene: Scene) -> None:
        match scene.face:
            case CallFace(on_hold=on_hold):
                self.music.display = on_hold
            case _:
                self.music.display = False
        super().show(scene)

    def typed(self, key: str) -> bool:
        return self.captions.typed(key) or self.replies.typed(key)

    @on(Replies.Said)
    def _reply(self, said: Replies.Said) -> None:
        said.stop()
        self.move(said.move)

    @on(PhoneLine.Given)
    def _read_out(self, given: PhoneLine.Given) -> None:
        given.stop()
        self.move(Say(given.words))

    def refused(self, says: str, field: str | None) -> bool:
        return field is not None and self.line.refuse(says)


def _signal(face: CallFace) -> Signal:
    if face.working:
        return "busy"
    return "speaking" if face.speaking else "listening"


def _captions(face: CallFace, now_ms: int) -> tuple[Caption, ...]:
    """The conversation, its last sentence as far as it has come."""
    said = [_caption(each) for each in face.sentences]
    last = face.sentences[-1] if said else None
    if last is not None and not last.mine:
        said[-1] = Caption(last.says, "now", last.who)
        if face.speaking:
            since = now_ms - face.speaking_from
            said[-1] = spoken(last.says, since_ms=since, who=last.who)
    if face.working:
        said.append(Caption(face.told()[0].says, "aside"))
    return tuple(said)


def _caption(sentence: Sentence) -> Caption:
    if sentence.mine:
        return Caption(sentence.says, "mine", _YOU)
    return Caption(sentence.says, "past", sentence.who)


DEVICE = CallPhone
