import type { BoardPack } from "@cadre/report";
import { csvLine } from "./csv.ts";
import type { Target } from "./targets.ts";

/** A board pack as the one file that a target asks for. */
export async function boardFile(
  pack: BoardPack,
  kind: Exclude<Target["kind"], "folder">,
): Promise<string | Uint8Array> {
  if (kind === "pdf") return (await import("@cadre/report/node")).toPdf(pack);
  const { toPage, toPptx, toXlsx } = await import("@cadre/report");
  return kind === "pptx" ? toPptx(pack) : kind === "xlsx" ? toXlsx(pack) : toPage(pack);
}

/** Every chart as SVG and PNG, and `charts.csv` with the words that go with each wherever it is put. */
export async function boardPictures(pack: BoardPack): Promise<Map<string, string | Uint8Array>> {
  const [{ toPictures }, { toPng }] = await Promise.all([import("@cadre/report"), import("@cadre/report/node")]);
  const files = new Map<string, string | Uint8Array>();
  const lines = [csvLine(["file", "title", "alternativeText", "source"])];
  for (const { name, title, alt, source, svg } of await toPictures(pack)) {
    files.set(`charts/${name}.svg`, svg);
    files.set(`charts/${name}.png`, await toPng(svg));
    lines.push(csvLine([name, title, alt, source]));
  }
  return files.set("charts.csv", lines.join(""));
}
