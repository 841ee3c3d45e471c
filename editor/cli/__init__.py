"""The command `ledgraf`: the window with files, or a command without one; imports nothing heavy early."""

from editor.cli.start import main

__all__ = ["main"]
