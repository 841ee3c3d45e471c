"""Which words of a question are known at all: to the questions, or to what the chart says."""

import functools
from collections.abc import Callable, Container, Iterator, Set

from editor.insight.loose.alike import root_of
from editor.insight.names import SMALL_WORDS, forms_of, words_of
from editor.insight.spelling import Spelling
from editor.insight.wording import EDGES, Wording
from editor.model.document import Document
from editor.model.records import Edge, Node, Source


class Familiar:
    """Tells unknown words, and what they may have been meant as."""

    def __init__(self, document: Document, wording: Wording, is_something: Callable[[str], bool]) -> None:
        self._document, self._wording, self._is_something = document, wording, is_something

    def unknown(self, sentence: str, also: Set[str] = frozenset()) -> tuple[str, ...]:
        """The words of a sentence that neither the wording nor the chart knows, each once; also: other words known."""
        words = [bare for word in sentence.split() if (bare := word.strip(EDGES))]
        return tuple(dict.fromkeys(word for word in words if not self._is_known(word, also)))

    def corrected(self, sentence: str, unknown: Container[str]) -> str:
        """A sentence with what unknown words were probably meant as."""
        return " ".join(self._meant(word, unknown) for word in sentence.split())

    def _meant(self, word: str, unknown: Container[str]) -> str:
        bare = word.strip(EDGES)
        meant = self._spelling.meant(bare.casefold()) if bare in unknown else None
        if meant is None:
            return word
        return word.replace(bare, meant.capitalize() if bare[0].isupper() else meant)

    def _is_known(self, word: str, also: Set[str]) -> bool:
        plain = word.casefold().removesuffix("'s").removesuffix("’s")
        if "-" in plain.strip("-"):
            return all(self._is_known(part, also) for part in plain.split("-") if part)
        wording = self._wording
        if not plain.isalpha() or plain in SMALL_WORDS or wording.is_known(plain) or wording.base(plain) != plain:
            return True
        if plain in self._asked or plain in also or wording.base(plain) in also:
            return True
        said = {root_of(plain), *forms_of(plain)}
        return not said.isdisjoint(self._said) or self._is_something(word)

    @functools.cached_property
    def _asked(self) -> set[str]:
        """All words of the wording."""
        wording, idle = self._wording, self._wording.idle
        listed = (
            *(*idle.words, *idle.before, *idle.after, *idle.asking, *idle.common, *idle.light, *idle.last, *idle.never),
            *(*wording.whole, *wording.texts, *wording.changes, *wording.pronouns, *wording.alike),
            *(*wording.around.denials, *wording.around.only, *wording.around.absences, *wording.around.exceptions),
            *wording.sectors.values(),
            *wording.roles,
        )
        return {word for phrase in listed for word in phrase.split()}

    @functools.cached_property
    def _said(self) -> set[str]:
        """The roots and forms of all words that the chart has."""
        words = {word for text in self._texts() for word in words_of(text)}
        return {root_of(word) for word in words}.union(*map(forms_of, words))

    def _texts(self) -> Iterator[str]:
        info = self._document.info
        yield from (info.title, info.subtitle, *(document.title for document in info.documents))
        records: tuple[Node | Edge, ...] = (*self._document.nodes.values(), *self._document.edges.values())
        for record in records:
            facts = record.facts
            yield from (record.name, facts.note or "")
            yield from (text for task in facts.tasks for text in (task.text, *_quotes(task.sources)))
            yield from (f"{held.name} {held.party or ''}" for held in facts.tenures)
            yield from _quotes(facts.sources)

    @functools.cached_property
    def _spelling(self) -> Spelling:
        nodes = self._document.nodes.values()
        names = {word for node in nodes for word in words_of(node.name)}
        names |= {word for node in nodes for held in node.facts.tenures for word in words_of(held.name)}
        forms = self._wording.forms
        return Spelling(names, {word for base, listed in forms.items() for word in (base, *listed.split())})


def _quotes(sources: tuple[Source, ...]) -> Iterator[str]:
    yield from (source.quote for source in sources if source.quote)
