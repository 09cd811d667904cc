export { toPdf } from "./pdf/to-pdf.ts";
export { toPng } from "./picture/to-png.ts";
