"""Made-up municipalities of any size, always the same for the same size: bodies, offices, units, staff, deputies."""

import itertools
import random
from collections.abc import Iterator

from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Tenure

SEED = 20090101
COMMITTEES = (
    ("Barn- och utbildningsnämnden", "Barn- och utbildningsförvaltningen"),
    ("Socialnämnden", "Socialförvaltningen"),
    ("Kultur- och fritidsnämnden", "Kultur- och fritidsförvaltningen"),
    ("Miljö- och byggnadsnämnden", "Miljö- och byggnadsförvaltningen"),
    ("Tekniska nämnden", "Tekniska förvaltningen"),
    ("Vård- och omsorgsnämnden", "Vård- och omsorgsförvaltningen"),
)
FIELDS = ("Grundskola", "Förskola", "Gymnasium", "Hemtjänst", "Äldreboenden", "Barn och familj", "Bibliotek",
          "Kulturskola", "Miljöskydd", "Bygglov", "Gata och park", "Vatten och avlopp", "Fastighet", "Hälsoskydd",
          "Idrott", "Måltid", "Elevhälsa", "Försörjningsstöd", "Fritidsgårdar", "Kart och mätning")  # fmt: skip
STAFF = ("Ekonomistaben", "Personalstaben", "Kansliet", "Kommunikationsstaben")
PEOPLE = ("Anna Berg", "Erik Lund", "Karin Holm", "Lars Ek", "Maria Sten", "Olof Ask", "Sara Dahl", "Per Alm")
UNITS_BELOW = (4, 7)


def municipality(units: int, kinds: bool = True) -> Document:
    """So many boxes in all. `kinds`: whether they say what they are, or are bare boxes and lines."""
    made = _Municipality()
    for _ in itertools.islice(made.grow(), max(0, units - 1)):
        pass
    nodes, edges = made.nodes[:units], made.edges
    known = {node.id for node in nodes}
    edges = [edge for edge in edges if edge.source in known and edge.target in known]
    if not kinds:
        nodes = [Node(node.id, node.name, order=node.order) for node in nodes]
        edges = [_downwards(edge) for edge in edges if edge.kind in ("part_of", "leads", "reports_to", "assists")]
    return Document(nodes, edges, Info(title="Exempelkommunen", lang="sv"))


class _Municipality:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._chance = random.Random(SEED)
        self._people = itertools.cycle(PEOPLE)

    def grow(self) -> Iterator[str]:
        """Box after box, those that every municipality has first."""
        council = yield from self._add("council", "Kommunfullmäktige")
        board = yield from self._add("executive_board", "Kommunstyrelsen", council)
        audit = yield from self._add("audit", "Revisionen")
        self._relate("audits", audit, board)
        director = yield from self._post("Kommundirektör", board)
        deputy = yield from self._post("Biträdande kommundirektör", None)
        self._relate("deputises_for", deputy, director)
        for name in STAFF:
            yield from self._add("staff_unit", name, director)
        for number in itertools.count():
            yield from self._committee(number, board, director)

    def _committee(self, number: int, board: str, director: str) -> Iterator[str]:
        body, office = COMMITTEES[number % len(COMMITTEES)]
        mark = f" {number // len(COMMITTEES) + 1}" if number >= len(COMMITTEES) else ""
        committee = yield from self._add("committee", body + mark, board)
        chief = yield from self._post("Förvaltningschef", None)
        administration = yield from self._add("administration", office + mark, committee)
        self._relate("leads", chief, administration)
        self._relate("reports_to", chief, director)
        if number % 3 == 0:
            self._relate("prepares_for", chief, committee)
        for unit in range(self._chance.randint(*UNITS_BELOW)):
            field = FIELDS[(number * 5 + unit) % len(FIELDS)]
            below = yield from self._add("department", field, administration)
            if number >= 8 and unit % 2:
                for place in range(self._chance.randint(2, 5)):
                    yield from self._add("section", f"Enhet {place + 1}", below)

    def _post(self, name: str, above: str | None) -> Iterator[str]:
        id = yield from self._add("post", name, above)
        self.nodes[-1] = _held(self.nodes[-1], next(self._people))
        return id

    def _add(self, kind: str, name: str, above: str | None = None) -> Iterator[str]:
        id = f"n{len(self.nodes)}"
        self.nodes.append(Node(id, name, kind, order=float(len(self.nodes))))
        if above is not None:
            self._relate("part_of", id, above)
        yield id
        return id

    def _relate(self, kind: str, source: str, target: str) -> None:
        self.edges.append(Edge(f"e{len(self.edges)}", source, target, kind=kind, order=float(len(self.edges))))


def _held(node: Node, person: str) -> Node:
    return Node(node.id, node.name, node.kind, order=node.order, facts=Facts(tenures=(Tenure(person),)))


def _downwards(edge: Edge) -> Edge:
    ends = (edge.source, edge.target) if edge.kind == "leads" else (edge.target, edge.source)
    return Edge(edge.id, *ends, order=edge.order)
