import type { BoardPack, Publication } from "@cadre/report";
import { csvText } from "cadre/tables";
import type { Target } from "./targets.ts";

/** A board pack as the one file that a target asks for. */
export async function boardFile(
  pack: BoardPack,
  kind: Exclude<Target["kind"], "folder">,
  publication: Publication,
): Promise<string | Uint8Array> {
  if (kind === "pdf") return (await import("@cadre/report/node")).toPdf(pack);
  const { toOds, toPage, toPptx, toXlsx } = await import("@cadre/report");
  if (kind === "pptx") return toPptx(pack);
  if (kind === "html") return toPage(pack);
  return kind === "ods" ? toOds(pack, publication) : toXlsx(pack, publication);
}

/** Every chart as SVG and PNG, and `charts.csv` with the words that go with each wherever it is put. */
export async function boardPictures(pack: BoardPack): Promise<Map<string, string | Uint8Array>> {
  const [{ toPictures }, { toPng }] = await Promise.all([import("@cadre/report"), import("@cadre/report/node")]);
  const files = new Map<string, string | Uint8Array>();
  const pictures = await toPictures(pack);
  for (const { name, svg } of pictures) {
    files.set(`charts/${name}.svg`, svg);
    files.set(`charts/${name}.png`, await toPng(svg));
  }
  const rows = pictures.map(({ name, title, alt, source }) => ({ file: name, title, alternativeText: alt, source }));
  return files.set("charts.csv", csvText(["file", "title", "alternativeText", "source"], rows));
}
