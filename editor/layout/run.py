"""Laying out while the caller waits: for the command line."""

import subprocess
import time
from collections.abc import Mapping

from editor.layout.answer import Arrangement
from editor.layout.arrange import Plan
from editor.layout.engine import Engine, GraphvizError, find_engine
from editor.layout.presets import Preset
from editor.layout.shapes import ASPECT
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary

LONGEST_S = 60.0


def arrange(
    document: Document,
    vocabulary: Vocabulary,
    sizes: Mapping[str, tuple[float, float]],
    preset: Preset,
    engine: str | None = None,
    longest_s: float = LONGEST_S,
    timing: dict[str, float] | None = None,
    aspect: float = ASPECT,
    rough: bool = False,
) -> Arrangement:
    """Ask Graphviz and wait; raises `GraphvizError` when it fails or takes longer than `longest_s`.

    aspect: width to height of the room for the chart on its page.
    rough: leave out the lines beside the tree.
    timing: is told under "graphviz_ms" how long Graphviz took.
    """
    plan = Plan(document, vocabulary, sizes, preset, aspect, rough)
    question = plan.question()
    asked = time.perf_counter()
    answer = _ask(find_engine(engine), preset, question, longest_s)
    if timing is not None:
        timing["graphviz_ms"] = (time.perf_counter() - asked) * 1000
    return plan.answer(answer)


def _ask(engine: Engine, preset: Preset, question: str, longest_s: float) -> str:
    try:
        done = subprocess.run(
            engine.command(preset.engine), input=question.encode(), capture_output=True, timeout=longest_s, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise GraphvizError("Graphviz tog för lång tid.", "Graphviz took too long.") from error
    except OSError as error:
        raise GraphvizError("Graphviz kunde inte startas.", "Graphviz could not be started.", str(error)) from error
    if done.returncode:
        raise GraphvizError("Graphviz misslyckades.", "Graphviz failed.", done.stderr.decode(errors="replace"))
    return done.stdout.decode(errors="replace")
