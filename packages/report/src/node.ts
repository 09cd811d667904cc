export { lettersSentence, lettersWithout } from "./pdf/letters.ts";
export { toPdf } from "./pdf/to-pdf.ts";
export { toPng } from "./picture/to-png.ts";
