"""The structure as RDF in Turtle, by the W3C Organization Ontology (https://www.w3.org/TR/vocab-org/).

Elements get the classes that the vocabulary maps their kinds to. A term of ORG is used for a relation only where its
ends are what ORG says they are; otherwise the relation keeps a term of our own, so that the graph stays valid. Tenures
become memberships in a role, since `org:heldBy` knows no time; whole dates are told by OWL-Time, all others as EDTF.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from rdflib import DCTERMS, FOAF, ORG, RDF, RDFS, SKOS, TIME, XSD, Graph, Literal, Namespace, URIRef

from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Node, Source, SourceDocument, Tenure
from editor.model.vocabulary import Texts, Vocabulary

LG = Namespace("urn:ledgraf:term:")
ELEMENT = "urn:ledgraf:element:"
PERSON = "urn:ledgraf:person:"
TENURE = "urn:ledgraf:tenure:"
ROLE = "urn:ledgraf:role:"
DOCUMENT = "urn:ledgraf:document:"
WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
Triple = tuple[URIRef, URIRef, URIRef | Literal]

OUR_ORGANISATIONS = frozenset(
    {"subcommittee", "drafting_body", "audit", "advisory_council", "management_team", "forum"}
)
"""Kinds that ORG has no class for, but that are bodies or groups of people."""
ORG_CLASSES = frozenset({"Organization", "FormalOrganization", "OrganizationalUnit", "OrganizationalCollaboration"})
POSTS = frozenset({"post", "elected_office"})


def to_turtle(document: Document, vocabulary: Vocabulary) -> str:
    """Turtle text; the same document gives the same text."""
    graph = Graph()
    for prefix, namespace in (
        ("org", ORG),
        ("foaf", FOAF),
        ("lg", LG),
        ("skos", SKOS),
        ("dcterms", DCTERMS),
        ("time", TIME),
    ):
        graph.bind(prefix, namespace)
    for triple in _Writer(document, vocabulary).triples():
        graph.add(triple)
    return str(graph.serialize(format="turtle"))


class _Writer:
    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document, self._vocabulary = document, vocabulary
        self._lang = document.info.lang or None

    def triples(self) -> Iterator[Triple]:
        for node in self._document.nodes.values():
            yield from self._element(node)
        for edge in self._document.edges.values():
            yield from self._relation(edge)
        for document in self._document.info.documents:
            yield from self._source_document(document)
        for kind in sorted({node.kind for node in self._document.nodes.values() if node.kind}):
            yield from self._class(kind)

    # Elements.

    def _element(self, node: Node) -> Iterator[Triple]:
        subject = _iri(node.id)
        yield subject, RDF.type, self._class_of(node.kind)
        if node.name.strip():
            yield subject, SKOS.prefLabel, Literal(" ".join(node.name.split()), lang=self._lang)
        for term, value in self._said_of(node):
            yield subject, term, value
        yield from _sources(subject, node.facts.sources)
        if node.kind in POSTS:
            yield from self._role(node)
        for number, tenure in enumerate(node.facts.tenures):
            if is_vacancy(tenure):
                continue  # nobody is no person
            yield from self._tenure(node, tenure, URIRef(f"{TENURE}{quote(node.id, safe='')}:{number}"))
        if node.group is not None:
            yield subject, LG.inside, _iri(node.group)

    def _said_of(self, node: Node) -> Iterator[tuple[URIRef, Literal]]:
        facts = node.facts
        for term, text in ((LG["from"], facts.start), (LG.to, facts.end)):
            if text:
                yield term, Literal(text)
        for term, text in ((LG.status, facts.status), (LG.certainty, facts.certainty), (LG.sector, facts.sector)):
            if text:
                yield term, Literal(text)
        for term, number in ((LG["count"], facts.count), (LG.perYear, facts.per_year)):
            if number is not None:
                yield term, Literal(number, datatype=XSD.integer)
        for task in facts.tasks:
            yield ORG.purpose if self._is_organisation(node) else LG.task, Literal(task.text, lang=self._lang)

    def _tenure(self, node: Node, tenure: Tenure, subject: URIRef) -> Iterator[Triple]:
        person = URIRef(PERSON + quote(tenure.person or tenure.name, safe=""))
        yield person, RDF.type, FOAF.Person
        yield person, FOAF.name, Literal(tenure.name)
        if node.kind in POSTS:
            yield _iri(node.id), ORG.heldBy, person
            yield person, ORG.holds, _iri(node.id)
            yield subject, ORG.role, URIRef(ROLE + quote(node.id, safe=""))
        yield subject, RDF.type, ORG.Membership
        yield subject, ORG.member, person
        yield subject, LG.post, _iri(node.id)
        for body in self._led_by(node):
            yield subject, ORG.organization, _iri(body)
        if tenure.party:
            yield subject, LG.party, Literal(tenure.party)
        for term, text in ((LG["from"], tenure.start), (LG.to, tenure.end), (LG.certainty, tenure.certainty)):
            if text:
                yield subject, term, Literal(text)
        yield from _during(subject, tenure)
        yield from _sources(subject, tenure.sources)

    def _role(self, post: Node) -> Iterator[Triple]:
        """What the holders of a post are, said apart from the post."""
        role = URIRef(ROLE + quote(post.id, safe=""))
        yield role, RDF.type, ORG.Role
        if post.name.strip():
            yield role, SKOS.prefLabel, Literal(" ".join(post.name.split()), lang=self._lang)
        yield _iri(post.id), ORG.role, role

    def _source_document(self, document: SourceDocument) -> Iterator[Triple]:
        subject = URIRef(DOCUMENT + quote(document.id, safe=""))
        yield subject, RDF.type, FOAF.Document
        yield subject, DCTERMS.title, Literal(document.title, lang=self._lang)
        for term, text in ((DCTERMS.publisher, document.publisher), (DCTERMS.date, document.date)):
            if text:
                yield subject, term, Literal(text)

    def _led_by(self, post: Node) -> Iterator[str]:
        """The organisations that a post leads: what its holders are members of."""
        for edge in self._document.edges.values():
            is_led = edge.source == post.id and edge.kind in ("leads", "chairs")
            if is_led and self._is_organisation(self._document.nodes[edge.target]):
                yield edge.target

    # Relations.

    def _relation(self, edge: Edge) -> Iterator[Triple]:
        source, target = self._document.nodes[edge.source], self._document.nodes[edge.target]
        kind = edge.kind or "related"
        term = self._property_of(kind, source, target)
        yield _iri(source.id), term, _iri(target.id)
        yield from self._stated(edge, term)
        is_head = kind in ("leads", "chairs") and source.kind in POSTS and self._is_organisation(target)
        if is_head:
            yield _iri(source.id), ORG.postIn, _iri(target.id)
        if kind == "becomes" and self._is_organisation(source) and self._is_organisation(target):
            yield from self._change(edge)

    def _stated(self, edge: Edge, term: URIRef) -> Iterator[Triple]:
        """When a relation held and how sure it is, said of the statement that it makes."""
        facts = edge.facts
        said = [("from", facts.start), ("to", facts.end), ("status", facts.status), ("certainty", facts.certainty)]
        if any(text for _, text in said):
            statement = URIRef(f"urn:ledgraf:relation:{quote(edge.id, safe='')}")
            yield statement, RDF.type, RDF.Statement
            yield statement, RDF.subject, _iri(edge.source)
            yield statement, RDF.predicate, term
            yield statement, RDF.object, _iri(edge.target)
            yield from _sources(statement, facts.sources)
            yield from ((statement, LG[name], Literal(text)) for name, text in said if text)

    def _change(self, edge: Edge) -> Iterator[Triple]:
        event = URIRef(f"urn:ledgraf:change:{quote(edge.target, safe='')}")
        yield event, RDF.type, ORG.ChangeEvent
        yield event, ORG.originalOrganization, _iri(edge.source)
        yield event, ORG.resultingOrganization, _iri(edge.target)
        yield _iri(edge.source), ORG.changedBy, event
        yield _iri(edge.target), ORG.resultedFrom, event
        if edge.facts.start:
            yield event, DCTERMS.date, Literal(edge.facts.start)

    def _property_of(self, kind: str, source: Node, target: Node) -> URIRef:
        """ORG's property where ORG allows it between these two, else our own."""
        if kind == "part_of" and self._is_organisation(target):
            return self._part_of(source)
        both = self._is_organisation(source) and self._is_organisation(target)
        is_agent = self._is_organisation(source) or source.kind in ("person", *POSTS)
        allowed = {
            "reports_to": (ORG.reportsTo, is_agent and (self._is_organisation(target) or target.kind in POSTS)),
            "member_of": (ORG.memberOf, source.kind == "person" and self._is_organisation(target)),
            "cooperates_with": (ORG.linkedTo, both),
            "leads": (ORG.headOf, source.kind == "person" and self._is_organisation(target)),
        }
        term, is_allowed = allowed.get(kind, (None, False))
        return term if term is not None and is_allowed else LG[_camel(kind)]

    def _part_of(self, source: Node) -> URIRef:
        """How something belongs to an organisation: as a unit, as an organisation of its own, or as a place."""
        named = self._class_of(source.kind)
        if named == ORG.OrganizationalUnit:
            return ORG.unitOf
        if named == ORG.Site:
            return ORG.siteOf
        if source.kind in POSTS:
            return ORG.postIn
        return ORG.subOrganizationOf if self._is_organisation(source) else LG.partOf

    # Classes.

    def _is_organisation(self, node: Node) -> bool:
        if node.kind in OUR_ORGANISATIONS:
            return True
        prefix, _, name = self._mapping(node.kind)
        return prefix == "org" and name in ORG_CLASSES

    def _mapping(self, kind: str | None) -> tuple[str, str, str]:
        known = self._vocabulary.kind(kind)
        return known.mapping.partition(":") if known is not None else ("", "", "")

    def _class_of(self, kind: str | None) -> URIRef:
        prefix, _, name = self._mapping(kind)
        if prefix == "org" and name in ORG_CLASSES | {"Post", "Site"}:
            return URIRef(ORG[name])
        if prefix == "foaf":
            return URIRef(FOAF[name])
        return LG[_camel(kind, first_upper=True)] if kind else LG.Element

    def _class(self, kind: str) -> Iterator[Triple]:
        """What a class of our own is, for readers that don't know it."""
        named = self._class_of(kind)
        if not named.startswith(LG):
            return
        yield named, RDF.type, RDFS.Class
        if kind in OUR_ORGANISATIONS:
            yield named, RDFS.subClassOf, ORG.OrganizationalUnit if kind == "subcommittee" else ORG.Organization
        known = self._vocabulary.kind(kind)
        yield from _texts(named, RDFS.label, known.label if known is not None else {})


def _sources(subject: URIRef, sources: Iterable[Source]) -> Iterator[Triple]:
    for source in sources:
        yield subject, DCTERMS.source, URIRef(DOCUMENT + quote(source.document, safe=""))


def _during(membership: URIRef, tenure: Tenure) -> Iterator[Triple]:
    """The time of a tenure by OWL-Time, as far as its days are whole."""
    ends = [(name, date) for name, date in (("Beginning", tenure.start), ("End", tenure.end)) if date]
    whole = [(name, date) for name, date in ends if _is_day(date)]
    if not whole:
        return
    interval = URIRef(f"{membership}:time")
    yield membership, ORG.memberDuring, interval
    yield interval, RDF.type, TIME.Interval
    for name, date in whole:
        instant = URIRef(f"{interval}:{name.lower()}")
        yield interval, TIME[f"has{name}"], instant
        yield instant, RDF.type, TIME.Instant
        yield instant, TIME.inXSDDate, Literal(date, datatype=XSD.date)


def _is_day(date: str) -> bool:
    """Whether a date is a whole one that the calendar has; another is told as it is written only."""
    try:
        return bool(WHOLE_DATE.fullmatch(date) and datetime.date.fromisoformat(date))
    except ValueError:
        return False


def _texts(subject: URIRef, term: URIRef, texts: Texts) -> Iterator[Triple]:
    for lang, text in texts.items():
        yield subject, term, Literal(text, lang=lang)


def _iri(id: str) -> URIRef:
    return URIRef(ELEMENT + quote(id, safe=""))


def _camel(id: str, first_upper: bool = False) -> str:
    first, *rest = quote(id, safe="").split("_")
    return (first.capitalize() if first_upper else first) + "".join(word.capitalize() for word in rest)
