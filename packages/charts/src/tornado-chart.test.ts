import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeCounty } from "./fixture.test-data.ts";
import { toSvg } from "./svg.ts";
import { tornadoChart } from "./tornado-chart.ts";
import { tornadoFit } from "./tornado-fit.ts";

const result = madeCounty();
const central = 4800;
const ends = (atLow: number | string, atHigh: number | string) => ({
  atLow,
  atHigh,
  givenLow: atLow,
  givenHigh: atHigh,
});
const about = { from: "input" as const, central, ...ends(0.1, 0.2) };
const bar = (id: string, low: number, high: number) => ({ ...about, id, title: `Number ${id}`, low, high });
const options = { result, pool: "care" };

describe("tornadoChart", () => {
  it("puts the widest first and says the same numbers in title, alternative text, picture and table", async () => {
    const bars = [bar("small", 4700, 4900), { ...bar("wide", 6000, 3300), ...ends(0.2999, 0.381) }];
    const chart = tornadoChart(bars, options);
    const { title, table } = chart.usermeta.cadre;
    expect(title).toBe(
      "Independent sector care: the gap in 2035 depends most on “Number wide”, which puts it between 3,300 and 6,000 FTE short",
    );
    expect(table.rows).toEqual([
      ["Number wide", "0.300 to 0.381", "6,000", "3,300", "2,700"],
      ["Number small", "0.10 to 0.20", "4,700", "4,900", "200"],
    ]);
    expect(altText(chart)).toContain(
      "All at their median: 4,800 FTE short. Number wide: 6,000 FTE short if low, 3,300 FTE short if high.",
    );
    const svg = await toSvg(chart);
    for (const label of [
      "3,300 high",
      "6,000 low",
      "4,700 low",
      "4,900 high",
      "All at their median: 4,800",
      "0.300 to 0.381",
    ])
      expect(svg).toContain(`>${label}<`);
  });

  it.each([
    [0.8975, 1.1025, "0.90 to 1.10"],
    [-2.2e-16, 1.6, "0.0 to 1.6"],
    [-0.00384, 0.00384, "−0.0038 to 0.0038"],
    [-120, 200, "−120 to 200"],
    [14500, 16250, "14,500 to 16,250"],
    [0.5, 0.5, "0.50 to 0.50"],
    ["Principal", "High\nvariant", "Principal to High variant"],
  ])("a number from %s to %s reads “%s”", (atLow, atHigh, words) => {
    const { table } = tornadoChart([{ ...bar("a", 4000, 5000), ...ends(atLow, atHigh) }], options).usermeta.cadre;
    expect(table.rows[0]?.[1]).toBe(words);
  });

  it("gives the range of the file beside one that weak evidence has taken wider", async () => {
    const widened = { ...bar("effect", 4700, 4900), atLow: 0.5, atHigh: 1.3, givenLow: 0.8, givenHigh: 1 };
    const chart = tornadoChart([widened, bar("known", 4750, 4850)], options);
    expect(chart.usermeta.cadre.table.rows.map(([, range]) => range)).toEqual([
      "0.50 to 1.30 (file: 0.80 to 1.00)",
      "0.10 to 0.20",
    ]);
    expect(chart.usermeta.cadre.subtitle).toContain("a wider range than in the file");
    for (const width of [360, 720])
      expect(await toSvg(tornadoChart([widened], { ...options, width }))).toContain(
        ">0.50 to 1.30 (file: 0.80 to 1.00)<",
      );
    expect(tornadoChart([bar("known", 4750, 4850)], options).usermeta.cadre.subtitle).not.toContain("wider");
  });

  it("writes both ends behind a bar that lies on one side of the centre", async () => {
    const svg = await toSvg(tornadoChart([bar("both", 5100, 4900), bar("less", 4500, 4300)], options));
    expect(svg).toContain(">4,900 high, 5,100 low<");
    expect(svg).toContain(">4,300 high, 4,500 low<");
  });

  it("draws twelve and says what the others do", async () => {
    const many = Array.from({ length: 15 }, (_, i) => bar(`n${i}`, 4800 - 10 * i, 4800 + 10 * i));
    const chart = tornadoChart(many, options);
    expect(chart.usermeta.cadre.subtitle).toContain("3 more numbers, in the table, move it by at most 40 FTE.");
    expect(chart.usermeta.cadre.table.rows).toHaveLength(15);
    const svg = await toSvg(chart);
    expect(svg).toContain("Number n3<");
    expect(svg).not.toContain("Number n2<");
    expect(tornadoChart([...many.slice(3), bar("z", 4800, 4800.2)], options).usermeta.cadre.subtitle).toContain(
      "1 more number, in the table, hardly moves it.",
    );
  });

  it("says that nothing moves it where nothing does", async () => {
    const title = (bars: Parameters<typeof tornadoChart>[0]) => tornadoChart(bars, options).usermeta.cadre.title;
    expect(title([])).toContain("nothing that is called uncertain moves the gap in 2035");
    expect(title([bar("same", 4800, 4800.1)])).toContain("no number by itself moves the gap in 2035");
    for (const bars of [[], [bar("same", 4800, 4800)]])
      expect(await toSvg(tornadoChart(bars, options))).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("speaks of money in its own size", () => {
    const bars = [{ ...about, id: "pay", title: "Pay", low: 28e6, high: 36e6, central: 30e6 }];
    const { title, subtitle } = tornadoChart(bars, { result, measure: "cost.total", year: 2030 }).usermeta.cadre;
    expect(title).toContain(
      "all costs in 2030 depends most on “Pay”, which puts it between £28 million and £36 million",
    );
    expect(subtitle).toContain("All costs in £ million, 2030");
  });
});

describe("fitted", () => {
  it("makes the bars as long as their words leave room for, and no longer", () => {
    const rows = [
      { before: { reach: 100, word: 50 }, behind: { reach: 20, word: 0 } },
      { before: { reach: 0, word: 0 }, behind: { reach: 60, word: 90 } },
    ];
    const { at, perUnit } = tornadoFit(rows, 300);
    // 100 u + 50 before the centre and 60 u + 90 behind it fill 300.
    expect(perUnit).toBeCloseTo(1, 6);
    expect(at).toBeCloseTo(150, 6);
  });
});
