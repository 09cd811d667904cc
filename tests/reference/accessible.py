"""Holds workbooks (XLSX) against the points of the checklist for accessible spreadsheets, with nothing but Python itself.

Usage: python3 accessible.py FILE...   prints a JSON object: for each file, each point by name with what breaks it.
"""

import json
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
FRONT = ("Cover", "Contents", "Findings", "Notes")
SHORTHAND = re.compile(r"\[[a-z]+\]")
ONE_SCREEN = 20


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def corner(name):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    return int(digits), column_number(letters)


class Workbook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        book = self.xml("xl/workbook.xml")
        targets = self.relations("xl/workbook.xml")
        strings = self.xml("xl/sharedStrings.xml")
        self.texts = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in strings.iter(MAIN + "si")]
        self.wraps = [
            (xf.find(MAIN + "alignment") is not None and xf.find(MAIN + "alignment").get("wrapText") == "1")
            for xf in self.xml("xl/styles.xml").find(MAIN + "cellXfs")
        ]
        self.names = [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]
        self.states = [sheet.get("state", "visible") for sheet in book.iter(MAIN + "sheet")]
        self.active = [view.get("activeTab", "0") for view in book.iter(MAIN + "workbookView")]
        self.sheets = [Sheet(self, sheet.get("name"), targets[sheet.get(RELATION + "id")][1]) for sheet in book.iter(MAIN + "sheet")]

    def xml(self, part):
        return ElementTree.fromstring(self.zip.read(part))

    def relations(self, part):
        folder, name = posixpath.split(part)
        try:
            found = self.xml(f"{folder}/_rels/{name}.rels")
        except KeyError:
            return {}
        return {
            one.get("Id"): (one.get("Type"), posixpath.normpath(posixpath.join(folder, one.get("Target"))))
            for one in found
            if one.get("TargetMode") != "External"
        }


class Sheet:
    def __init__(self, book, name, part):
        self.name = name
        self.xml = book.xml(part)
        self.cells = {}
        self.wrapped = set()
        for cell in self.xml.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            at = corner(cell.get("r"))
            if book.wraps[int(cell.get("s", "0"))]:
                self.wrapped.add(at)
            if value is None or value.text is None:
                continue
            self.cells[at] = book.texts[int(value.text)] if cell.get("t") == "s" else float(value.text)
        related = [(kind, book.xml(target)) for kind, target in book.relations(part).values()]
        self.tables = [xml for kind, xml in related if kind.endswith("/table")]
        self.drawings = [xml for kind, xml in related if kind.endswith("/drawing")]
        self.links = {corner(link.get("ref")): link.get("location") for link in self.xml.iter(MAIN + "hyperlink")}

    def corners(self, table):
        first, last = table.get("ref").split(":")
        return corner(first) + corner(last)


def table_faults(sheet, table):
    """What breaks a point inside one table, as pairs of a point and words."""
    top, left, bottom, right = sheet.corners(table)
    heads = [sheet.cells.get((top, column)) for column in range(left, right + 1)]
    named = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
    if heads != named or len({str(head).lower() for head in heads}) != len(heads) or not all(heads):
        yield "5. One header row, names there and all different", f"{sheet.name}: {heads}"
    if table.find(MAIN + "autoFilter") is not None:
        yield "7. No filters", sheet.name
    if left != 1:
        yield "12. Tables begin in the first column", sheet.name
    if bottom <= top:
        yield "4. No blank rows or columns within tables", f"{sheet.name}: no rows"
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if sheet.cells.get((row, column), "") == "":
                yield "8. No cell of a table is empty", f"{sheet.name}: row {row}, column {column}"
    for column in range(left, right + 1):
        values = [sheet.cells.get((row, column), "") for row in range(top + 1, bottom + 1)]
        words = [value for value in values if isinstance(value, str)]
        if len(words) < len(values) and not all(SHORTHAND.fullmatch(word) for word in words):
            yield "14. Numbers are numbers", f"{sheet.name}: {sorted(set(words))[:3]} among the numbers of {heads[column - left]}"
        loose = [
            row
            for row in range(top, bottom + 1)
            if isinstance(sheet.cells.get((row, column)), str)
            and not SHORTHAND.fullmatch(sheet.cells[(row, column)])
            and (row, column) not in sheet.wrapped
        ]
        if loose:
            yield "6. Text is wrapped", f"{sheet.name}: column {column}, rows {loose[:3]}"
    below = [at for at in sheet.cells if at[0] > bottom or at[1] > right]
    if below:
        yield "11. One table a sheet and nothing beside it", f"{sheet.name}: {sorted(below)[:3]}"
    used = {row for row, _ in sheet.cells if row < top}
    if used != set(range(1, top)):
        yield "13. No blank rows above the table", sheet.name
    pane = sheet.xml.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    if bottom - top > ONE_SCREEN and (pane is None or pane.get("state") != "frozen" or int(pane.get("ySplit")) != top):
        yield "18. The header of a long table stays in sight", sheet.name


def sheet_faults(book, sheet, state):
    if sheet.xml.find(MAIN + "mergeCells") is not None:
        yield "3. No merged cells", sheet.name
    if state != "visible" or any(one.get("hidden") for kind in ("row", "col") for one in sheet.xml.iter(MAIN + kind)):
        yield "9. Nothing is hidden", sheet.name
    if not isinstance(sheet.cells.get((1, 1)), str) or not isinstance(sheet.cells.get((2, 1)), str):
        yield "10. Title in A1, what the sheet holds in A2", sheet.name
    if len(sheet.tables) > 1 or (sheet.tables and sheet.drawings):
        yield "11. One table a sheet and nothing beside it", sheet.name
    if not sheet.tables and not sheet.drawings and sheet.name != "Cover":
        yield "1. Tables are marked up", sheet.name
    selected = sheet.xml.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}selection")
    if selected is None or selected.get("activeCell") != "A1":
        yield "17. A1 is selected on every sheet", sheet.name
    if len(sheet.name) > 31:
        yield "15. Sheets have short names", sheet.name
    for at, location in sheet.links.items():
        target = location and location.rsplit("!", 1)[0].strip("'").replace("''", "'")
        if (location is not None and target not in book.names) or not sheet.cells.get(at):
            yield "16. Cover, contents with a link to every sheet, notes", f"{sheet.name}: {location}"
    for drawing in sheet.drawings:
        for name in drawing.iter(DRAWING + "cNvPr"):
            if len(name.get("descr", "")) < 20:
                yield "19. Charts have alternative text", sheet.name


def faults(book):
    if not set(FRONT) <= set(book.names) or book.names[0] != "Cover":
        yield "16. Cover, contents with a link to every sheet, notes", f"{book.names}"
    else:
        contents = book.sheets[book.names.index("Contents")]
        linked = {location.rsplit("!", 1)[0].strip("'").replace("''", "'") for location in contents.links.values()}
        missing = set(book.names) - linked - {"Cover", "Contents"}
        if missing:
            yield "16. Cover, contents with a link to every sheet, notes", f"without a link: {sorted(missing)}"
    if set(book.active) != {"0"}:
        yield "17. A1 is selected on every sheet", f"first shown: {book.active}"
    tables = [table.get("displayName") for sheet in book.sheets for table in sheet.tables]
    for name in tables:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{3,}", name) or re.fullmatch(r"Table_?\d+", name):
            yield "2. Tables have meaningful names", name
    if len({name.lower() for name in tables}) != len(tables) or len({name.lower() for name in book.names}) != len(book.names):
        yield "2. Tables have meaningful names", "a name twice"
    for sheet, state in zip(book.sheets, book.states):
        yield from sheet_faults(book, sheet, state)
        for table in sheet.tables:
            yield from table_faults(sheet, table)


def main():
    result = {}
    for path in sys.argv[1:]:
        book = Workbook(path)
        broken = {}
        for point, words in faults(book):
            broken.setdefault(point, []).append(words)
        result[path] = {
            "sheets": len(book.sheets),
            "tables": sum(len(sheet.tables) for sheet in book.sheets),
            "charts": sum(len(sheet.drawings) for sheet in book.sheets),
            "broken": broken,
        }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
