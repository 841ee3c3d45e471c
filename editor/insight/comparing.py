"""What differs between two structures, or between two days of one: a list of changes in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from editor.insight.names import stems
from editor.insight.outline import element_words, sentence
from editor.insight.views import View
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary, text_in

What = Literal[
    "merged", "split", "became", "removed", "added", "renamed", "kind", "moved", "holders", "tasks", "dates", "count",
    "relation_removed", "relation_added",
]  # fmt: skip
WORDS: Mapping[What, Mapping[str, str]] = {
    "merged": {"sv": "{old} slås samman till {new}.", "en": "{old} are merged into {new}."},
    "split": {"sv": "{old} delas i {new}.", "en": "{old} is split into {new}."},
    "became": {"sv": "{old} övergår i {new}.", "en": "{old} becomes {new}."},
    "removed": {"sv": "{name} finns inte längre.", "en": "{name} is no longer there."},
    "added": {"sv": "{name} tillkommer.", "en": "{name} is new."},
    "renamed": {"sv": "{old} byter namn till {new}.", "en": "{old} is renamed {new}."},
    "kind": {"sv": "{name}: {old} blir {new}.", "en": "{name}: {old} becomes {new}."},
    "moved": {"sv": "{name} flyttas från {old} till {new}.", "en": "{name} moves from {old} to {new}."},
    "holders": {"sv": "{name}: {old} ersätts av {new}.", "en": "{name}: {old} is replaced by {new}."},
    "tasks": {"sv": "{name}: {old} → {new}.", "en": "{name}: {old} → {new}."},
    "dates": {"sv": "{name}: {old} → {new}.", "en": "{name}: {old} → {new}."},
    "count": {"sv": "{name}: antalet {old} blir {new}.", "en": "{name}: the number {old} becomes {new}."},
    "relation_removed": {"sv": "Gäller inte längre: {name}", "en": "No longer so: {name}"},
    "relation_added": {"sv": "Nytt: {name}", "en": "New: {name}"},
}
LEFT = {"sv": "{name}: {old} lämnar, vakant därefter.", "en": "{name}: {old} leaves, vacant after that."}
TAKEN = {"sv": "{name}: {new} tillträder.", "en": "{name}: {new} takes up the post."}
NOTHING = {"sv": "inget", "en": "nothing"}
NOBODY = {"sv": "vakant", "en": "vacant"}
TOP = {"sv": "översta nivån", "en": "the top"}
AND = {"sv": " och ", "en": " and "}


class Change(msgspec.Struct, frozen=True):
    """One difference. before / after: ids of the elements or relations concerned in the old and the new structure."""

    what: What
    text: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Comparison:
    """Two views, and which element of the one is which of the other."""

    def __init__(self, old: View, new: View, vocabulary: Vocabulary, lang: str) -> None:
        self._old, self._new, self._vocabulary, self._lang = old, new, vocabulary, lang
        self.same = _paired(old, new)
        self._back = {new_id: old_id for old_id, new_id in self.same.items()}

    def changes(self) -> list[Change]:
        """Successions first, then what goes, comes and changes, then the relations; each in the elements' order."""
        successions = list(self._successions())
        told = {id for change in successions for id in change.before}
        new_told = {id for change in successions for id in change.after}
        gone = [id for id in _ordered(self._old.nodes.values()) if id not in self.same and id not in told]
        come = [id for id in _ordered(self._new.nodes.values()) if id not in self._back and id not in new_told]
        return [
            *successions,
            *(self._change("removed", (id,), (), name=self._full(self._old.nodes[id])) for id in gone),
            *(self._change("added", (), (id,), name=self._full(self._new.nodes[id])) for id in come),
            *(change for id in _ordered(self._old.nodes.values()) if id in self.same for change in self._altered(id)),
            *self._relations(),
        ]

    # Successions: what the structure itself says became of those that went.

    def _successions(self) -> Iterator[Change]:
        heirs, sources = self._becoming()
        for new, olds in sources.items():
            if len(olds) > 1:
                yield self._succession("merged", olds, [new])
        for old, news in heirs.items():
            if len(news) > 1:
                yield self._succession("split", [old], news)
            elif len(sources[news[0]]) == 1:
                yield self._succession("became", [old], news)

    def _becoming(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Heirs by the one that went, and those that went by heir; only of what changes between the two views."""
        heirs: dict[str, list[str]] = {}
        sources: dict[str, list[str]] = {}
        for edge in (*self._old.becoming, *self._new.becoming):
            old, new = edge.source, edge.target
            has_gone = old in self._old.nodes and old not in self.same
            if has_gone and new in self._new.nodes and new not in heirs.get(old, ()):
                heirs.setdefault(old, []).append(new)
                sources.setdefault(new, []).append(old)
        return heirs, sources

    def _succession(self, what: What, olds: list[str], news: list[str]) -> Change:
        old = self._joined(_name(self._old.nodes[id]) for id in olds)
        new = self._joined(_name(self._new.nodes[id]) for id in news)
        return self._change(what, tuple(olds), tuple(news), old=old, new=new)

    # What changed about one that stays.

    def _altered(self, id: str) -> Iterator[Change]:
        old, new = self._old.nodes[id], self._new.nodes[self.same[id]]
        pairs: tuple[tuple[What, str, str], ...] = (
            ("renamed", _name(old), _name(new)),
            ("kind", self._kind(old), self._kind(new)),
            ("moved", self._parent(self._old, id), self._parent(self._new, new.id)),
            ("holders", self._holders(self._old, id), self._holders(self._new, new.id)),
            ("tasks", self._tasks(self._old, id), self._tasks(self._new, new.id)),
            ("count", str(old.facts.count or "–"), str(new.facts.count or "–")),
        )
        for what, before, after in pairs:
            if before != after and not (what == "moved" and self._is_same_parent(id)):
                yield self._change(what, (id,), (new.id,), name=_name(new), old=before, new=after)

    def _is_same_parent(self, id: str) -> bool:
        """Whether it hangs where it hung, although what it hangs under may have another name now."""
        before, after = self._old.parent.get(id), self._new.parent.get(self.same[id])
        return (self.same.get(before) if before is not None else None) == after

    def _kind(self, node: Node) -> str:
        kind = self._vocabulary.kind(node.kind)
        return text_in(kind.label, self._lang).lower() if kind is not None else "–"

    def _parent(self, seen: View, id: str) -> str:
        parent = seen.parent.get(id)
        return _name(seen.nodes[parent]) if parent is not None else TOP[self._lang]

    def _holders(self, seen: View, id: str) -> str:
        return self._joined(tenure.name for tenure in seen.holders(id)) or NOBODY[self._lang]

    def _tasks(self, seen: View, id: str) -> str:
        return ", ".join(task.text for task in seen.tasks(id)) or NOTHING[self._lang]

    # Relations.

    def _relations(self) -> Iterator[Change]:
        old = {self._key(edge, self.same): edge for edge in self._old.edges.values()}
        new = {self._key(edge, {}): edge for edge in self._new.edges.values()}
        for key, edge in old.items():
            if key not in new and {edge.source, edge.target} <= set(self.same):
                yield self._change("relation_removed", (edge.id,), (), name=self._sentence(edge, self._old))
        for key, edge in new.items():
            if key not in old and {edge.source, edge.target} <= set(self._back):
                yield self._change("relation_added", (), (edge.id,), name=self._sentence(edge, self._new))

    def _key(self, edge: Edge, names: Mapping[str, str]) -> tuple[str | None, str, str]:
        return edge.kind, names.get(edge.source, edge.source), names.get(edge.target, edge.target)

    def _sentence(self, edge: Edge, seen: View) -> str:
        ends = Document(
            nodes=[msgspec.structs.replace(seen.nodes[id], group=None) for id in {edge.source, edge.target}]
        )
        return sentence(edge, ends, self._vocabulary, self._lang)

    # Words.

    def _full(self, node: Node) -> str:
        return element_words(node, self._vocabulary, self._lang)

    def _joined(self, names: Iterable[str]) -> str:
        *most, last = [*names] or [""]
        return AND[self._lang].join((", ".join(most), last)) if most else last

    def _change(self, what: What, before: tuple[str, ...], after: tuple[str, ...], **words: str) -> Change:
        texts = WORDS[what]
        if what == "holders":
            nobody = NOBODY[self._lang]
            texts = TAKEN if words["old"] == nobody else LEFT if words["new"] == nobody else texts
        return Change(what, texts[self._lang].format(**words), before, after)


def compare(old: View, new: View, vocabulary: Vocabulary, lang: str) -> list[Change]:
    """The changes from one view to another."""
    return Comparison(old, new, vocabulary, lang).changes()


def _paired(old: View, new: View) -> dict[str, str]:
    """Old id → new id: by id, then, for those the other document doesn't know, by a name and kind that only one has."""
    same = {id: id for id, node in old.nodes.items() if id in new.nodes and _is_like(node, new.nodes[id])}
    left = _by_name(node for id, node in new.nodes.items() if id not in old.known)
    for key, id in _by_name(node for id, node in old.nodes.items() if id not in new.known).items():
        if id is not None and left.get(key) is not None:
            same[id] = left[key] or id
    return same


def _is_like(one: Node, other: Node) -> bool:
    """Programs number anew: the same id is the same element only if something else is the same too."""
    return one.kind == other.kind or stems(one.name) == stems(other.name)


def _by_name(nodes: Iterable[Node]) -> dict[tuple[str | None, str], str | None]:
    """Id by kind and name; None where several share them."""
    found: dict[tuple[str | None, str], str | None] = {}
    for node in nodes:
        key = (node.kind, " ".join(stems(node.name)))
        found[key] = None if key in found else node.id
    return found


def _ordered(nodes: Iterable[Node]) -> list[str]:
    return [node.id for node in sorted(nodes, key=lambda node: node.order)]


def _name(node: Node) -> str:
    return " ".join(node.name.split()) or node.id
