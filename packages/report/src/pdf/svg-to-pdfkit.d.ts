declare module "svg-to-pdfkit" {
  /** Draws an SVG, as text, into a document with a corner at `x` and `y`, all in points. */
  export default function draw(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      width: number;
      height: number;
      fontCallback: (family: string, bold: boolean, italic: boolean) => string;
      warningCallback: (warning: string) => void;
    },
  ): void;
}
