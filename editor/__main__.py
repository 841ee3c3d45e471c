"""`python -m editor` is `ledgraf`."""

import sys

from editor.cli import main

if __name__ == "__main__":
    sys.exit(main())
