"""What reading needs is gone once a file is read, without a search for garbage: a large file is opened without one."""

import gc

import pytest

from editor.graphml.reading import read_graphml

COUNT = 1000
HEAD = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
    '<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" yfiles.type="edgegraphics"/><graph>'
)
NODE = (
    '<node id="n{number}"><data key="d0"><y:ShapeNode>{comment}<y:Geometry height="30.0" width="90.0" x="{number}.0"'
    ' y="0.0"/><y:NodeLabel>Enhet {number}</y:NodeLabel></y:ShapeNode></data></node>'
)
EDGE = (
    '<edge id="e{number}" source="n0" target="n{number}"><data key="d1"><y:PolyLineEdge>{comment}<y:Path sx="0.0"'
    ' sy="0.0" tx="{number}.0" ty="0.0"/></y:PolyLineEdge></data></edge>'
)


@pytest.mark.parametrize("comment", ["", "<!-- read by the parser -->"], ids=["by stencils", "by the parser"])
def test_reading_leaves_no_garbage(comment: str) -> None:
    parts = [pattern.format(number=number, comment=comment) for pattern in (NODE, EDGE) for number in range(COUNT)]
    data = f"{HEAD}{''.join(parts)}</graph></graphml>".encode()
    gc.collect()
    gc.disable()
    try:
        reading = read_graphml(data)
        found = gc.collect()
    finally:
        gc.enable()
    assert len(reading.document.nodes) == COUNT
    assert found < COUNT / 10
