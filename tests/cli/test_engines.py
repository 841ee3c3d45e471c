"""A Graphviz that is missing, crashes, answers nonsense or half an answer: one clear line, nothing written."""

import json
import stat
import sys
from pathlib import Path

import pytest

from editor.cli import main

SAMPLE = Path(__file__).parents[2] / "samples" / "norrtalje.graphml"
PROGRAMS = {
    "crashes": "import sys; sys.stderr.write('out of luck'); sys.exit(3)",
    "is killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "answers nonsense": "print('<html>hello</html>')",
    "answers nothing": "pass",
    "answers half": "print('graph 1 2 2\\nnode n0 1 1 1 1 x solid box black white')",
    "answers no numbers": "print('graph 1 wide high\\nnode n0 here there 1 1\\nstop')",
    "answers infinities": "print('graph 1 nan inf\\nnode n0 nan nan 1 1\\nstop')",
}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setenv("LEDGRAF_CONFIG_DIR", str(folder))
    return folder


def use(config: Path, engine: Path) -> None:
    (config / "settings.json").write_text(json.dumps({"engine": str(engine)}))


def program(folder: Path, code: str) -> Path:
    path = folder / "engine"
    path.write_text(f"#!{sys.executable}\n{code}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def assert_told(capsys: pytest.CaptureFixture[str], out: Path) -> None:
    said = capsys.readouterr()
    assert said.err.count("\n") == 1 and "Graphviz" in said.err
    assert "fault" not in said.err and "fel i Ledgraf" not in said.err
    assert said.out == "" and not out.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts with a first line")
@pytest.mark.parametrize("case", PROGRAMS)
def test_an_engine_that_does_not_do_its_work(
    case: str, config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use(config, program(tmp_path, PROGRAMS[case]))
    out = tmp_path / "out.graphml"
    assert main(["layout", str(SAMPLE), "-o", str(out)]) == 1
    assert_told(capsys, out)


def test_an_engine_that_is_not_there(config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    use(config, tmp_path / "nowhere")
    out = tmp_path / "out.svg"
    assert main(["export", str(SAMPLE), "-o", str(out), "--layout", "down"]) == 1
    assert_told(capsys, out)


def test_an_export_that_keeps_its_places_needs_no_engine(config: Path, tmp_path: Path) -> None:
    use(config, tmp_path / "nowhere")
    assert main(["export", str(SAMPLE), "-o", str(tmp_path / "out.svg")]) == 0
