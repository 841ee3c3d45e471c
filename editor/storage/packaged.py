"""What travels with the program: `resources/` and `samples/`, found the same way in the checkout and when installed."""

from pathlib import Path

import msgspec

SAMPLE_NAMES = ("sodertalje", "hassleholm", "norrtalje", "kommun-utan-namn", "haninge")
"""In the order in which they are offered; any others follow by name."""


class Sample(msgspec.Struct, frozen=True):
    """A chart that comes with the program: the name it is asked for by, and where it lies."""

    name: str
    path: Path


def resources_dir() -> Path:
    """The vocabulary, icons, themes and translations."""
    return _travelling("resources")


def samples_dir() -> Path:
    return _travelling("samples")


def samples() -> list[Sample]:
    """The samples that are there, the well-known ones first."""
    found = {path.stem: Sample(path.stem, path) for path in sorted(samples_dir().glob("*.graphml"))}
    known = [name for name in SAMPLE_NAMES if name in found]
    return [found[name] for name in (*known, *(name for name in found if name not in SAMPLE_NAMES))]


def _travelling(name: str) -> Path:
    """Inside the package when it was built into a wheel, else beside it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_data" / name
    return inside if inside.is_dir() else package.parent / name
