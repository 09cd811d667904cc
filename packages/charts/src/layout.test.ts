import { describe, expect, it } from "vitest";
import { COLOURS, inkOf, LEAVER_COLOURS, SERIES } from "./colours.ts";
import { endLabels } from "./end-labels.ts";
import { gapAreas } from "./gap-areas.ts";
import { AGAINST_FIRST } from "./line-layer.ts";
import { whole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine, wrapSources } from "./source-line.ts";
import { cutApart, textWidth, withoutOrphan, wrapText } from "./text-width.ts";
import { milestones, yearTicks } from "./years.ts";

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-0.4, "0"],
    [0.5, "1"],
    [-0.5, "−1"],
    [999.5, "1,000"],
    [1234567.2, "1,234,567"],
    [-14500, "−14,500"],
  ])("%d reads %s", (value, text) => expect(whole(value)).toBe(text));

  it("refuses what is no number, rather than drawing it", () => {
    expect(() => whole(Number.NaN)).toThrow(/finite/);
  });
});

describe("years", () => {
  it("names first, last and round years that have room", () => {
    expect(yearTicks(2019, 2035, 560)).toEqual([2019, 2025, 2030, 2035]);
    expect(yearTicks(2019, 2024, 560)).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
    expect(yearTicks(2019, 2019, 560)).toEqual([2019]);
    expect(yearTicks(2019, 2035, 30)).toEqual([2035]);
    expect(milestones([2019])).toEqual([2019]);
    expect(milestones([])).toEqual([]);
  });
});

describe("scaleOf", () => {
  it("starts at zero unless the lines keep far from it, and then says so", () => {
    expect(scaleOf([80, 100], 200, { mayCut: true })).toMatchObject({ low: 0, high: 100, cut: false });
    expect(scaleOf([9500, 9900], 200, { mayCut: true })).toMatchObject({ low: 9400, cut: true });
    expect(scaleOf([1, 1.1], 200, { mayCut: true })).toMatchObject({ low: 0, cut: false });
    expect(scaleOf([9500, 9900], 200)).toMatchObject({ low: 0 });
  });

  it("holds nothing, zeros and negatives", () => {
    expect(scaleOf([], 200)).toMatchObject({ low: 0, high: 1 });
    expect(scaleOf([0, 0], 200)).toMatchObject({ low: 0, high: 1 });
    const scale = scaleOf([-30, 60], 200);
    expect(scale.low).toBeLessThanOrEqual(-30);
    expect(scale.ticks).toContain(0);
  });
});

describe("end labels", () => {
  it("never overlap and stay in the plot", () => {
    for (const places of [
      [100, 100, 100],
      [0, 1, 2, 198, 199, 200],
      [200, 200],
      [-50, 300],
    ]) {
      const labels = places.map((at) => ({ at, lines: ["one", "two"], colour: "#000" }));
      const tops = endLabels(labels, { x: 0, height: 200, size: 12 }).map((layer) =>
        Number((layer as { mark: { y: number } }).mark.y),
      );
      const sorted = [...tops].sort((a, b) => a - b);
      for (const [index, top] of sorted.entries()) {
        if (index > 0) expect(top - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(27);
      }
      expect(sorted[0]).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
    }
  });
});

describe("gapAreas", () => {
  it("meets the lines exactly where they cross", () => {
    const points = [
      { year: 2019, supply: 100, demand: 90 },
      { year: 2020, supply: 100, demand: 110 },
    ];
    expect(gapAreas(points, "shortage")).toEqual([
      { year: 2019, supply: 100, demand: 100 },
      { year: 2019.5, supply: 100, demand: 100 },
      { year: 2020, supply: 100, demand: 110 },
    ]);
    expect(gapAreas(points, "surplus").map((point) => point.demand)).toEqual([90, 100, 100]);
  });
});

describe("cutApart", () => {
  const fits = (name: string) => name.length <= 24;

  it("cuts names so that they differ, wherever they do", () => {
    const north = "A Partnership with a long name, northern localities";
    const south = "A Partnership with a long name, southern localities";
    const cut = cutApart([north, south, "Short"], fits);
    expect(cut[0]).toMatch(/^A.*… northern localities$/);
    expect(cut[1]).toMatch(/^A.*… southern localities$/);
    expect(cut[2]).toBe("Short");
    expect(cut.every(fits)).toBe(true);
    const long = ["east", "west"].map(
      (part) => `The same for both, then ${part} and so much more that nothing else fits`,
    );
    const both = cutApart(long, fits);
    expect(new Set(both).size).toBe(2);
    expect(both.every(fits)).toBe(true);
    expect(cutApart([north, north], fits)[0]).toBe(cutApart([north, north], fits)[1]);
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

describe("sourceLine", () => {
  it("speaks dates and says when there is no source", () => {
    expect(sourceLine({ sources: [{ id: "a", title: "A", publisher: "B", published: "2020-03-24" }] })).toBe(
      "Source: A (B, 24 March 2020).",
    );
    expect(
      sourceLine({
        sources: [
          { id: "a", title: "A", published: "2019" },
          { id: "b", title: "B." },
        ],
      }),
    ).toBe("Sources: A (2019); B.");
    expect(sourceLine({ sources: [] })).toMatch(/planner's own/);
  });

  it("leaves out whole sources where there is no room, and says how many", () => {
    const title = "A report with a long name about staff; revised";
    const line = sourceLine({ sources: [1, 2, 3, 4, 5, 6].map((id) => ({ id: `s${id}`, title })) });
    const shown = wrapSources(line, { width: 400, size: 11, most: 3 });
    expect(shown.length).toBeLessThanOrEqual(3);
    expect(shown.join(" ")).toMatch(/^Sources: (A report with a long name about staff, revised; )+and [2-5] more\.$/);
    expect(wrapSources(line, { width: 4000, size: 11, most: 3 }).join(" ")).toBe(line);
  });
});

/** What is seen of linear red, green and blue (Machado, Oliveira and Fernandes 2009, full severity). */
const SIMULATED = {
  "full sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string) =>
  [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

/** Linear red, green and blue as CIE Lab under daylight (D65). */
function lab([red = 0, green = 0, blue = 0]: readonly number[]): number[] {
  const [x = 0, y = 0, z = 0] = [
    (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
    0.2126729 * red + 0.7151522 * green + 0.072175 * blue,
    (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883,
  ].map((part) => Math.cbrt(Math.max(0, part)));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe("colours", () => {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  it("keep words readable on white", () => {
    const { supply, needInk, funded, ink, quietInk, nothing, plan, worse } = COLOURS;
    const words = [supply, needInk, funded, ink, quietInk, nothing, plan, worse, ...SERIES.map(({ colour }) => colour)];
    for (const colour of words) expect(contrast(colour, COLOURS.paper)).toBeGreaterThanOrEqual(4.5);
    expect(inkOf(COLOURS.need)).toBe(COLOURS.needInk);
    expect(inkOf(COLOURS.plan)).toBe(COLOURS.plan);
  });

  it("keep lines apart from the paper", () => {
    expect(contrast(COLOURS.need, COLOURS.paper)).toBeGreaterThanOrEqual(3);
  });

  it("keep neighbours in a bar apart in grey print", () => {
    const bar = Object.values(LEAVER_COLOURS);
    for (const [index, colour] of bar.entries()) {
      if (index > 0) expect(contrast(colour, bar[index - 1] ?? "")).toBeGreaterThan(1.9);
    }
    expect(contrast(COLOURS.firstSex, COLOURS.secondSex)).toBeGreaterThan(1.9);
  });

  it("tell what comes if nothing changes from a plan by dashes too, since some eyes see one colour", () => {
    const [nothing, plan] = AGAINST_FIRST;
    expect([nothing?.colour, plan?.colour]).toEqual([COLOURS.nothing, COLOURS.plan]);
    expect(nothing?.dash).not.toEqual(plan?.dash);
  });

  it.each(Object.entries(SIMULATED))("keep what is held against each other apart for %s", (_kind, matrix) => {
    const seen = (hex: string) =>
      lab(matrix.map((row) => row.reduce((sum, part, i) => sum + part * (linear(hex)[i] ?? 0), 0)));
    const { supply, need, nothing, better, worse, shortage, surplus } = COLOURS;
    for (const [one, other] of [
      [supply, need],
      [better, worse],
      [shortage, surplus],
      [nothing, worse],
    ] as const) {
      const [a, b] = [seen(one), seen(other)];
      expect(Math.hypot(...a.map((part, i) => part - (b[i] ?? 0)))).toBeGreaterThan(12);
    }
  });
});
