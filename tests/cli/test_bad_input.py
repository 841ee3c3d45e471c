"""Bad input through the command line: one clear line, exit 1, nothing written, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
TAIL = b"</graph></graphml>"
BOMB = (
    b'<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>'
)
REFUSED = {
    "nothing": b"",
    "text": b"hello, I am no XML",
    "truncated": HEAD + b'<node id="n0"/><node id=',
    "unclosed": HEAD + b'<node id="n0"/>',
    "wrong encoding": b'<?xml version="1.0" encoding="UTF-8"?>' + HEAD + b'<node id="\xe5"/>' + TAIL,
    "unknown encoding": b'<?xml version="1.0" encoding="klingon"?>' + HEAD + TAIL,
    "other XML": b"<html><body/></html>",
    "broken gzip": b"\x1f\x8b\x08\x00garbage",
}
SURVIVED = {
    "edge to nowhere": HEAD + b'<node id="n0"/><edge source="n0" target="gone"/>' + TAIL,
    "same id twice": HEAD + b'<node id="n0"/><node id="n0"/>' + TAIL,
    "megabyte label": HEAD.replace(b"<graph ", b'<key id="l" for="node" attr.name="label"/><graph ')
    + b'<node id="n0"><data key="l">'
    + b"x" * 2**20
    + b"</data></node>"
    + TAIL,
    "lying type": HEAD.replace(b"<graph ", b'<key id="l" for="node" attr.name="c" attr.type="int"/><graph ')
    + b'<node id="n0"><data key="l">many</data></node>'
    + TAIL,
    "unknown type": HEAD.replace(b"<graph ", b'<key id="l" for="node" attr.name="c" attr.type="tensor"/><graph ')
    + b'<node id="n0"><data key="l">1</data></node>'
    + TAIL,
    "no graph": b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"/>',
}
EXTERNAL = b'<!DOCTYPE g [<!ENTITY secret SYSTEM "%s">]>' + HEAD + b'<node id="&secret;"/>' + TAIL


def ledgraf(*words: str | Path, seconds: float = 60.0) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "editor", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, env=environment)


def assert_refused(done: subprocess.CompletedProcess[str], name: str) -> None:
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert name in done.stderr and "fault" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_with_one_line(case: str, tmp_path: Path) -> None:
    path, out = tmp_path / "bad.graphml", tmp_path / "out.graphml"
    path.write_bytes(REFUSED[case])
    assert_refused(ledgraf("convert", path, out), "bad.graphml")
    assert not out.exists()


@pytest.mark.parametrize("case", SURVIVED)
def test_opens_and_keeps_every_byte(case: str, tmp_path: Path) -> None:
    path, out = tmp_path / "odd.graphml", tmp_path / "out.graphml"
    path.write_bytes(SURVIVED[case])
    done = ledgraf("convert", path, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes() == SURVIVED[case]


def test_an_entity_bomb_is_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.graphml"
    path.write_bytes(BOMB + HEAD + b'<node id="&e;"/>' + TAIL)
    assert_refused(ledgraf("info", path), "bomb.graphml")


def test_an_external_entity_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret words")
    path = tmp_path / "external.graphml"
    path.write_bytes(EXTERNAL % secret.as_uri().encode())
    done = ledgraf("facts", path)
    assert "the secret words" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_deep_nesting(tmp_path: Path) -> None:
    depth = 10_000
    path = tmp_path / "deep.graphml"
    inner = b"".join(b'<node id="n%d"><graph>' % level for level in range(depth))
    path.write_bytes(HEAD + inner + b"</graph></node>" * depth + TAIL)
    done = ledgraf("info", path, "--json", seconds=120)
    assert done.returncode in (0, 1) and "fault" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["info", "facts"])
def test_a_folder_and_a_missing_file(command: str, tmp_path: Path) -> None:
    assert_refused(ledgraf(command, tmp_path), tmp_path.name)
    assert_refused(ledgraf(command, tmp_path / "missing.graphml"), "missing.graphml")


def test_a_target_that_is_read_only(tmp_path: Path) -> None:
    path, out = tmp_path / "good.graphml", tmp_path / "out.graphml"
    path.write_bytes(HEAD + TAIL)
    out.write_bytes(b"old")
    out.chmod(0o444)
    assert_refused(ledgraf("convert", path, out), "out.graphml")
    assert out.read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has this device")
def test_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "good.graphml"
    path.write_bytes(HEAD + TAIL)
    (tmp_path / "full.graphml").symlink_to("/dev/full")
    assert_refused(ledgraf("convert", path, tmp_path / "full.graphml"), "full.graphml")


def test_a_reader_of_our_output_that_goes_away(tmp_path: Path) -> None:
    path = tmp_path / "good.graphml"
    path.write_bytes(HEAD + b'<node id="n"/>' * 1 + TAIL)
    command = f'"{sys.executable}" -m editor facts "{path}" | true'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""


def test_two_hundred_megabytes_of_one_element(tmp_path: Path) -> None:
    path = tmp_path / "huge.graphml"
    with path.open("wb") as stream:
        stream.write(HEAD.replace(b"<graph ", b'<key id="l" for="node" attr.name="label"/><graph '))
        stream.write(b'<node id="n0"><data key="l">')
        for _ in range(200):
            stream.write(b"x" * 2**20)
        stream.write(b"</data></node>" + TAIL)
    done = ledgraf("info", path, "--json", seconds=300)
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr
    if done.returncode:
        assert done.stderr.count("\n") == 1
    else:
        assert json.loads(done.stdout)["nodes"] == 1
    path.unlink()
