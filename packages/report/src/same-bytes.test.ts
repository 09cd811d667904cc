import { afterEach, describe, expect, test, vi } from "vitest";
import { toPdf } from "./pdf/to-pdf.ts";
import { toPptx } from "./pptx/to-pptx.ts";
import { townPack } from "./town.test-data.ts";

afterEach(() => void vi.useRealTimers());

describe("the same pack", () => {
  test("has the same bytes at any time, and however many were made before it", async () => {
    const { pack } = townPack();
    const madeOn = async (day: string) => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(day) });
      return { pptx: await toPptx(pack), pdf: await toPdf(pack) };
    };
    const first = await madeOn("2026-11-29T10:00:00Z");
    const second = await madeOn("2027-03-01T23:59:58Z");
    expect(Buffer.compare(first.pptx, second.pptx)).toBe(0);
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  });
});
