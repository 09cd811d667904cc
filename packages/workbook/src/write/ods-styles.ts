import { type CellLook, FACE, HEADING_POINTS, POINTS } from "./book.ts";
import { numberStyle } from "./ods-number-style.ts";

/** Namespaces of the parts of an open document. */
export const ODS_NAMESPACES = [
  ...["office", "style", "text", "table", "chart", "meta", "config"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(" ");

/** The width of a character of a column in inches, as office programs count it for Arial 11. */
const INCHES_A_CHARACTER = 0.0827;

/** The looks of all cells, columns and rows of an open document, each named once. */
export class OdsStyles {
  readonly #names = new Map<string, string>();
  readonly #formats = new Map<string, string>();
  readonly #link: string | undefined;

  /** Links have a colour of their own, where there is one, and are underlined. */
  constructor(link: string | undefined) {
    this.#link = link;
  }

  /** The name of the style of a cell. */
  cell(look: CellLook, isLink: boolean): string {
    const { heading, bold, fill, align, indent, wrap, lined, format } = look;
    const colour = look.colour ?? (isLink ? this.#link : undefined);
    const parent = heading === undefined ? "Default" : `Heading_20_${heading}`;
    const written = format === undefined ? "" : ` style:data-style-name="${this.#format(format)}"`;
    const cell = [
      'style:vertical-align="top"',
      `fo:wrap-option="${wrap ? "wrap" : "no-wrap"}"`,
      fill === undefined ? "" : `fo:background-color="#${fill}"`,
      lined ? 'fo:border-bottom="0.75pt solid"' : "",
      align === undefined ? "" : 'style:text-align-source="fix"',
    ];
    const paragraph = [
      align === undefined ? "" : `fo:text-align="${align === "left" ? "start" : "end"}"`,
      indent ? 'fo:margin-left="0.1in"' : "",
    ];
    const letters = [
      bold ? 'fo:font-weight="bold"' : "",
      colour === undefined ? "" : `fo:color="#${colour}"`,
      isLink ? 'style:text-underline-style="solid" style:text-underline-width="auto"' : "",
    ];
    return this.#named(
      "cell",
      `style:family="table-cell" style:parent-style-name="${parent}"${written}>` +
        tag("style:table-cell-properties", cell) +
        tag("style:paragraph-properties", paragraph) +
        tag("style:text-properties", letters),
    );
  }

  /** The name of the style of a column so many characters wide. */
  column(width: number): string {
    const inches = (width * INCHES_A_CHARACTER).toFixed(3);
    return this.#named(
      "column",
      `style:family="table-column">${tag("style:table-column-properties", [`style:column-width="${inches}in"`])}`,
    );
  }

  /** The name of the style of a row so many points high; as high as its text where nothing is given. */
  row(points: number | undefined): string {
    const height =
      points === undefined
        ? []
        : [`style:row-height="${(points / 72).toFixed(3)}in"`, 'style:use-optimal-row-height="true"'];
    return this.#named("row", `style:family="table-row">${tag("style:table-row-properties", height)}`);
  }

  /** The styles that were named, as they stand in the content. */
  xml(): string {
    const formats = [...this.#formats].map(([format, name]) => numberStyle(name, format));
    const styles = [...this.#names].map(([xml, name]) => `<style:style style:name="${name}" ${xml}</style:style>`);
    return [
      ...formats,
      '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>',
      '<style:style style:name="picture" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>',
      ...styles,
    ].join("");
  }

  #named(kind: string, xml: string): string {
    const name = this.#names.get(xml) ?? `${kind}${this.#names.size + 1}`;
    this.#names.set(xml, name);
    return name;
  }

  #format(format: string): string {
    const name = this.#formats.get(format) ?? `number${this.#formats.size + 1}`;
    this.#formats.set(format, name);
    return name;
  }
}

function tag(name: string, attributes: readonly string[]): string {
  const given = attributes.filter((one) => one !== "");
  return given.length === 0 ? "" : `<${name} ${given.join(" ")}/>`;
}

const heading = (level: 1 | 2): string =>
  `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="${HEADING_POINTS[level]}pt" fo:font-weight="bold"/></style:style>`;

/** The named styles of every open document, and its paper: landscape A4, as wide as the sheet of paper. */
export const ODS_NAMED_STYLES = [
  `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="${FACE}" fo:font-family="${FACE}" fo:font-size="${POINTS}pt" fo:language="en" fo:country="GB"/></style:default-style>`,
  `<style:style style:name="Default" style:family="table-cell"/>${heading(1)}${heading(2)}</office:styles>`,
  '<office:automatic-styles><style:page-layout style:name="paper"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.4cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>',
  '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="paper"/></office:master-styles>',
].join("");
