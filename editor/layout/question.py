"""The question put to Graphviz, in DOT, and reading its answer: parts of a chart as boxes, and lines between them."""

from collections.abc import Iterable, Mapping

from editor.geometry import Point
from editor.layout.engine import GraphvizError
from editor.layout.presets import Preset

UNIT_PX = 72.0


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
        graph.attr(nodesep=_inches(preset.beside_px), ranksep=_inches(preset.between_px))
        graph.attr("node", shape="box", fixedsize="true", label="")
        for id, (width, height) in sizes.items():
            graph.node(self._names[id], width=_inches(width), height=_inches(height))
        for source, target in links:
            graph.edge(self._names[source], self._names[target])
        self.text = str(graph.source)

    def centres(self, answer: str) -> dict[str, Point]:
        """Where Graphviz puts the centres, y downwards; GraphvizError where the answer is none or not whole."""
        places = _places(answer)
        if any(name not in places for name in self._names.values()):
            raise GraphvizError("Graphviz svarade ofullständigt.", "Graphviz gave an incomplete answer.")
        return {id: places[name] for id, name in self._names.items()}


def _inches(pixels: float) -> str:
    return f"{pixels / UNIT_PX:.4f}"


def _places(text: str) -> dict[str, Point]:
    """Centres by name from Graphviz's plain format, which counts in inches, upwards."""
    lines = [line.split() for line in text.splitlines()]
    try:
        height = next(float(words[3]) for words in lines if words[:1] == ["graph"])
        nodes = (words for words in lines if words[:1] == ["node"])
        return {words[1]: Point(float(words[2]) * UNIT_PX, (height - float(words[3])) * UNIT_PX) for words in nodes}
    except (StopIteration, ValueError, IndexError) as error:
        raise GraphvizError("Graphviz svar gick inte att läsa.", "Graphviz's answer could not be read.") from error
