import { decompose, type Measure } from "cadre";
import { gapDrivers } from "cadre/results";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { countText } from "./number.ts";
import { kept, nothing, plan, sampled, taken } from "./scenarios.test-data.ts";
import { toSvg } from "./svg.ts";
import { waterfallRows } from "./waterfall.ts";
import { driverWaterfall } from "./waterfall-drivers.ts";
import { gapWaterfall } from "./waterfall-gap.ts";

const signed = (value: number) => `${value > 0 ? "+" : ""}${countText(value)}`;
const partOf = (id: string) => taken.parts.find((part) => part.id === id) ?? { value: 0, alone: 0 };

describe("waterfallRows", () => {
  it("carry from one total to the other", () => {
    const rows = waterfallRows(
      { name: "Now", value: 100 },
      [
        { name: "less", value: -30, error: 2 },
        { name: "more", value: 10 },
      ],
      { name: "Then", value: 80 },
      { total: String, part: (value, error) => `${value} ± ${error}` },
    );
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 70],
      [70, 80],
      [0, 80],
    ]);
    expect(rows.map(({ text }) => text)).toEqual(["100", "-30 ± 2", "10 ± 0", "80"]);
  });
});

describe("gapWaterfall", () => {
  it("shows the relief of each intervention, the largest first, in title, text, picture and table alike", async () => {
    const chart = gapWaterfall(taken, { before: nothing, after: plan });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe(
      `Town: “The whole plan” would lower the gap by ${countText(taken.before - taken.after)} FTE in 2024, ` +
        `most of all by “Job previews before anybody is hired” (${countText(-partOf("keep").value)} FTE)`,
    );
    const parts = taken.parts.filter(({ id }) => id !== "serve");
    const both = { ...taken, parts, after: taken.before + partOf("keep").value + partOf("pay").value };
    expect(gapWaterfall(both, { before: nothing, after: plan }).usermeta.cadre.title).toContain(
      `, ${countText(-partOf("keep").value)} FTE of it by “Job previews before anybody is hired”`,
    );
    expect(subtitle).toContain(" * Nobody has measured the effect of 1 of them.");
    expect(subtitle).not.toContain("±");
    expect(table.rows.map(([name]) => name)).toEqual([
      "If nothing changes",
      "Job previews before anybody is hired",
      "Pay *",
      "Serve more people",
      "The whole plan",
    ]);
    expect(table.rows[1]).toEqual([expect.any(String), signed(partOf("keep").value), signed(partOf("keep").alone)]);
    const svg = await toSvg(chart);
    for (const id of ["keep", "pay", "serve"]) {
      expect(svg).toContain(`>${signed(partOf(id).value)}<`);
      expect(altText(chart)).toContain(signed(partOf(id).value));
    }
  });

  it("shows how sure a share is that was sampled", async () => {
    const chart = gapWaterfall(sampled, { before: nothing, after: plan });
    const { subtitle, table } = chart.usermeta.cadre;
    expect(subtitle).toContain("95% range");
    expect(table.columns.at(-1)).toBe("95% range of the share");
    // 1.96 × 3 and 1.96 × 6.
    expect(table.rows.map((row) => row.at(-1))).toEqual(["", "", " ± 6", " ± 12", ""]);
    expect(await toSvg(chart)).toContain(`${signed(partOf("pay").value)} ± 6`);
    const parts = sampled.parts.map((part) => ({ ...part, error: 0.01 }));
    const sure = gapWaterfall({ ...sampled, parts }, { before: nothing, after: plan }).usermeta.cadre;
    expect(sure.table.rows[1]!.at(-1)).toBe("");
    expect(sure.subtitle).toContain("left out where it rounds to 0");
    expect(subtitle).not.toContain("left out");
  });

  it("says when a scenario makes it worse, does nothing, or has a single intervention", () => {
    const title = (before: typeof nothing, after: typeof nothing, measure: Measure = "gap") =>
      gapWaterfall(decompose(before, after, { measure }), { before, after }).usermeta.cadre.title;
    expect(title(nothing, nothing)).toBe("Town: “If nothing changes” would not change the gap in 2024");
    expect(title(nothing, kept)).toMatch(/^Town: “Keep people” would lower the gap by [\d,]+ FTE in 2024$/);
    expect(title(nothing, kept, "supply")).toMatch(/would raise the supply by [\d,]+ FTE in 2024$/);
    const worse = { ...taken, parts: taken.parts.filter(({ id }) => id === "serve"), after: taken.before + 59 };
    expect(gapWaterfall(worse, { before: nothing, after: plan }).usermeta.cadre.title).toContain(
      "raise the gap by 59 FTE",
    );
  });

  it("draws totals as marks where the parts would not be seen beside them, and says so", () => {
    const small = decompose(nothing, kept, { measure: "demand" });
    const moved = { ...small, before: 1000, after: 950, parts: [{ ...taken.parts[0], value: -50 }] } as typeof taken;
    const cut = gapWaterfall(moved, { before: nothing, after: kept });
    expect(cut.usermeta.cadre.subtitle).toContain("does not start at zero");
    expect(JSON.stringify(cut.layer)).not.toContain('"color":"#5c5c5c"');
  });

  it("keeps its width and all its rows on a telephone", async () => {
    const chart = gapWaterfall(sampled, { before: nothing, after: plan, width: 360 });
    expect(chart.padding.left + chart.width + chart.padding.right).toBe(360);
    expect(chart.height).toBe(5 * 34);
    const long = {
      ...sampled,
      parts: sampled.parts.map((part) => ({ ...part, title: "Pay as others do ".repeat(9) })),
    };
    const cut = await toSvg(gapWaterfall(long, { before: nothing, after: plan, width: 360 }));
    expect(cut).toMatch(/…[^<]*<\/tspan>/);
    expect(cut.match(/…[^<]* \*<\/tspan>/g)).toHaveLength(1);
    expect(await toSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("driverWaterfall", () => {
  const drivers = gapDrivers(plan, { pool: "care", year: 2024 });
  const chart = driverWaterfall(drivers, { result: plan, pool: "care", year: 2024 });

  it("leads from the gap at the base date to that of the year", async () => {
    const gap = (year: number) => plan.at({ pool: "care", measure: "gap", year });
    const { title, table } = chart.usermeta.cadre;
    expect(title).toMatch(
      new RegExp(
        `^Home care: the gap would (widen|narrow) by ${countText(Math.abs(gap(2024) - gap(2019)))} FTE by 2024: `,
      ),
    );
    expect(title).toMatch(/: [\d,]+ more posts, [\d,]+ FTE leave, [\d,]+ join$/);
    expect(table.rows[0]).toEqual(["Gap in 2019", countText(gap(2019))]);
    expect(table.rows.at(-1)).toEqual(["Gap in 2024", countText(gap(2024))]);
    expect(table.rows).toHaveLength(drivers.length + 2);
    const svg = await toSvg(chart);
    expect(svg).toContain("Recruits from");
    // There are no courses here; the table says 0 and the picture says nothing.
    expect(svg).not.toContain("Pipelines");
    expect(table.rows).toContainEqual(["Pipelines", "0"]);
  });

  it("says so when the gap stays as it is, and when posts go", () => {
    const title = (values: Partial<Record<string, number>>, year = 2019) =>
      driverWaterfall(
        drivers.map((driver) => ({ ...driver, value: values[driver.id] ?? 0 })),
        { result: plan, pool: "care", year },
      ).usermeta.cadre.title;
    expect(title({ "people-served": -5, retirements: 2, recruits: 7 })).toBe(
      "Home care: the gap in 2019 is what it was: 5 fewer posts, 2 FTE leave, −7 join",
    );
  });
});
