import { CadreError } from "cadre";
import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from "fflate";

/** A part that claims to be larger than this once unpacked is not opened: no staff list is, and a hostile file may be. */
const LARGEST = 1.5e9;
/** Every part carries the same date, so that the same content gives the same bytes. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);

/** The parts of a zip file by name; each is unpacked when it is asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  read(name: string): Uint8Array | undefined;
}

/** Looks into a zip file. `file` is only for messages. */
export function openZip(bytes: Uint8Array, file: string): ZipParts {
  const unpack = (filter: (part: UnzipFileInfo) => boolean): Record<string, Uint8Array> => {
    try {
      return unzipSync(bytes, { filter });
    } catch {
      throw damaged(file);
    }
  };
  const sizes = new Map<string, number>();
  unpack(({ name, originalSize }) => {
    sizes.set(name, originalSize);
    return false;
  });
  return {
    names: [...sizes.keys()],
    read(name) {
      const size = sizes.get(name);
      if (size === undefined) return undefined;
      if (size > LARGEST) throw tooLarge(file, size);
      return unpack((part) => part.name === name)[name];
    },
  };
}

/** Parts as a zip file, in the order given; the same parts give the same bytes. Parts in `stored` are not packed. */
export function zipOf(parts: ReadonlyMap<string, string | Uint8Array>, stored: readonly string[] = []): Uint8Array {
  const encoder = new TextEncoder();
  const tree: Zippable = {};
  for (const [name, content] of parts)
    tree[name] = [
      typeof content === "string" ? encoder.encode(content) : content,
      { level: stored.includes(name) ? 0 : 6, mtime: DATE },
    ];
  return zipSync(tree);
}

const damaged = (file: string): CadreError =>
  new CadreError({
    code: "damaged-workbook",
    file,
    message: "This workbook cannot be opened: a part of the file is missing or damaged.",
    rule: "A workbook is a whole XLSX file.",
    fix: "Download or copy it again, or open it in Excel or LibreOffice and save it again.",
  });

const tooLarge = (file: string, size: number): CadreError =>
  new CadreError({
    code: "workbook-too-large",
    file,
    message: "A part of this workbook is too large to be opened.",
    value: `${Math.round(size / 1e6)} MB unpacked`,
    rule: `A part may have ${LARGEST / 1e6} MB at most.`,
    fix: "Keep only the sheet that is needed, or save it as CSV.",
  });
