import { escaped } from "../parts/xml.ts";
import { type CellLook, FACE, HEADING_POINTS, POINTS } from "./book.ts";

/** Pieces of the same kind, each once, in the order in which they were first met. */
class Pieces {
  readonly all: string[] = [];

  constructor(...first: string[]) {
    this.all.push(...first);
  }

  id(piece: string): number {
    const known = this.all.indexOf(piece);
    return known >= 0 ? known : this.all.push(piece) - 1;
  }
}

/** Formats below this number are those of the program. */
const FIRST_OWN_FORMAT = 164;
const STYLE = { normal: 0, heading1: 1, heading2: 2, hyperlink: 3 } as const;

/** The looks of all cells of a workbook, each numbered once. */
export class Styles {
  readonly #fonts = new Pieces(font({}));
  readonly #fills = new Pieces(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  readonly #borders = new Pieces(border(false));
  readonly #formats = new Pieces();
  readonly #link: CellLook;
  readonly #cells = new Pieces('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  /** Links have a colour of their own, where there is one, and are underlined. */
  constructor(link: string | undefined) {
    this.#link = link === undefined ? {} : { colour: link };
  }

  /** The number of a look. */
  id(look: CellLook, isLink: boolean): number {
    const { heading, fill, lined = false, format, align, indent = false, wrap = false, open = false } = look;
    const style = isLink
      ? STYLE.hyperlink
      : heading === 1
        ? STYLE.heading1
        : heading === 2
          ? STYLE.heading2
          : STYLE.normal;
    const numFmt = format === undefined ? 0 : format === "@" ? 49 : FIRST_OWN_FORMAT + this.#formats.id(format);
    const ids = [
      `numFmtId="${numFmt}"`,
      `fontId="${this.#fonts.id(font(isLink ? { ...this.#link, ...look } : look, isLink))}"`,
      `fillId="${fill === undefined ? 0 : this.#fills.id(solid(fill))}"`,
      `borderId="${this.#borders.id(border(lined))}"`,
      `xfId="${style}"`,
    ];
    const set = `<alignment${align ? ` horizontal="${align}"` : ""}${indent ? ' indent="1"' : ""} vertical="top"${wrap ? ' wrapText="1"' : ""}/>`;
    const applied =
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    return this.#cells.id(`<xf ${ids.join(" ")} ${applied}>${set}${open ? '<protection locked="0"/>' : ""}</xf>`);
  }

  /** The part of the workbook that holds them. */
  xml(): string {
    const heading1 = this.#fonts.id(font({ heading: 1 }));
    const heading2 = this.#fonts.id(font({ heading: 2 }));
    const link = this.#fonts.id(font(this.#link, true));
    const list = (tag: string, { all }: Pieces) => `<${tag} count="${all.length}">${all.join("")}</${tag}>`;
    const formats = this.#formats.all.map(
      (code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escaped(code)}"/>`,
    );
    const base = (id: number) => `<xf numFmtId="0" fontId="${id}" fillId="0" borderId="0"/>`;
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      list("fonts", this.#fonts),
      list("fills", this.#fills),
      list("borders", this.#borders),
      `<cellStyleXfs count="4">${[0, heading1, heading2, link].map(base).join("")}</cellStyleXfs>`,
      list("cellXfs", this.#cells),
      '<cellStyles count="4"><cellStyle name="Normal" xfId="0" builtinId="0"/>',
      '<cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Heading 2" xfId="2" builtinId="17"/>',
      '<cellStyle name="Hyperlink" xfId="3" builtinId="8"/></cellStyles>',
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleLight1"/></styleSheet>',
    ].join("");
  }
}

function font({ heading, bold = heading !== undefined, colour }: CellLook, isLink = false): string {
  const points = heading === undefined ? POINTS : HEADING_POINTS[heading];
  const shown = colour === undefined ? "" : `<color rgb="FF${colour}"/>`;
  return `<font>${bold ? "<b/>" : ""}${isLink ? "<u/>" : ""}<sz val="${points}"/>${shown}<name val="${FACE}"/><family val="2"/></font>`;
}

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const border = (below: boolean): string =>
  `<border><left/><right/><top/>${below ? '<bottom style="thin"><color auto="1"/></bottom>' : "<bottom/>"}<diagonal/></border>`;
