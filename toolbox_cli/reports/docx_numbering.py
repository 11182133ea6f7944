"""Lists in a Word document: bullets, boxes to tick off, and numbers that start at 1 in every list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_xml import full, node, parse, value_of

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

BULLETS, NUMBERS, BOXES = "{BULLETS}", "{NUMBERS}", "{BOXES}"
SIGNS = ("•", "–", "▪")
DEPTHS = 9
STEP = 340  # twentieths of a point: 6 mm


@dataclass(slots=True)
class Lists:
    """The numbering of a document; `ours` gives our three kinds of list by their mark."""

    element: Node
    ours: dict[str, str] = field(default_factory=dict)

    def filled(self, properties: str) -> str:
        """Return properties with the mark of a kind of list replaced by its number."""
        for mark, number in self.ours.items():
            properties = properties.replace(mark, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        return properties

    def restarted(self, number: str) -> str:
        """Return the number of a new list of the same kind, that starts at 1."""
        kind = next((self._kind(item) for item in self.element.findall(full("num")) if item.get(full("numId")) == number), "")
        return self._add(kind) if kind else self.restarted(self.ours[NUMBERS])

    def _kind(self, num: Node) -> str:
        return value_of(num.find(full("abstractNumId")))

    def _add(self, kind: str) -> str:
        number = str(1 + max((int(item.get(full("numId"))) for item in self.element.findall(full("num"))), default=0))
        again = node("lvlOverride", node("startOverride", val="1"), ilvl="0")
        made = node("num", node("abstractNumId", val=kind), again, numId=number)
        rest = [item for item in self.element if item.tag == full("numIdMacAtCleanup")]
        if rest:
            rest[0].addprevious(made)
        else:
            self.element.append(made)
        return number

    def add_kind(self, mark: str, levels: str) -> None:
        """Add one of our kinds of list."""
        kinds = self.element.findall(full("abstractNum"))
        first = [*self.element.findall(full("numPicBullet")), *kinds]
        kind = str(1 + max((int(item.get(full("abstractNumId"))) for item in kinds), default=0))
        head = f'<w:nsid w:val="7B0C{int(kind) % 65536:04X}"/><w:multiLevelType w:val="hybridMultilevel"/>'
        made = parse(f'<w:abstractNum w:abstractNumId="{kind}">{head}{levels}</w:abstractNum>')
        self.element.insert(self.element.index(first[-1]) + 1 if first else 0, made)
        self.ours[mark] = self._add(kind)


def lists_of(word: Word) -> Lists:
    """Return the lists of a document, with our kinds added."""
    lists = Lists(_numbering(word))
    lists.add_kind(BULLETS, "".join(_level(at, "bullet", SIGNS[min(at, 2)]) for at in range(DEPTHS)))
    lists.add_kind(NUMBERS, _level(0, "decimal", "%1."))
    lists.add_kind(BOXES, _level(0, "bullet", "☐"))
    return lists


def _level(at: int, form: str, text: str) -> str:
    font = "Segoe UI Symbol" if text == "☐" else "Arial"
    fonts = "" if form == "decimal" else f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    sign = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
    place = f'<w:pPr><w:ind w:left="{STEP * (at + 1)}" w:hanging="{STEP}"/></w:pPr>'
    return f'<w:lvl w:ilvl="{at}">{sign}{place}<w:rPr>{fonts}</w:rPr></w:lvl>'


def _numbering(word: Word) -> Node:
    """The numbering of a document, made when it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    part = next((rel.target_part for rel in word.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING), None)
    if part is None:
        package = word.part.package
        part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, parse("<w:numbering/>"), package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    element: Node = part.element
    return element
