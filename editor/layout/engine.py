"""Finding the Graphviz program, and what is said when it does not do its work."""

import shutil
import sys
from pathlib import Path

import msgspec

from editor.errors import UserError

STDERR_SHOWN = 300


class Engine(msgspec.Struct, frozen=True):
    """A Graphviz program that reads DOT on its input; the engine is chosen with -K."""

    path: str

    def command(self, engine: str) -> list[str]:
        return [self.path, f"-K{engine}", "-Tplain"]


class GraphvizError(UserError):
    """Graphviz is missing, gave up, took too long, or answered something that is no layout."""

    def __init__(self, sv: str, en: str, stderr: str = "") -> None:
        said = f" ({' '.join(stderr.split())[:STDERR_SHOWN]})" if stderr.strip() else ""
        advice = {"sv": "Kontrollera Graphviz i inställningarna.", "en": "Check Graphviz in the settings."}
        super().__init__({"sv": sv + said, "en": en + said}, advice)


def find_engine(user_setting: str | None = None) -> Engine:
    """The user's own choice, else the program installed beside this Python, else `dot` on the path."""
    if user_setting:
        path = shutil.which(user_setting)
    else:
        path = shutil.which("graphviz-pure", path=str(Path(sys.executable).parent)) or shutil.which("dot")
    if path is None:
        raise GraphvizError("Graphviz hittades inte.", "Graphviz was not found.")
    return Engine(path)
