"""What a desktop needs to know of the program is well-formed and says the same everywhere."""

import configparser
import re
from pathlib import Path

from lxml import etree

import editor

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
MIME = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(PACKAGING / "ledgraf.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_starts_the_command_with_files() -> None:
    entry = desktop_entry()
    assert entry["Type"] == "Application"
    assert entry["Exec"] == "ledgraf %F"
    assert entry["Comment[sv]"] and entry["GenericName[sv]"]


def test_every_type_of_the_entry_is_declared() -> None:
    tree = etree.parse(PACKAGING / "ledgraf-mime.xml")
    declared = {type.get("type") for type in tree.iterfind("mime:mime-type", MIME)}
    assert set(desktop_entry()["MimeType"].strip(";").split(";")) == declared
    globs = {glob.get("pattern") for glob in tree.iterfind("mime:mime-type/mime:glob", MIME)}
    assert globs == {"*.graphml", "*.graphmlz"}


def test_the_metainfo_agrees_with_the_rest() -> None:
    tree = etree.parse(PACKAGING / "ledgraf.metainfo.xml")
    assert tree.findtext("launchable") == "ledgraf.desktop"
    assert tree.findtext("project_license") == "MIT"
    release = tree.find("releases/release")
    assert release is not None and release.get("version") == editor.__version__
    types = {element.text for element in tree.iterfind("provides/mediatype")}
    assert types == set(desktop_entry()["MimeType"].strip(";").split(";"))


def test_the_icon_is_a_plain_drawing_with_a_name() -> None:
    root = etree.parse(PACKAGING / f"{desktop_entry()['Icon']}.svg").getroot()
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Ledgraf"
    assert root.get("width") == root.get("height")
    names = {str(etree.QName(element).localname) for element in root.iter("{*}*")}
    assert not names & {"image", "script", "foreignObject", "text"}


def test_the_lock_names_hashes_and_no_place() -> None:
    text = (PACKAGING.parent / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert "/" not in re.sub(r"#.*", "", text)
    pinned = re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE)
    assert {"pyside6-essentials", "graphviz-pure", "lxml", "pytest"} <= set(pinned)
    assert len(re.findall("--hash=sha256:", text)) >= len(pinned)
