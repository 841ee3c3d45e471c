"""What is selected along with what is selected."""

import pytest

from editor.model.choosing import branches, connected, inverted, relations_of, same_kind
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary


@pytest.fixture
def document() -> Document:
    kinds = {"a": "board", "b": "unit", "c": "unit", "d": None, "e": "board"}
    edges = [Edge("ab", "a", "b"), Edge("bc", "b", "c"), Edge("ad", "a", "d"), Edge("dc", "d", "c", kind="helps")]
    return Document([Node(id, kind=kind) for id, kind in kinds.items()], edges)


def test_what_belongs_together(document: Document) -> None:
    assert same_kind(document, ["a"]) == {"a", "e"}
    assert same_kind(document, ["a", "b", "dc"]) == {"a", "b", "c", "e", "dc"}
    assert same_kind(document, ["d"]) == {"d"}
    assert branches(document, Vocabulary(), ["b", "d"]) == {"b", "c", "d"}
    assert branches(document, Vocabulary(), ["a", "c", "ab"]) == {"a", "b", "c", "d"}
    assert connected(document, ["b"]) == {"b", "ab", "bc", "a", "c"}
    assert connected(document, ["dc"]) == {"d", "dc", "c"}
    assert relations_of(document, ["b"]) == {"ab", "bc"}
    assert relations_of(document, ["a", "b", "c"]) == {"ab", "bc"}
    assert relations_of(document, ["a", "dc"]) == {"ab", "ad", "dc"}
    assert inverted(document, ["a", "b", "bc"]) == {"c", "d", "e"}
    assert inverted(document, []) == set("abcde")
