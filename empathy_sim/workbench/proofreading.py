"""A script, read from beginning to end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from empathy_sim.engine.state import State
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.walking import Trail
from empathy_sim.rehearsal.lasting import lasting_by_stage
from empathy_sim.rehearsal.settled import open_places
from empathy_sim.workbench.around import is_never
from empathy_sim.workbench.proof import Chapter, Default, Passage, Proof, Words
from empathy_sim.workbench.sources import Sentence, Source, Sources, sentences_in
from empathy_sim.workbench.texts import Leaf, filled, leaves_of, standing_in
from empathy_sim.workbench.ways_on import in_story_order

_AFTER_THE_STORY = ("endings", "debrief")
"""The parts of a journey that are read when the stages are over."""
_STAGES, _TOUCHPOINTS = "stages", "touchpoints"


def proof_of(script: Script, cast: Cast, sources: Sources) -> Proof:
    """Every text of a script, each once.

    Args:
        script: what is read.
        cast: whose name and facts stand in for the customer's.
        sources: the files it was composed from.
    """
    return _Reading(script, cast, sources).proof()


class _Reading:
    """What has been read so far."""

    def __init__(self, script: Script, cast: Cast, sources: Sources) -> None:
        self._script, self._cast, self._sources = script, cast, sources
        self._seen: set[tuple[str, Trail, str]] = set()
        self._shut = _shut_in(script, sources)
        self._again = 0
        self._defaults: Counter[tuple[str, str]] = Counter()
        self._backstage: list[Words] = []
        self._shelved: list[Words] = []

    def proof(self) -> Proof:
        """All of it."""
        chapters = [each for each in self._chapters() if each.passages or each.again]
        return Proof(
            title=self._script.journey.title,
            customer=self._cast.person.name,
            chapters=tuple(chapters),
            defaults=tuple(
                Default(*told, times) for told, times in self._defaults.items()
            ),
            backstage=tuple(_by_file(self._backstage)),
            shelved=tuple(_by_file(self._shelved)),
        )

    def _chapters(self) -> Iterator[Chapter]:
        own = self._of_the_journey()
        after = [own.pop(part) for part in _AFTER_THE_STORY if part in own]
        titles = own.pop(_STAGES, [])
        yield _chapter("Before the story", own.values())
        lasting = lasting_by_stage(self._script, self._cast)
        for number, stage in enumerate(self._script.stages.values()):
            title = [each for each in titles if each.at[1] == number]
            passages = [_passage(title, "heading")] if title else []
            already = self._again
            passages += self._at_touchpoints(stage)
            yield Chapter(
                self._filled(stage.title, stage.id),
                stage.scenario.scenario,
                lasting[stage.id],
                tuple(passages),
                self._again - already,
            )
        yield _chapter("After the story", after)

    def _of_the_journey(self) -> dict[str, list[Words]]:
        """What the journey's own file says, part by part; nothing where there is none."""
        script, source = self._script, self._sources.journey
        parts: dict[str, list[Words]] = {}
        if source is None or script.alone:
            return parts
        state = standing_in(script, self._cast, script.first)
        for leaf in _in_file_order(script.journey, source):
            for words in self._read(leaf, source, state):
                parts.setdefault(str(leaf.at[0]), []).append(words)
        for name in script.journey.customer.holds:
            at: Trail = ("customer", "holds", name)
            fact = Sentence(self._cast.facts[name], source.line(at))
            held = Words(source.file, at, name, "", (fact,))
            parts.setdefault("customer", []).append(held)
        return parts

    def _at_touchpoints(self, stage: ScriptStage) -> Iterator[Passage]:
        """What can be read in a stage; what else its scenario says is put aside."""
        scenario = stage.scenario
        source = self._sources.scenarios[scenario.scenario]
        state = standing_in(self._script, self._cast, stage.id)
        by_place: dict[str, list[Leaf]] = {}
        for leaf in _in_file_order(scenario, source):
            place = str(leaf.at[1]) if leaf.at[0] == _TOUCHPOINTS else ""
            by_place.setdefault(place, []).append(leaf)
        for name in ("", *in_story_order(scenario)):
            words = [
                each
                for leaf in by_place.get(name, [])
                for each in self._read(leaf, source, state)
            ]
            if words and name:
                noun = scenario.touchpoints[name]
                yield _passage(words, name, noun.kind, noun.spoken_on)
            elif words:
                yield _passage(words)

    def _read(self, leaf: Leaf, source: Source, state: State) -> Iterator[Words]:
        """A text, if it is read by whoever plays and has not been read before."""
        sentences = tuple(
            Sentence(filled(each.words, state), each.line)
            for each in sentences_in(leaf.text, leaf.at, source)
        )
        if not sentences:
            return
        by = filled(leaf.by, state)
        is_shut = (source.file, leaf.at) in self._shut
        words = Words(source.file, leaf.at, leaf.key, by, sentences, is_shut)
        known = (source.file, leaf.at, words.text)
        if leaf.reader == "player" and not source.has(leaf.at):
            told = (_field_of(leaf, state), words.text)
            self._defaults[told] += known not in self._seen
        elif known in self._seen:
            self._again += leaf.reader == "player"
        elif leaf.reader == "player":
            yield words
        else:
            aside = self._backstage if leaf.reader == "debrief" else self._shelved
            aside.append(words)
        self._seen.add(known)

    def _filled(self, text: str, stage: str) -> str:
        return filled(text, standing_in(self._script, self._cast, stage))


def _shut_in(script: Script, sources: Sources) -> frozenset[tuple[str, Trail]]:
    """The texts of touchpoints that settings keep everybody from, in every stage."""
    places = open_places(script)
    shut: set[tuple[str, Trail]] = set()
    read: set[tuple[str, Trail]] = set()
    for stage in script.stages.values():
        file = sources.scenarios[stage.scenario.scenario].file
        for name, noun in stage.scenario.touchpoints.items():
            for leaf in leaves_of(noun, (_TOUCHPOINTS, name)):
                never = is_never(leaf.whens, stage)
                is_shut = never or f"{stage.id}/{name}" not in places
                (shut if is_shut else read).add((file, leaf.at))
    return frozenset(shut - read)


def _in_file_order(noun: Noun, source: Source) -> Sequence[Leaf]:
    """A file's texts as they stand in it; what is by default comes after its place."""
    return sorted(leaves_of(noun), key=lambda leaf: _place_of(leaf, source))


def _place_of(leaf: Leaf, source: Source) -> tuple[int, int, bool]:
    place = source.places.value(leaf.at)
    return place.line, place.column, not source.has(leaf.at)


def _field_of(leaf: Leaf, state: State) -> str:
    """A field with the kind of touchpoint that has it: `form: missing`."""
    if leaf.at[0] != _TOUCHPOINTS:
        return leaf.key
    noun = state.script_stage.scenario.touchpoints[str(leaf.at[1])]
    return f"{noun.kind}: {leaf.key}"


def _passage(
    words: Sequence[Words], name: str = "", kind: str = "", channel: str = ""
) -> Passage:
    return Passage(name or str(words[0].at[0]), kind, channel, tuple(words))


def _chapter(title: str, parts: Iterable[Sequence[Words]]) -> Chapter:
    return Chapter(title, "", None, tuple(_passage(each) for each in parts if each))


def _by_file(words: Sequence[Words]) -> Iterator[Chapter]:
    """Texts file by file, and in each as they stand in it."""
    files: Mapping[str, list[Words]] = {each.of: [] for each in words}
    for each in words:
        files[each.of].append(each)
    for file, found in files.items():
        found.sort(key=lambda each: each.sentences[0].line)
        parts = groupby(found, key=lambda each: _part_of(each.at))
        passages = (_passage([*own], name) for name, own in parts)
        yield Chapter(file, "", None, tuple(passages))


def _part_of(at: Trail) -> str:
    """What of a file it belongs to: a cause, a touchpoint, a setting."""
    named = at[1:2] if len(at) > 2 else at[:1]  # noqa: PLR2004
    return str(named[0])
