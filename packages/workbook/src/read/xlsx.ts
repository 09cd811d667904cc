import { CadreError } from "cadre";
import { attribute, readXml } from "../parts/xml.ts";
import type { ZipParts } from "../parts/zip.ts";
import type { Workbook } from "./sheet.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { readStyles, readTexts } from "./xlsx-styles.ts";

/** A part that another one names, by the id it is named with. */
interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Opens a workbook of Excel's kind. */
export function openXlsx(parts: ZipParts, file: string): Workbook {
  const main = [...relations(parts, "").values()].find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const book = main === undefined ? undefined : parts.read(main);
  if (main === undefined || book === undefined) throw noWorkbook(file);
  const related = relations(parts, main);
  const byType = (type: string): Uint8Array | undefined => {
    const found = [...related.values()].find((one) => one.type.endsWith(type));
    return found && parts.read(found.target);
  };
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let from1904 = false;
  readXml(book, {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
      if (tag !== "sheet") return;
      const part = related.get(attribute(attributes, "id") ?? "");
      // A sheet of macros or one that is nothing but a chart holds no cells.
      if (!part?.type.endsWith("/worksheet")) return;
      const hidden = /hidden/i.test(attribute(attributes, "state") ?? "");
      sheets.push({ name: attribute(attributes, "name") ?? "", hidden, part: part.target });
    },
    close() {},
    text() {},
  });
  let known: { styles: ReturnType<typeof readStyles>; texts: string[] } | undefined;
  return {
    file,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    read(name) {
      const part = sheets.find((sheet) => sheet.name === name)?.part;
      const bytes = part === undefined ? undefined : parts.read(part);
      if (!bytes) throw noWorkbook(file);
      known ??= { styles: readStyles(byType("/styles")), texts: readTexts(byType("/sharedStrings")) };
      return readSheet(bytes, { ...known, name, file, from1904 });
    },
  };
}

/** What a part names, targets counted from the root of the file. */
function relations(parts: ZipParts, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, Relation>();
  const bytes = parts.read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (bytes)
    readXml(bytes, {
      open(name, attributes) {
        if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
        const target = attribute(attributes, "Target") ?? "";
        found.set(attribute(attributes, "Id") ?? "", {
          type: attribute(attributes, "Type") ?? "",
          target: target.startsWith("/") ? target.slice(1) : joined(folder, target),
        });
      },
      close() {},
      text() {},
    });
  return found;
}

function joined(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

const noWorkbook = (file: string): CadreError =>
  new CadreError({
    code: "no-workbook",
    file,
    message: "This file is not a workbook.",
    rule: "A workbook is an XLSX file.",
    fix: "Open it in Excel or LibreOffice and save it as XLSX.",
  });
