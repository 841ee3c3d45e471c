"""Made-up organisations of any size, always the same for the same size, as documents and as yEd files."""

import random
from xml.sax.saxutils import escape

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node

SEED = 20090101
SECOND_RELATIONS = 0.02
WIDTH_PX, HEIGHT_PX, GAP_PX, LEVEL_PX = 184.0, 48.0, 16.0, 96.0
POSTS = ("Avdelning", "Enhet", "Kontor", "Förvaltning", "Nämnd", "Stab", "Utskott", "Sektion")
FIELDS = (
    "äldreomsorg",
    "gymnasieskola",
    "miljö och hälsa",
    "stadsbyggnad",
    "ekonomi",
    "personal",
    "kultur",
    "räddning",
)

HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" \
xmlns:yed="http://www.yworks.com/xml/yed/3">
  <!--Created by yEd 3.23-->
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
"""
NODE = """    <node id="{id}">
      <data key="d0">
        <y:ShapeNode>
          <y:Geometry height="{h}" width="{w}" x="{x}" y="{y}"/>
          <y:Fill color="#EAF4F5" transparent="false"/>
          <y:BorderStyle color="#0B5563" type="line" width="1.0"/>
          <y:NodeLabel alignment="center" autoSizePolicy="content" fontFamily="Dialog" fontSize="12" \
fontStyle="plain" modelName="internal" modelPosition="c" textColor="#000000" visible="true">{name}</y:NodeLabel>
          <y:Shape type="roundrectangle"/>
        </y:ShapeNode>
      </data>
    </node>
"""
EDGE = """    <edge id="{id}" source="{source}" target="{target}">
      <data key="d1">
        <y:PolyLineEdge>
          <y:Path sx="0.0" sy="0.0" tx="0.0" ty="0.0"/>
          <y:LineStyle color="#55606C" type="line" width="1.0"/>
          <y:Arrows source="none" target="none"/>
          <y:BendStyle smoothed="false"/>
        </y:PolyLineEdge>
      </data>
    </edge>
"""


def parents_of(count: int) -> list[int | None]:
    """Box → the box above it: every manager has 3 to 9 reports, filled level by level."""
    chance = random.Random(SEED)
    parents: list[int | None] = [None]
    manager = 0
    while len(parents) < count:
        parents.extend([manager] * min(chance.randint(3, 9), count - len(parents)))
        manager += 1
    return parents


def second_relations(count: int) -> list[tuple[int, int]]:
    chance = random.Random(SEED + 1)
    return [(chance.randrange(count), chance.randrange(1, count)) for _ in range(int(count * SECOND_RELATIONS))]


def organisation(count: int, second: bool = True) -> Document:
    """A document of so many boxes, each level a row."""
    parents = parents_of(count)
    nodes = [Node(f"n{index}", _name(index), box=box, order=float(index)) for index, box in enumerate(_boxes(parents))]
    pairs = [(parent, child) for child, parent in enumerate(parents) if parent is not None]
    extra = second_relations(count) if second else []
    edges = [Edge(f"e{index}", f"n{a}", f"n{b}", order=float(index)) for index, (a, b) in enumerate(pairs)]
    edges += [
        Edge(f"s{index}", f"n{a}", f"n{b}", kind="cooperates_with", order=float(len(pairs) + index))
        for index, (a, b) in enumerate(extra)
    ]
    return Document(nodes, edges)


def yed_file(count: int) -> bytes:
    """The same as a file that yEd might have written."""
    document = organisation(count)
    nodes = (
        NODE.format(id=node.id, name=escape(node.name), x=box.x, y=box.y, w=box.width, h=box.height)
        for node in document.nodes.values()
        if (box := node.box) is not None
    )
    edges = (EDGE.format(id=edge.id, source=edge.source, target=edge.target) for edge in document.edges.values())
    return (HEAD + "".join(nodes) + "".join(edges) + "  </graph>\n</graphml>\n").encode()


def plain_dot(count: int) -> str:
    """The tree as the simplest question one can put to Graphviz: fixed sizes, nothing else."""
    pairs = ((parent, child) for child, parent in enumerate(parents_of(count)) if parent is not None)
    head = f'digraph {{ node [shape=box fixedsize=true width={WIDTH_PX / 72} height={HEIGHT_PX / 72} label=""]\n'
    return head + "".join(f"n{a} -> n{b}\n" for a, b in pairs) + "}\n"


def _boxes(parents: list[int | None]) -> list[Rect]:
    levels: list[int] = []
    filled: dict[int, int] = {}
    boxes = []
    for parent in parents:
        level = 0 if parent is None else levels[parent] + 1
        column = filled.get(level, 0)
        filled[level] = column + 1
        levels.append(level)
        boxes.append(Rect(column * (WIDTH_PX + GAP_PX), level * LEVEL_PX, WIDTH_PX, HEIGHT_PX))
    return boxes


def _name(index: int) -> str:
    post, field = POSTS[index % len(POSTS)], FIELDS[index // len(POSTS) % len(FIELDS)]
    return f"{post} {index}\nför {field}"
