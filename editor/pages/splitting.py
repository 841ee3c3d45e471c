"""A chart that no sheet holds, on several: an overview whose units say on which page they go on, and those pages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from editor.drawing.shapes import Drawing
from editor.drawing.shapes_of_files import own_look
from editor.drawing.sheet import on_sheet
from editor.layout.applying import arranged
from editor.layout.presets import Preset
from editor.layout.tidying import branch_document
from editor.model.arrows import ATTRIBUTE as ARROWS
from editor.model.document import Document
from editor.model.paper import Paper, with_paper
from editor.model.records import Edge, Info, Label, Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary
from editor.pages.fitting import Ask, Fit, MakerOf, fitted

NUMBER = "000"
"""Stands for the number of a page while pages are being made; so wide that no number is wider."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {"more": "{count} under · sida {page}", "part": "Sida {page} · översikt på sida {above}"},
    "en": {"more": "{count} below · page {page}", "part": "Page {page} · overview on page {above}"},
}


class Page(NamedTuple):
    """One page. top: the box whose branch it shows, None for the overview.

    goes_on: box → the number of the page on which its branch is.  above: the number of the page that leads here.
    """

    number: int
    top: str | None
    drawing: Drawing
    goes_on: Mapping[str, int]
    above: int | None
    smallest_pt: float


class _Part(NamedTuple):
    top: str | None
    document: Document
    fit: Fit
    parts: tuple["_Part", ...]


class Splitter:
    """Makes the pages of one document. preset, paper: what each is laid out by; ask: see `fitted`."""

    def __init__(
        self, vocabulary: Vocabulary, maker_of: MakerOf, preset: Preset, paper: Paper, ask: Ask, lang: str
    ) -> None:
        self._vocabulary, self._maker_of, self._ask = vocabulary, maker_of, ask
        self._preset, self._paper, self._words = preset, paper, WORDS[lang]

    def pages(self, document: Document) -> list[Page]:
        """One page where the chart fits; else an overview, and behind it a page or more for each of its units."""
        whole = self._part(document, None)
        order = list(_in_order(whole))
        numbers = {id(part): place for place, part in enumerate(order, 1)}
        above = {id(below): numbers[id(part)] for part in order for below in part.parts}
        return [self._page(part, numbers, above.get(id(part))) for part in order]

    def _part(self, document: Document, top: str | None) -> _Part:
        fit = self._fit(document)
        if fit.fits:
            return _Part(top, document, fit, ())
        cuts = [self._overview(document, depth) for depth in _depths(document, self._vocabulary)]
        best, chosen = _Part(top, document, fit, ()), list[str]()
        while cuts:  # the deeper the cut, the larger the overview; halving finds the deepest that fits
            middle = len(cuts) // 2
            overview, cut = cuts[middle]
            found = self._fit(overview)
            if found.fits:
                best = _Part(top, overview, found, ())
                chosen = cut
                cuts = cuts[middle + 1 :]
            else:
                cuts = cuts[:middle]
        return best._replace(parts=self._parts(document, chosen))

    def _parts(self, document: Document, cut: list[str]) -> tuple[_Part, ...]:
        return tuple(self._part(self._branch(document, id), id) for id in cut)

    def _branch(self, document: Document, id: str) -> Document:
        branch = branch_document(document, self._vocabulary, id)
        node = document.nodes[id]
        kept = {name: text for name, text in document.info.attributes.items() if name == ARROWS}
        info = msgspec.structs.replace(document.info, title=node.name.strip() or id, subtitle="", attributes=kept)
        return Document(branch.nodes.values(), branch.edges.values(), info)

    def _fit(self, document: Document) -> Fit:
        fit = fitted(document, self._maker_of, self._preset, self._paper, self._ask)
        assert fit is not None  # nobody cancels it
        return fit

    def _overview(self, document: Document, depth: int) -> tuple[Document, list[str]]:
        """The document down to a depth; what is below counts and refers to its page. Relations go to what is shown."""
        structure = Structure(document, self._vocabulary)
        levels = _levels(structure)
        cut = [id for id in levels if levels[id] == depth and structure.children.get(id)]
        shown_by: dict[str, str] = {}
        for id in cut:
            shown_by.update(dict.fromkeys(structure.branch(id), id))
        nodes = []
        for id, node in document.nodes.items():
            if shown_by.get(id, id) == id:
                count = len(structure.branch(id)) - 1
                nodes.append(self._going_on(node, count) if id in cut else node)
        kept = {node.id for node in nodes}
        nodes = [node if node.group in kept else msgspec.structs.replace(node, group=None) for node in nodes]
        edges: dict[tuple[str | None, str, str], Edge] = {}
        for edge in document.edges.values():
            source, target = shown_by.get(edge.source, edge.source), shown_by.get(edge.target, edge.target)
            if source != target:
                joined = msgspec.structs.replace(edge, source=source, target=target)
                edges.setdefault((edge.kind, source, target), joined)
        return Document(nodes, edges.values(), document.info), cut

    def _going_on(self, node: Node, count: int) -> Node:
        text = self._words["more"].format(count=count, page=NUMBER)
        bare = msgspec.structs.replace(node, is_group=False, folded=False, collapsed=False)
        if own_look(node):
            return msgspec.structs.replace(bare, name=f"{node.name}\n{text}")
        return msgspec.structs.replace(bare, labels=(*node.labels, Label(text)))

    def _page(self, part: _Part, numbers: Mapping[int, int], above: int | None) -> Page:
        goes_on = {below.top: numbers[id(below)] for below in part.parts if below.top is not None}
        number = numbers[id(part)]
        document = Document(
            (_numbered(node, goes_on.get(node.id)) for node in part.document.nodes.values()),
            part.document.edges.values(),
            with_paper(self._told(part.document.info, number, above), part.fit.paper),
        )
        drawing = self._maker_of(arranged(document, part.fit.arrangement)).drawing()
        return Page(number, part.top, on_sheet(drawing, self._paper.sheet), goes_on, above, part.fit.smallest_pt)

    def _told(self, info: Info, number: int, above: int | None) -> Info:
        if above is None:
            return info
        return msgspec.structs.replace(info, subtitle=self._words["part"].format(page=number, above=above))


def _numbered(node: Node, page: int | None) -> Node:
    if page is None:
        return node
    labels = tuple(Label(label.text.replace(NUMBER, str(page))) for label in node.labels)
    return msgspec.structs.replace(node, name=node.name.replace(NUMBER, str(page)), labels=labels)


def _in_order(part: _Part) -> Iterator[_Part]:
    yield part
    for below in part.parts:
        yield from _in_order(below)


def _levels(structure: Structure) -> dict[str, int]:
    """How deep every box is in the tree, from 0."""
    levels = dict.fromkeys(structure.roots, 0)
    for root in structure.roots:
        for id in structure.branch(root)[1:]:
            levels[id] = levels[structure.parent[id] or root] + 1
    return levels


def _depths(document: Document, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the tree may be cut, the deepest last; never at a top that is alone, which would come back on its page."""
    structure = Structure(document, vocabulary)
    levels = _levels(structure)
    least = 0 if len(structure.roots) > 1 else 1
    yield from range(least, max(levels.values(), default=0))
