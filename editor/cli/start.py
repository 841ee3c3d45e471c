"""From the words of the command line to an exit code: 0 done, 1 not possible with this input, 2 not understood."""

import os
import sys
from collections.abc import Sequence

from editor.cli.arguments import COMMANDS, Arguments, parse
from editor.cli.words import language
from editor.errors import UserError
from editor.quick_imports import quick_imports

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Errors are one line on stderr; LEDGRAF_TRACEBACK=1 shows where a fault of ours comes from."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parse(words)
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except UserError as error:
        return _fail(error.line(language()))
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("LEDGRAF_TRACEBACK"):
            raise
        return _fail(_fault(error))


def _run(arguments: Arguments) -> int:
    """Import only the module that carries this command out."""
    if arguments.command == "selftest":
        from editor.cli import selftest

        return selftest.run()
    if arguments.command in ("layout", "export", "demo"):
        from editor.cli import pictures

        return pictures.run(arguments)
    if arguments.command in COMMANDS:
        from editor.cli import texts

        return texts.run(arguments)
    with quick_imports():
        from editor.app import run
    return run(arguments.options.files)


def _fail(line: str) -> int:
    print(f"ledgraf: {line}", file=sys.stderr)
    return 1


def _fault(error: Exception) -> str:
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    if language() == "sv":
        return f"Ett fel i Ledgraf ({reason}). Inget har skrivits. Rapportera gärna vad du gjorde."
    return f"A fault in Ledgraf ({reason}). Nothing was written. Please report what you did."
