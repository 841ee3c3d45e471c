"""All of a sort: which there are, how many, which are named, merged or left."""

from collections.abc import Iterator

from editor.insight.naming import PEOPLE, Namer
from editor.insight.replies import Answer
from editor.insight.telling import Teller
from editor.model.records import Node


class Listing:
    """Answers by all elements that are what words call them."""

    def __init__(self, teller: Teller, namer: Namer) -> None:
        self._teller, self._namer = teller, namer

    def listed(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        yield from map(self._teller.element, self._of_sort(words, subjects))
        yield from self._called_tasks(words)

    def _called_tasks(self, words: str) -> Iterator[Answer]:
        return (self._teller.task(node, task) for node, task in self._namer.tasks_called(words))

    def remaining(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Everything of that sort that has no end."""
        left = (node for node in self._of_sort(words, subjects) if not node.facts.end and node.facts.status != "ended")
        return map(self._teller.element, left)

    def named(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        named = (node for node in self._of_sort(words, subjects) if node.kind != "counted_set")
        return map(self._teller.element, named)

    def called(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Units by name; a post's name is no answer to what somebody is called."""
        meant = subjects if self._namer.ways.age(words) else self._of_sort(words, subjects)
        units = (node for node in meant if node.kind not in (*PEOPLE, "counted_set"))
        return map(self._teller.element, units)

    def number(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The sets that say how many they are; where there is no set of that sort, its units, if there are several."""
        sets = [node for node in subjects if node.facts.count is not None]
        listed = self._of_sort(words, subjects)
        units = [node for node in listed if node.kind not in (*PEOPLE, "counted_set")] or self._sharing(listed)
        has_set = any(node.kind == "counted_set" for node in listed)
        are_all = len(units) > 1 or self._is_merged(units)
        yield from map(self._teller.element, sets or (units if are_all and not has_set else []))
        yield from self._called_tasks(words)

    def _is_merged(self, units: list[Node]) -> bool:
        """Whether they are one that several have become."""
        ids = {node.id for node in units}
        edges = self._teller.document.edges.values()
        return len(units) == 1 and sum(edge.kind == "becomes" and edge.target in ids for edge in edges) > 1

    def _sharing(self, nodes: list[Node]) -> list[Node]:
        """The posts of one shared leadership, which are all that there are of their sort."""
        groups = {node.group for node in nodes if node.kind == "post" and node.group}
        return [node for node in nodes if node.group in groups] if len(groups) == 1 else []

    def merged(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        edges = self._teller.document.edges.values()
        becoming = {edge.source for edge in edges if edge.kind == "becomes"}
        yield from (self._teller.element(node) for node in self._of_sort(words, subjects) if node.id in becoming)

    def _of_sort(self, words: str, subjects: list[Node]) -> list[Node]:
        """What the words name, and everything of that sort, as far as it is there."""
        ids = {node.id for node in subjects}
        fitting = (node for node in self._teller.everything() if node.id in ids or self._namer.fits(node, words))
        there = [node for node in fitting if self._teller.is_there(node.id)]
        # "Kontor" are administrations, where there are any, rather than the service points that are called so too.
        kind = self._namer.kind_of(words)
        return [node for node in there if node.kind in (kind, "counted_set")] if self._has(there, kind) else there

    def _has(self, nodes: list[Node], kind: str | None) -> bool:
        return any(node.kind == kind for node in nodes if kind is not None)
