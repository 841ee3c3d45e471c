"""Opens a file in the window and ends once it is drawn: a process of its own, cold but for the disk."""

import os
import resource
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def ours(path: Path, settings: Path) -> None:
    from editor.quick_imports import quick_imports

    with quick_imports():
        from editor.app import application, surroundings
        from editor.ui.window.main_window import MainWindow

    app = application()
    window = MainWindow(surroundings(settings), awaits_file=True)
    window.resize(1920, 1080)
    window.show()
    if not window.files.open_path(path):
        sys.exit(f"{path} did not open")
    app.processEvents()
    window.grab()
    window.close()


def bare() -> None:
    """The floor: a window of Qt's own."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1920, 1080)
    window.show()
    app.processEvents()
    window.grab()
    window.close()


def peak_bytes() -> int:
    """The most memory this process had. What the system counts for it begins with its parent's, which may be more."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        ours(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        bare()
    print(peak_bytes())
    sys.stdout.flush()
    # Without waiting for interpreters and libraries to take themselves apart: the user looks at a picture by now.
    os._exit(0)
