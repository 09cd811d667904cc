import { describe, expect, it } from "vitest";
import { distinctShortNames, textWidth, withoutOrphan, wrapText } from "./text-width.ts";

describe("cutApart", () => {
  const fits = (name: string) => name.length <= 24;

  it("cuts names so that they differ, wherever they do", () => {
    const north = "A Partnership with a long name, northern localities";
    const south = "A Partnership with a long name, southern localities";
    const cut = distinctShortNames([north, south, "Short"], fits);
    expect(cut[0]).toMatch(/^A.*… northern localities$/);
    expect(cut[1]).toMatch(/^A.*… southern localities$/);
    expect(cut[2]).toBe("Short");
    expect(cut.every(fits)).toBe(true);
    const long = ["east", "west"].map(
      (part) => `The same for both, then ${part} and so much more that nothing else fits`,
    );
    const both = distinctShortNames(long, fits);
    expect(new Set(both).size).toBe(2);
    expect(both.every(fits)).toBe(true);
    expect(distinctShortNames([north, north], fits)[0]).toBe(distinctShortNames([north, north], fits)[1]);
  });
});

describe("wrapText", () => {
  it("keeps every line in the width, every word whole where it can be, and marks what is cut", () => {
    const text = "Home care and supported living, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    const lines = wrapText(text, { width: 120, size: 12 });
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
    expect(lines.join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""));
    const cut = wrapText(text, { width: 120, size: 12, most: 2 });
    expect(cut).toHaveLength(2);
    expect(cut[1]).toMatch(/^\S.*….*\S$/);
    expect(cut[1]?.at(-1)).toBe(text.trim().at(-1));
    expect(wrapText("  ", { width: 120, size: 12 })).toEqual([]);
  });
});

describe("withoutOrphan", () => {
  const room = { width: textWidth("Cumbria health and care system would be short of staff", 10) + 1, size: 10 };
  it("leaves no lone word in the last line, takes no line more and loses nothing", () => {
    const text = "Cumbria health and care system would be short of staff by 2035";
    expect(wrapText(text, room).at(-1)).toBe("by 2035");
    const lines = withoutOrphan(text, room);
    expect(lines).toHaveLength(wrapText(text, room).length);
    expect(lines.join(" ")).toBe(text);
    expect(textWidth(lines.at(-1) ?? "", 10)).toBeGreaterThan(room.width / 3);
  });

  it("is as it was where there is one line, no shorter way or no room", () => {
    expect(withoutOrphan("Short", room)).toEqual(["Short"]);
    expect(withoutOrphan("", room)).toEqual([]);
    const long = `${"long".repeat(13)} and`;
    expect(withoutOrphan(long, room)).toEqual(wrapText(long, room));
    const cut = { ...room, most: 1 };
    expect(withoutOrphan(long, cut)).toEqual(wrapText(long, cut));
  });
});
