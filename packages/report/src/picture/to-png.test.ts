import { describe, expect, it } from "vitest";
import { townPack } from "../town.test-data.ts";
import { toPictures } from "./to-pictures.ts";
import { toPng } from "./to-png.ts";

/** Width and height that a PNG says it has. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("pictures of a board pack", () => {
  it("are one for every chart, with title, alternative text and source", async () => {
    const { pack } = townPack();
    const pictures = await toPictures(pack);
    expect(pictures.map(({ name }) => name)).toEqual(pack.pages.flatMap(({ chart }) => chart?.name ?? []));
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
    for (const { svg, alt, title } of pictures) {
      expect(svg).toContain(`<title>${title}</title>`);
      expect(alt.length).toBeGreaterThan(title.length);
    }
  });

  it("are drawn as PNG with their words, on any machine", async () => {
    const [{ svg } = { svg: "" }] = await toPictures(townPack().pack);
    const [width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];
    const drawn = await toPng(svg);
    expect(sizeOf(drawn)).toEqual([2 * width, 2 * height]);
    expect(sizeOf(await toPng(svg, { scale: 1 }))).toEqual([width, height]);
    // Without the letters the same picture is far smaller: they are there, and not left out in silence.
    const mute = await toPng(svg.replace(/<text[\s\S]*?<\/text>/g, ""));
    expect(drawn.length).toBeGreaterThan(2 * mute.length);
  });
});
