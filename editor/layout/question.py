"""The question put to Graphviz, in DOT, and reading its answer: parts of a chart as boxes, and lines between them."""

from collections.abc import Iterable, Mapping

from editor.geometry import Point
from editor.layout.plain import PlainGraph, inches, incomplete
from editor.layout.presets import Preset


class Question:
    """Parts by our own names, so that no text of the user's is ever quoted."""

    def __init__(
        self, preset: Preset, sizes: Mapping[str, tuple[float, float]], links: Iterable[tuple[str, str]]
    ) -> None:
        import graphviz  # brings processes and archives along; the window starts without them

        self._names = {id: f"n{place}" for place, id in enumerate(sizes)}
        graph = graphviz.Digraph(engine=preset.engine)
        graph.attr(overlap="false", ordering="out")
        if preset.engine != "dot":
            graph.attr(sep=f"+{preset.beside_px / 2:.0f}")
        graph.attr(nodesep=inches(preset.beside_px), ranksep=inches(preset.between_px))
        graph.attr("node", shape="box", fixedsize="true", label="")
        for id, (width, height) in sizes.items():
            graph.node(self._names[id], width=inches(width), height=inches(height))
        for source, target in links:
            graph.edge(self._names[source], self._names[target])
        self.text = str(graph.source)

    def centres(self, answer: PlainGraph) -> dict[str, Point]:
        """Where Graphviz puts the centres, y downwards; GraphvizError where the answer is not whole."""
        if any(name not in answer.nodes for name in self._names.values()):
            raise incomplete()
        return {id: answer.nodes[name] for id, name in self._names.items()}
