"""The charts that tests of drawings and pictures share are found by their module's name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "drawing"))
