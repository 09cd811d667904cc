import { describe, expect, it } from "vitest";
import { COLOURS, inkOf, LEAVER_COLOURS, SERIES } from "./colours.ts";
import { AGAINST_FIRST } from "./line-layer.ts";

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
