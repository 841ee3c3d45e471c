"""What the vocabulary makes of a record's look for other programs."""

from pathlib import Path

from editor.model.appearance import ARROWS, Appearance
from editor.model.records import NO_LOOK, Edge, Facts, Info, Look, Node
from editor.model.vocabulary import Relation, load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
APPEARANCE = Appearance(VOCABULARY)


def test_a_kind_gets_its_sectors_colours_and_a_stated_sector_wins() -> None:
    assert APPEARANCE.node(Node("a", kind="council")).border == VOCABULARY.sectors["political"].color
    elsewhere = Node("a", kind="council", facts=Facts(sector="company"))
    assert APPEARANCE.node(elsewhere).fill == VOCABULARY.sectors["company"].tint


def test_what_the_record_asks_for_itself_wins() -> None:
    look = APPEARANCE.node(Node("a", kind="council", look=Look(fill="#123456")))
    assert look.fill == "#123456" and look.border == VOCABULARY.sectors["political"].color


def test_no_kind_no_opinion() -> None:
    assert APPEARANCE.node(Node("a")) == NO_LOOK
    assert APPEARANCE.edge(Edge("e", "a", "b", look=Look(border="#ff0000"))) == Look(border="#ff0000")


def test_state_is_shown_by_form() -> None:
    assert APPEARANCE.node(Node("a", kind="post", facts=Facts(status="planned"))).border_style == "dashed"
    ended = APPEARANCE.node(Node("a", kind="post", facts=Facts(status="ended")))
    assert ended.border != VOCABULARY.sectors["administration"].color


def test_lines_follow_their_relation() -> None:
    owns = APPEARANCE.edge(Edge("e", "a", "b", kind="owns"))
    assert owns.target_arrow == "diamond" and owns.border_style == "line"
    assert APPEARANCE.edge(Edge("e", "a", "b", kind="deputises_for")).border_style == "dashed"
    assert APPEARANCE.edge(Edge("e", "a", "b", kind="decides_on")).border_width == 3.0


def test_every_end_mark_has_an_arrow() -> None:
    marks = {relation.end_mark for relation in VOCABULARY.relations.values()} | {Relation("r", {}).end_mark}
    assert marks <= set(ARROWS)


def test_it_answers_for_any_record() -> None:
    node, edge = Node("a", kind="council"), Edge("e", "a", "b", kind="owns")
    assert APPEARANCE(node) == APPEARANCE.node(node) and APPEARANCE(edge) == APPEARANCE.edge(edge)
    assert APPEARANCE(Info()) == NO_LOOK
