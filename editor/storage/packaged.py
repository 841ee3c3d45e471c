"""What travels with the program: `resources/` and `samples/`, found the same way in the checkout and when installed."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Sample(msgspec.Struct, frozen=True):
    """A chart that comes with the program.

    name: what the command line calls it.  title: what the chart shows.  about: a line on it, by language ("sv", "en").
    """

    name: str
    path: Path
    title: str
    about: Mapping[str, str]


def resources_dir() -> Path:
    """The vocabulary, icons, themes and translations."""
    return _travelling("resources")


def samples_dir() -> Path:
    return _travelling("samples")


def load_samples() -> list[Sample]:
    """The samples that are there, in the order of their list, `samples/samples.toml`."""
    folder = samples_dir()
    listed = tomllib.loads((folder / "samples.toml").read_text("utf-8"))
    return [
        Sample(name, path, entry["title"], entry["about"])
        for name, entry in listed.items()
        if (path := folder / f"{name}.graphml").is_file()
    ]


def _travelling(name: str) -> Path:
    """Inside the package when it was built into a wheel, else beside it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_data" / name
    return inside if inside.is_dir() else package.parent / name
