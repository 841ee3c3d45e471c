"""Elements that are meant without their name: by what they do, by a change that made them, by what they belong to."""

import functools
import re
from collections.abc import Callable, Mapping, Sequence

from editor.insight.names import POST_WORDS, stem_of, words_of
from editor.insight.word_ways import WordWays
from editor.model.document import Document
from editor.model.records import Edge, Node

WITHIN = re.compile(r"\s+(?:i|på|vid|inom|hos|under|från|in|at|of|on|within|from)\s+", re.IGNORECASE)
"""Between what is meant and what it belongs to."""
ROUGHLY = 1
"""How well something is named that only part of a name tells."""
DECISION = frozenset(
    map(stem_of, ("beslut", "beslutet", "slutlig", "slutliga", "förslag", "förslaget", "decision", "final", "proposal"))
)
POSTS = POST_WORDS | frozenset(map(stem_of, ("post", "position", "job", "jobb", "jobbet")))


LookUp = Callable[[str], tuple[list[Node], int]]


class Roundabout:
    """Finds in one document what words mean that are no name.

    look_up: finds elements by name, and tells how well they are named.
    """

    def __init__(
        self,
        document: Document,
        nodes: Sequence[Node],
        ways: WordWays,
        look_up: Callable[[str], tuple[list[Node], int]],
    ) -> None:
        self._document, self._nodes, self._ways = document, nodes, ways
        self._look_up = look_up

    @functools.cached_property
    def _edges(self) -> Mapping[str, list[Edge]]:
        """The relations of each kind."""
        found: dict[str, list[Edge]] = {}
        for edge in self._document.edges.values():
            found.setdefault(edge.kind or "", []).append(edge)
        return found

    @functools.cached_property
    def _made(self) -> list[Node]:
        """What a change has made: what others became, else what begins on a day."""
        targets = {edge.target for edge in self._edges.get("becomes", ())}
        frames = {node.group for node in self._nodes if node.id in targets}
        made = [node for node in self._nodes if node.id in targets | frames]
        return made or [node for node in self._nodes if node.facts.start]

    def meant(self, words: str) -> list[Node]:
        """By what they do, as a part of a change or a decision, or with what they belong to."""
        ways = (self._doers, self._beginners, self._of_change, self._decided, self._placed, self._professed)
        return next((found for way in ways if (found := way(words))), [])

    def posts(self, words: str) -> list[Node]:
        """The posts where the words only say that one is meant: "den nya tjänsten"; rather those that are new."""
        said = set(map(stem_of, words_of(words)))
        if not said & POSTS or not said <= POSTS | self._ways.weak:
            return []
        posts = [node for node in self._nodes if node.kind in ("post", "elected_office")]
        return self.of_age([node for node in posts if node.facts.start] or posts, words)

    def of_age(self, found: list[Node], words: str) -> list[Node]:
        """Of several, the new or the old ones where the words say so."""
        age = self._ways.age(words)
        if age is None:
            return found
        is_new = age == "coming"
        kept = [node for node in found if (node.facts.start and not node.facts.end if is_new else node.facts.end)]
        # What comes or goes with the change is meant rather than what else is new or old.
        becoming = self._edges.get("becomes", ())
        changing = {end for edge in becoming for end in (edge.source, edge.target)}
        return [node for node in kept if node.id in changing] or kept or found

    def _doers(self, words: str) -> list[Node]:
        """Those who do what the words say: "samordnande chef"."""
        kind = self._ways.wording.roles.get(" ".join(words_of(words)))
        sources = {edge.source for edge in self._edges.get(kind or "", ())}
        return [node for node in self._nodes if kind and node.id in sources]

    def _of_change(self, words: str) -> list[Node]:
        said = words_of(self._ways.bare(words))
        return self._made if said and all(word in self._ways.wording.changes for word in said) else []

    def _beginners(self, words: str) -> list[Node]:
        """Those who begin in a post, where the words only point to them."""
        if words.casefold() not in self._ways.wording.pronouns:
            return []
        posts = [node for node in self._nodes if node.kind == "post"]
        return [node for node in posts if any(held.start or node.facts.start for held in node.facts.tenures)]

    def _placed(self, words: str) -> list[Node]:
        """What is noted to be at a place."""
        place = re.compile(rf"\b(?:i|på|vid|in|at) {re.escape(words)}\b")
        return [node for node in self._nodes if place.search(node.facts.note or "")] if words[:1].isupper() else []

    def _professed(self, words: str) -> list[Node]:
        """Of whom nothing else is noted than what they are: "statsvetare"."""
        persons = (node for node in self._nodes if node.kind == "person" and node.facts.note)
        return [node for node in persons if (node.facts.note or "").strip(" .").casefold() == words.casefold()]

    def is_changed(self, nodes: Sequence[Node]) -> bool:
        """Whether elements are what a change has made."""
        made = {node.id for node in self._made}
        return bool(nodes) and all(node.id in made for node in nodes)

    def _decided(self, words: str) -> list[Node]:
        """What is decided on, where the words only say that something is: "det slutliga beslutet"."""
        said = set(map(stem_of, words_of(words)))
        if not said & DECISION:
            return []
        edges = self._edges.get("decides_on", ())
        if not said <= DECISION | self._ways.weak:  # "kommunchefens förslag", as it is noted
            noted = {edge.target for edge in edges if said <= set(map(stem_of, words_of(edge.facts.note or "")))}
            return [node for node in self._nodes if node.id in noted]
        targets = {edge.target for edge in edges}
        changed = [node for node in self._made if node.id in targets]
        return changed or [node for node in self._nodes if node.id in targets]

    def within(self, words: str) -> list[Node]:
        """What stands in a relation to something: "grupparbetet på chefsforum"."""
        for match in WITHIN.finditer(words):
            (near, closeness), (far, _) = self._look_up(words[: match.start()]), self._look_up(words[match.end() :])
            if closeness <= ROUGHLY and "of" in match[0].casefold():
                continue  # "head of information" is one name.
            ids = {node.id for node in far}
            edges = [edge for edge in self._document.edges.values() if ids & {edge.source, edge.target}]
            joined = {end for edge in edges for end in (edge.source, edge.target)}
            found = [node for node in near if node.group in ids or node.id in joined - ids]
            if found:
                return found
        return []
