"""The parts of a DOCX or ODT file, unpacked within limits and parsed without entities."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from corpus.archive import BROKEN_ZIP
from corpus.errors import ReadError
from corpus.settings import Limits

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_WORD = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL_WORD = WORD.strip("{}").encode()
SAVE_AGAIN = "save it again in a word processor"
ENTITY_MARKS = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass(frozen=True, slots=True)
class Package:
    """A DOCX or ODT file; its parts are read one by one."""

    archive: ZipFile
    name: str
    limits: Limits

    def part(self, path: str) -> etree._Element | None:
        """The root element of one part; None where there is none. Raises ReadError for a hostile or broken one."""
        if path not in self.archive.namelist():
            return None
        data = self._unpacked(path)
        if any(mark in data for mark in ENTITY_MARKS):
            raise ReadError(self.name, f"{path} declares XML entities, which are not opened", SAVE_AGAIN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data.replace(STRICT_WORD, TRANSITIONAL_WORD), parser)
        except etree.XMLSyntaxError:
            raise ReadError(self.name, f"the file is broken in {path}", SAVE_AGAIN) from None

    def parts(self, opening: str) -> list[etree._Element]:
        """All parts whose path opens so, in the order of their names."""
        paths = sorted(path for path in self.archive.namelist() if path.startswith(opening) and path.endswith(".xml"))
        return [part for part in map(self.part, paths) if part is not None]

    def _unpacked(self, path: str) -> bytes:
        try:
            with self.archive.open(path) as member:
                data = member.read(self.limits.member + 1)
        except BROKEN_ZIP:
            raise ReadError(self.name, f"{path} is broken or locked", "save it again without a password") from None
        if len(data) > self.limits.member:
            size = f"{self.limits.member >> 20} MB"
            raise ReadError(self.name, f"{path} unpacks to more than {size}", "split the document")
        return data


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The package of these bytes. Raises ReadError when they are no zip file."""
    try:
        return Package(ZipFile(BytesIO(data)), name, limits)
    except BROKEN_ZIP:
        raise ReadError(name, "is a broken Office file", "download or save it again") from None
