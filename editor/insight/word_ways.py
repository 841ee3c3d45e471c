"""The words of a question in all the ways that they may be meant in one document."""

from editor.insight.names import Way, stem_of, stems, way_of, words_of
from editor.insight.wording import Wording
from editor.model.document import Document

KEPT = "\u2060"
"""Between the letters of a name that was put in, so that it is not read again."""
MOST_WAYS = 24


class WordWays:
    """Words by other names, and without what need not be in a name."""

    def __init__(self, document: Document, wording: Wording) -> None:
        self.wording = wording
        places = stems(f"{document.info.title} {document.info.subtitle}".split(":")[0])
        self.weak = frozenset((*map(stem_of, wording.idle.little), *places))
        self._whole = frozenset((*map(stem_of, wording.whole), *places))
        self._ways: dict[str, list[Way]] = {}

    def bare(self, words: str) -> str:
        """The words without what need not be in a name: "två personer" is "personer"."""
        return " ".join(word for word in words.casefold().split() if stem_of(word) not in self.weak) or words

    def is_the_whole(self, words: str) -> bool:
        """Whether the words name nothing but the municipality, or the text: "kommunen", "pressmeddelandet"."""
        return all(stem in self._whole for stem in stems(words))

    def age(self, words: str) -> str | None:
        """Which holders are meant where the words say so: who is coming ("ny kommunchef"), who was there last."""
        said = set(words.casefold().split())
        if said & set(self.wording.idle.new):
            return "coming"
        return "last" if said & set(self.wording.idle.old) else None

    def asked(self, words: str) -> list[Way]:
        """The words themselves, by other names, and without what need not be in a name."""
        known = self._ways.get(words)
        if known is None:
            texts = [words_of(text) for text in (words, *self.called(words.casefold()))]
            strong = [[word for word in text if stem_of(word) not in self.weak] for text in texts]
            ways = [way_of(text) for text in (*texts, *strong) if text]
            known = self._ways[words] = [way for way in dict.fromkeys(ways) if way.stems]
        return known

    def called(self, words: str) -> list[str]:
        """The words with names in place of what they may also be called, the longest first."""
        found = [words]
        for phrase, pattern in self.wording.phrases:
            found = [
                changed
                for text in found
                for changed in (
                    [pattern.sub(_kept(name), text) for name in self.wording.called[phrase]]
                    if pattern.search(text)
                    else [text]
                )
            ][:MOST_WAYS]
        plain = [text.replace(KEPT, "") for text in found]
        return plain


def _kept(name: str) -> str:
    """A name that no other phrase is looked for in."""
    return "".join(letter + KEPT for letter in name)
