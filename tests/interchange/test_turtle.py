"""The structure as RDF: valid by the W3C Organization Ontology, complete, and the same every time."""

from pathlib import Path

import pytest
from rdflib import FOAF, ORG, RDF, RDFS, SKOS, Graph, Literal, URIRef

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
