"""The structure as RDF: valid by the W3C Organization Ontology, complete, and the same every time."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, ORG, RDF, RDFS, SKOS, TIME, XSD, Graph, Literal, URIRef

from editor.cli import main
from editor.graphml.reading import read_graphml
from editor.interchange.turtle import ELEMENT, LG, to_turtle
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
SAMPLES = sorted((ROOT / "samples").glob("*.graphml"))
ORGANISATIONS = {ORG.Organization, ORG.FormalOrganization, ORG.OrganizationalUnit, ORG.OrganizationalCollaboration}
AGENTS = {*ORGANISATIONS, FOAF.Person}
ENDS = {
    # https://www.w3.org/TR/vocab-org/: property, classes of its subject, classes of its object
    ORG.unitOf: ({ORG.OrganizationalUnit}, ORGANISATIONS),
    ORG.subOrganizationOf: (ORGANISATIONS, ORGANISATIONS),
    ORG.siteOf: ({ORG.Site}, ORGANISATIONS),
    ORG.holds: (AGENTS, {ORG.Post}),
    ORG.role: ({ORG.Membership, ORG.Post}, {ORG.Role}),
    ORG.memberDuring: ({ORG.Membership}, {TIME.Interval}),
    ORG.changedBy: (ORGANISATIONS, {ORG.ChangeEvent}),
    ORG.resultedFrom: (ORGANISATIONS, {ORG.ChangeEvent}),
    ORG.reportsTo: ({*AGENTS, ORG.Post}, {*AGENTS, ORG.Post}),
    ORG.memberOf: (AGENTS, ORGANISATIONS),
    ORG.linkedTo: (ORGANISATIONS, ORGANISATIONS),
    ORG.headOf: (AGENTS, ORGANISATIONS),
    ORG.postIn: ({ORG.Post}, ORGANISATIONS),
    ORG.heldBy: ({ORG.Post}, AGENTS),
    ORG.member: ({ORG.Membership}, AGENTS),
    ORG.organization: ({ORG.Membership}, ORGANISATIONS),
    ORG.originalOrganization: ({ORG.ChangeEvent}, ORGANISATIONS),
    ORG.resultingOrganization: ({ORG.ChangeEvent}, ORGANISATIONS),
}


ORG_CLASSES = {
    *("Organization", "OrganizationalCollaboration", "FormalOrganization", "OrganizationalUnit"),
    *("Membership", "Role", "Post", "Site", "ChangeEvent"),
}
ORG_PROPERTIES = {
    *("subOrganizationOf", "transitiveSubOrganizationOf", "hasSubOrganization", "purpose", "hasUnit", "unitOf"),
    *("classification", "identifier", "linkedTo", "memberOf", "hasMember", "reportsTo"),
    *("member", "organization", "role", "hasMembership", "memberDuring", "remuneration", "roleProperty", "headOf"),
    *("hasPost", "postIn", "holds", "heldBy"),
    *("location", "siteAddress", "hasSite", "siteOf", "hasPrimarySite", "hasRegisteredSite", "basedAt"),
    *("originalOrganization", "changedBy", "resultedFrom", "resultingOrganization"),
}
"""Every term of https://www.w3.org/TR/vocab-org/."""


def parsed(document: Document) -> Graph:
    return Graph().parse(data=to_turtle(document, VOCABULARY), format="turtle")


def classes(graph: Graph, subject: object) -> set[object]:
    own = set(graph.objects(subject, RDF.type))
    return own | {higher for one in own for higher in graph.objects(one, RDFS.subClassOf)}


def iri(id: str) -> URIRef:
    return URIRef(ELEMENT + id)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_term_of_org_stands_between_what_org_says(sample: Path) -> None:
    graph = parsed(read_graphml(sample.read_bytes()).document)
    used = [(s, p, o) for s, p, o in graph if str(p).startswith(str(ORG)) and p != ORG.purpose]
    assert used
    for subject, term, target in used:
        subjects, targets = ENDS[term]
        assert classes(graph, subject) & subjects, (subject, term)
        assert classes(graph, target) & targets, (term, target)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_element_and_relation_is_there(sample: Path) -> None:
    document = read_graphml(sample.read_bytes()).document
    graph = parsed(document)
    for node in document.nodes.values():
        assert (iri(node.id), RDF.type, None) in graph
    for edge in document.edges.values():
        assert set(graph.predicates(iri(edge.source), iri(edge.target)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_file_that_is_exported_uses_only_terms_that_org_has(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.ttl"
    assert main(["export", str(sample), "-o", str(target)]) == 0
    graph = Graph().parse(target, format="turtle")
    used_classes = {str(named) for named in graph.objects(None, RDF.type) if str(named).startswith(str(ORG))}
    used_properties = {str(term) for term in graph.predicates() if str(term).startswith(str(ORG))}
    assert used_classes and used_classes <= {str(ORG) + name for name in ORG_CLASSES}
    assert used_properties and used_properties <= {str(ORG) + name for name in ORG_PROPERTIES}
    for membership in graph.subjects(RDF.type, ORG.Membership):
        assert len(list(graph.objects(membership, ORG.member))) == 1
        assert (next(graph.objects(membership, ORG.role)), RDF.type, ORG.Role) in graph
    for source in graph.objects(None, DCTERMS.source):
        assert (source, RDF.type, FOAF.Document) in graph


def test_a_merger_is_one_event_of_three_and_one() -> None:
    sample = next(path for path in SAMPLES if path.stem == "hassleholm")
    graph = parsed(read_graphml(sample.read_bytes()).document)
    (event,) = graph.subjects(RDF.type, ORG.ChangeEvent)
    assert len(set(graph.objects(event, ORG.originalOrganization))) == 3
    assert list(graph.objects(event, ORG.resultingOrganization)) == [iri("kommunledningskontoret")]
    assert (event, DCTERMS.date, Literal("2009-01-01")) in graph


def test_the_same_document_gives_the_same_text() -> None:
    document = read_graphml(SAMPLES[0].read_bytes()).document
    assert to_turtle(document, VOCABULARY) == to_turtle(document, VOCABULARY)


def test_a_tenure_is_a_membership_with_its_dates() -> None:
    tenure = Tenure("Ada Ek", person="ada", party="x", start="2009-01-01")
    nodes = [Node("chef", "Chef", "post", facts=Facts(tenures=(tenure,))), Node("stab", "Staben", "staff_unit")]
    graph = parsed(Document(nodes=nodes, edges=[Edge("e", "chef", "stab", kind="leads")], info=Info(lang="sv")))
    (membership,) = graph.subjects(RDF.type, ORG.Membership)
    (person,) = graph.objects(membership, ORG.member)
    assert (person, FOAF.name, Literal("Ada Ek")) in graph
    assert (membership, LG["from"], Literal("2009-01-01")) in graph
    assert (membership, ORG.organization, iri("stab")) in graph
    assert (person, ORG.holds, iri("chef")) in graph
    (time,) = graph.objects(membership, ORG.memberDuring)
    (begins,) = graph.objects(time, TIME.hasBeginning)
    assert (begins, TIME.inXSDDate, Literal("2009-01-01", datatype=XSD.date)) in graph
    assert not set(graph.objects(time, TIME.hasEnd))
    assert (iri("stab"), SKOS.prefLabel, Literal("Staben", lang="sv")) in graph


def test_odd_ids_and_elements_without_a_kind() -> None:
    nodes = [Node('n0::n1 "å"<>', "A"), Node("b", "", "okänt slag")]
    graph = parsed(Document(nodes=nodes, edges=[Edge("e", "b", 'n0::n1 "å"<>')]))
    assert len(set(graph.subjects(RDF.type, None))) >= 2


def test_a_relation_says_when_it_held() -> None:
    facts = Facts(start="2009", end="2010-06", certainty="interpreted")
    graph = parsed(Document(nodes=[Node("a"), Node("b")], edges=[Edge("e", "a", "b", kind="supports", facts=facts)]))
    (statement,) = graph.subjects(RDF.type, RDF.Statement)
    assert (statement, RDF.predicate, LG.supports) in graph
    assert {str(value) for value in graph.objects(statement, None)} >= {"2009", "2010-06", "interpreted"}
