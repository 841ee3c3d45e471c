"""Importing hundreds of modules at once: without what PySide does at each import, and without looking for garbage."""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_imports() -> Iterator[None]:
    """The window's modules are imported within this; it takes a third of the time and 8 MB from the start.

    What is imported stays for good, so the search for garbage passes it by from then on.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        _without_features()
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _without_features() -> None:
    """Take back the `__import__` that PySide puts in place of Python's.

    WORKAROUND https://github.com/napari/napari/issues/8584: it reads the source of every module that is imported,
    in case that says `from __feature__ import …`, and goes through Python at each import. We use no features.
    """
    import PySide6.QtCore  # noqa: F401  # puts it there

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
