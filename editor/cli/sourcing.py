"""The operations of `ledgraf edit` that say where something is stated: sources, their texts, quotes, certainty."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from editor.cli.operations import Operation
from editor.cli.words import language, warn
from editor.errors import UserError
from editor.model import sourcing
from editor.model.document import Document
from editor.model.kept_texts import drop_text, keep_text, kept_text, size_of
from editor.model.records import Source, SourceDocument
from editor.model.source_text import SourceText
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.storage.texts import read_text

CERTAINTIES = ("stated", "interpreted", "unknown")


class Sources:
    """Knows the texts that were given on this command line."""

    def __init__(self) -> None:
        self._given: dict[str, SourceText] = {}

    def add(self, document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> list[str]:
        """A source document with an id ("" = from its title) and a title."""
        id, title = asked.words
        if id and id in {each.id for each in document.info.documents}:
            raise UserError(
                {"sv": f"Det finns redan en källa {id}.", "en": f"There already is a source {id}."},
                {"sv": "Välj ett annat id.", "en": "Choose another id."},
            )
        return [sourcing.add_document(document, step, SourceDocument(id, title))]

    def give(self, document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
        """The text of a source, in which the quotes after it are looked up."""
        self._known(document, asked.words[0])
        self._given[asked.words[0]] = SourceText(read_text(Path(asked.words[1])))

    def keep(self, document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> None:
        """The same, and the text is kept in the file."""
        self.give(document, step, vocabulary, asked)
        text = self._given[asked.words[0]]
        keep_text(document, step, asked.words[0], text)
        self._say_size(asked.words[1], size_of(text))

    def _say_size(self, name: str, size: int) -> None:
        """What the file grows by, as one step with the rest; the ids that are added are printed, so this is beside."""
        kilobytes = max(1, round(size / 1000))
        told = {
            "sv": f"Texten i {name} läggs i filen, som växer med ungefär {kilobytes} kB.",
            "en": f"The text of {name} is put into the file, which grows by about {kilobytes} kB.",
        }
        warn(told[language()])

    def drop(self, document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
        drop_text(document, step, asked.words[0])

    def quote(self, document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
        """That an element or a relation rests on words of a source."""
        id, source, words = asked.words
        sourcing.support(document, step, [id], self._source(document, source, words))

    def fact(self, document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> Iterable[str]:
        """A new box of a kind, named by words of a source."""
        kind, source, words = asked.words
        said = self._source(document, source, words)
        return [sourcing.add_element(document, step, vocabulary, kind or None, said, "stated", asked.under)]

    def certain(self, document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
        """How sure an element or a relation is."""
        id, certainty = asked.words
        if certainty not in CERTAINTIES:
            listed = ", ".join(CERTAINTIES)
            raise UserError(
                {"sv": f"{certainty} är ingen grad av säkerhet.", "en": f"{certainty} is no certainty."},
                {"sv": f"Välj bland {listed}.", "en": f"Choose one of {listed}."},
            )
        facts = sourcing.record_of(document, id).facts
        step.update(id, facts=msgspec.structs.replace(facts, certainty=certainty))

    def _source(self, document: Document, source: str, words: str) -> Source:
        """The words with their paragraph and place, as far as the text is known."""
        self._known(document, source)
        text = self._given.get(source) or kept_text(document.info, source)
        if text is None:
            return Source(source, quote=words)
        found = text.find(Source(source, quote=words))
        said = text.quoted(source, found.start, found.end) if found is not None else None
        if said is None:
            raise UserError(
                {"sv": f"”{words}” står inte i texten.", "en": f"“{words}” is not in the text."},
                {"sv": "Skriv orden som de står i källan.", "en": "Write the words as they stand in the source."},
            )
        return said

    def _known(self, document: Document, source: str) -> None:
        known = [each.id for each in document.info.documents]
        if source not in known:
            raise UserError(
                {"sv": f"Diagrammet har ingen källa {source}.", "en": f"The chart has no source {source}."},
                {
                    "sv": f"Lägg till den med --source ID TITEL, eller välj bland: {', '.join(known) or '–'}.",
                    "en": f"Add it with --source ID TITLE, or choose one of: {', '.join(known) or '–'}.",
                },
            )
