"""A save passes by the insides of elements that don't change, and still finds every element where it stands."""

from array import array
from pathlib import Path

import pytest

from editor.graphml.errors import GraphmlError
from editor.graphml.locating import Locator, located
from editor.graphml.reading import read_graphml
from editor.graphml.scan import Element
from editor.graphml.shortening import Shortened
from editor.graphml.spans import Spans

SHARED = Path(__file__).parents[2].parent / "shared" / "graphml"
LARGEST_BYTES = 3_000_000
NO_SPANS = Spans(array("q"), array("q"))
FILE = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="t" for="all" attr.name="text" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a > b" title='c > "d"'><data key="t">å &gt; <!-- <node id="no"/> --> ö</data></node>
    <node id="g"><data key="t">grupp</data><graph><node id="in"><data key="t"><![CDATA[</node>]]></data></node></graph></node>
    <node id="p"><port name="north"/><data key="t">port</data></node>
    <node id="empty"/><node id="bare"></node>
    <edge source="in" target="p"><data key="t">x</data><graph><node id="deep"><data key="t">y</data></node></graph></edge>
    <edge source="p" target="empty"/>
  </graph>
</graphml>
""".encode()  # noqa: E501


def places(found: Locator) -> list[tuple[str, int, int, str | None]]:
    elements: list[Element] = [*found.graphs, *found.nodes, *found.edges, *found.keys]
    return [(each.tag, each.start, each.close, each.attributes.get("id")) for each in elements]


def same_places(data: bytes) -> int:
    """How many bytes are passed by."""
    baseline = read_graphml(data).baseline
    quick = located(baseline.text, (), (), baseline.spans)
    assert places(quick) == places(located(baseline.text, (), (), NO_SPANS))
    return sum(end - start for start, end in quick.passed.values())


def test_every_element_is_found_where_it_stands() -> None:
    assert same_places(FILE) > 60


def test_what_holds_other_elements_is_looked_into() -> None:
    baseline = read_graphml(FILE).baseline
    found = located(baseline.text, (), (), baseline.spans)
    assert [node.attributes["id"] for node in found.nodes] == ["a > b", "g", "in", "p", "empty", "bare", "deep"]
    passed = {baseline.text[start:end].decode() for start, end in found.passed.values()}
    assert not any("<graph" in inside or "<port" in inside for inside in passed)


def test_the_elements_that_change_are_looked_into() -> None:
    baseline = read_graphml(FILE).baseline
    found = located(baseline.text, {0}, {0}, baseline.spans)
    assert {(holder.tag, holder.ordinal) for holder in found.units if holder.tag in ("node", "edge")} == {
        ("node", 0),
        ("edge", 0),
    }


def test_a_shortened_text_knows_where_its_bytes_stand() -> None:
    whole = b"0123456789"
    short = Shortened(whole, [(7, 9), (2, 5)])
    assert short.text == b"01569"
    assert [whole[short.place(at)] for at in range(len(short.text))] == [*short.text]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real files is not here")
def test_in_real_files_every_element_is_found_where_it_stands() -> None:
    checked = 0
    for path in sorted(SHARED.rglob("*.graphml")):
        if path.stat().st_size < LARGEST_BYTES:
            try:
                same_places(path.read_bytes())
            except GraphmlError:
                continue
            checked += 1
    assert checked > 20
