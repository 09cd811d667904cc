"""Says where an open document (ODS) differs from the workbook (XLSX) of the same pack, with nothing but Python itself.

Usage: python3 same_content.py FILE.xlsx FILE.ods   prints a JSON object: what was compared, and a list of differences.
"""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

import accessible

NS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE = (f"{{{NS}{name}:1.0}}" for name in ("office", "table", "text", "style"))
FO = f"{{{NS}xsl-fo-compatible:1.0}}"
DRAW = f"{{{NS}drawing:1.0}}"
SVG = f"{{{NS}svg-compatible:1.0}}"
CONFIG = f"{{{NS}config:1.0}}"
CHART = f"{{{NS}chart:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
PANE = accessible.MAIN + "pane"
FORMULA = accessible.MAIN + "f"


def corner(name):
    return accessible.corner(name.replace("$", ""))


def words(node):
    """The text of a paragraph, with the spaces that are written as marks."""
    text = node.text or ""
    for child in node:
        marks = {TEXT + "s": " " * int(child.get(TEXT + "c", "1")), TEXT + "tab": "\t"}
        text += marks[child.tag] if child.tag in marks else words(child)
        text += child.tail or ""
    return text


class OpenDocument:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        first = self.zip.infolist()[0]
        self.kind = (first.filename, first.compress_type, self.zip.read(first).decode())
        content = self.xml("content.xml")
        self.wrapping = {
            style.get(STYLE + "name")
            for style in content.iter(STYLE + "style")
            for cell in style.iter(STYLE + "table-cell-properties")
            if cell.get(FO + "wrap-option") == "wrap"
        }
        self.sheets = [Sheet(self, table) for table in content.iter(TABLE + "table")]
        self.tables = {}
        for area in content.iter(TABLE + "database-range"):
            sheet, top, bottom = re.fullmatch(
                r"'(.+)'\.([A-Z]+\d+):'.+'\.([A-Z]+\d+)", area.get(TABLE + "target-range-address")
            ).groups()
            self.tables[area.get(TABLE + "name")] = (sheet.replace("''", "'"), *corner(top), *corner(bottom))
        self.frozen = {}
        for entry in self.xml("settings.xml").iter(CONFIG + "config-item-map-entry"):
            for item in entry.findall(CONFIG + "config-item"):
                if item.get(CONFIG + "name") == "VerticalSplitPosition":
                    self.frozen[entry.get(CONFIG + "name")] = int(item.text)

    def xml(self, part):
        return ElementTree.fromstring(self.zip.read(part))


class Sheet:
    def __init__(self, book, table):
        self.name = table.get(TABLE + "name")
        self.cells, self.formulas, self.links, self.wrapped, self.charts = {}, set(), {}, set(), []
        for r, row in enumerate(table.iter(TABLE + "table-row"), 1):
            column = 1
            for cell in row.findall(TABLE + "table-cell"):
                self.read(book, cell, (r, column))
                column += int(cell.get(TABLE + "number-columns-repeated", "1"))
        for frame in table.iter(DRAW + "frame"):
            folder = frame.find(DRAW + "object").get(XLINK + "href").removeprefix("./")
            chart = book.xml(f"{folder}/content.xml")
            self.charts.append((frame.findtext(SVG + "desc"), len(list(chart.iter(CHART + "series")))))

    def read(self, book, cell, at):
        kind = cell.get(OFFICE + "value-type")
        if kind is None:
            return
        if cell.get(TABLE + "style-name") in book.wrapping:
            self.wrapped.add(at)
        if cell.get(TABLE + "formula") is not None:
            self.formulas.add(at)
        for link in cell.iter(TEXT + "a"):
            self.links[at] = re.sub(r"^#'(.+)'\.A1$", r"\1", link.get(XLINK + "href")).replace("''", "'")
        self.cells[at] = (
            "\n".join(words(p) for p in cell.findall(TEXT + "p"))
            if kind == "string"
            else float(cell.get(OFFICE + "value"))
        )


def differences(workbook, document):
    if document.kind != ("mimetype", 0, "application/vnd.oasis.opendocument.spreadsheet"):
        yield f"the first part is {document.kind}"
    if workbook.names != [sheet.name for sheet in document.sheets]:
        yield "the sheets are others"
    for one, other in zip(workbook.sheets, document.sheets):
        for at in sorted(set(one.cells) | set(other.cells)):
            if one.cells.get(at) != other.cells.get(at):
                yield f"{one.name} {at}: {one.cells.get(at)!r} and {other.cells.get(at)!r}"
        formulas = {corner(cell.get("r")) for cell in one.xml.iter(accessible.MAIN + "c") if cell.find(FORMULA) is not None}
        if formulas != other.formulas:
            yield f"{one.name}: formulas stand elsewhere"
        if {at: re.sub(r"!A1$", "", to or "").strip("'").replace("''", "'") for at, to in one.links.items()} != other.links:
            yield f"{one.name}: links lead elsewhere"
        if one.wrapped & set(one.cells) != other.wrapped:
            yield f"{one.name}: other cells are wrapped"
        frozen = [int(pane.get("ySplit")) for pane in one.xml.iter(PANE)]
        if frozen != ([document.frozen[one.name]] if one.name in document.frozen else []):
            yield f"{one.name}: other rows stay in sight"
        alts = [shape.get("descr") for xml in one.drawings for shape in xml.iter(accessible.DRAWING + "cNvPr")]
        if alts != [alt for alt, _ in other.charts] or any(series == 0 for _, series in other.charts):
            yield f"{one.name}: other charts"
        for table in one.tables:
            if document.tables.get(table.get("name")) != (one.name, *one.corners(table)):
                yield f"{one.name}: the table {table.get('name')} is not marked up"


if __name__ == "__main__":
    workbook, document = accessible.Workbook(sys.argv[1]), OpenDocument(sys.argv[2])
    found = {
        "sheets": len(document.sheets),
        "cells": sum(len(sheet.cells) for sheet in document.sheets),
        "charts": sum(len(sheet.charts) for sheet in document.sheets),
        "differences": list(differences(workbook, document))[:20],
    }
    print(json.dumps(found))
