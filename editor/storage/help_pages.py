"""The help as Markdown: one page a language, with a part for each sample and one on the file's attributes."""

from pathlib import Path

from editor.storage.packaged import load_samples, resources_dir

SAMPLES, ATTRIBUTES = "{samples}", "{attributes}"
"""Where the parts stand in the page."""


def help_page(lang: str) -> str:
    """The whole page."""
    folder = resources_dir() / "help"
    samples = "\n\n".join(sample_page(sample.name, lang).strip() for sample in load_samples())
    attributes = _read(folder / f"attributes.{lang}.md").strip()
    return _read(folder / f"{lang}.md").replace(SAMPLES, samples).replace(ATTRIBUTES, attributes)


def sample_page(name: str, lang: str) -> str:
    """What one sample shows: what to look at, which days, which questions."""
    return _read(resources_dir() / "help" / "samples" / f"{name}.{lang}.md")


def _read(path: Path) -> str:
    return path.read_text("utf-8")
