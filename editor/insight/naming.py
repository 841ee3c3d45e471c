"""Which elements somebody means who names them as people do: "kommundirektören", "Hellenberg", "the board"."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from editor.model.document import Document
from editor.model.records import Node

ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "en", "et", "ar", "er", "or", "na", "ns"),
    *("n", "t", "s", "a", "e"),
)
"""Swedish endings of definite forms, plurals and genitives, the longest first; English words only lose their s."""
SHORTEST_STEM = 4
ARTICLES = frozenset({"den", "det", "de", "en", "ett", "the", "a", "an"})


def meant(document: Document, words: str) -> list[Node]:
    """The elements that the words mean, in their order: by id, then by name, then by a part of the name."""
    if words in document.nodes:
        return [document.nodes[words]]
    nodes = sorted(document.nodes.values(), key=lambda node: node.order)
    asked = stems(words)
    tests: tuple[Callable[[Sequence[str]], bool], ...] = (
        lambda name: name == asked,
        lambda name: bool(asked) and set(asked) <= set(name),
    )
    for fits in tests:
        found = [node for node in nodes if fits(stems(node.name))]
        if found:
            return found
    return []


def persons_meant(document: Document, words: str) -> list[str]:
    """The names of holders that the words mean: the whole name, or a part of it."""
    asked = stems(words)
    names = dict.fromkeys(tenure.name for node in document.nodes.values() for tenure in node.facts.tenures)
    exact = [name for name in names if stems(name) == asked]
    return exact or [name for name in names if asked and set(asked) <= set(stems(name))]


def closest(document: Document, words: str, count: int = 3) -> list[str]:
    """Names of elements and holders that look like the words, the likest first."""
    names = [" ".join(node.name.split()) for node in document.nodes.values() if node.name.strip()]
    names += [tenure.name for node in document.nodes.values() for tenure in node.facts.tenures if tenure.name]
    by_key = {name.casefold(): name for name in names}
    return [by_key[key] for key in difflib.get_close_matches(words.casefold(), by_key, n=count, cutoff=0.5)]


def tasks_meant(texts: Iterable[str], words: str) -> list[str]:
    """The task texts that hold all the words."""
    asked = set(stems(words))
    return [text for text in texts if asked and asked <= set(stems(text))]


def stems(text: str) -> list[str]:
    """The words of a text without case, articles and endings: "Kommunstyrelsen" and "kommunstyrelse" are one."""
    folded = unicodedata.normalize("NFC", text).casefold()
    found = [_stem(word) for word in re.findall(r"[\w&]+", folded) if word not in ARTICLES]
    return [word for word in found if word not in POST_WORDS] or found


def _stem(word: str) -> str:
    """Ending by ending, so that "kompetens" and "kompetensen" meet although the first seems to be a genitive."""
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), None)
    return word if ending is None else _stem(word[: -len(ending)])


POST_WORDS = frozenset(map(_stem, ("tjänst", "befattning", "roll", "uppdrag")))
"""Words that only say that a post is meant: "tjänsten kanslichef"."""
