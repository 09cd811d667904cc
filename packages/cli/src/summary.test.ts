import { type CountedMeasure, parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { chartFiles } from "./files/charts.ts";
import { employersAndAll, extrasTable } from "./summary.ts";
import { TOWN } from "./town.test-data.ts";

const WITH_ALL = `${TOWN.replace(
  "  hospital:",
  `    recruitment: { mode: fill, market: here, from: { hospital: 10% } }
    agency: { fills: 50%, premium: 40% }
    returners: [{ cause: retirement, share: 90%, delay: 1 }]
  hospital:`,
)}pipelines:
  academy: { title: Academy, intake: { 2019: 10 }, lasts: 2 years, completion: 80%, joins: { care: 50% } }
labourMarkets: { here: { capacity: 15 } }
`;

/** A town of so many agencies, each with a pool of its own. */
const agencies = (count: number) => {
  const pools = Array.from({ length: count }, (_, i) => [
    `  agency-${i}:`,
    `    { title: Agency ${i}, employer: Agency ${i}, sector: ${i % 2 ? "health" : "social-care"}, level: ${i % 3}, headcount: 10,`,
    "      leaving: { rate: 10%, kind: hazard, scope: employer } }",
  ]);
  return run(
    parseSystem(
      `cadre: 1\nid: town\ntitle: Town\ncalendar: { base: 2019-03-31, until: 2021-03-31 }\naxes: { age: none }\npools:\n${pools.flat().join("\n")}\n`,
    ),
  );
};

describe("the summary of a run", () => {
  it("tells of training, hiring, returners, agency staff and recruits not found, where there are any", () => {
    expect(extrasTable(run(parseSystem(TOWN)))).toBe("");
    const result = run(parseSystem(WITH_ALL));
    const table = extrasTable(result);
    for (const words of ["trainees", "graduates", "graduates who join", "returners", "hired", "not found", "agency"])
      expect(table).toContain(words);
    const last = (measure: CountedMeasure) => String(Math.round(result.at({ measure, year: 2022 })));
    const line = (words: string) => table.split("\n").find((text) => text.includes(words)) ?? "";
    expect(line("trainees").trim().split(/\s+/).at(-1)).toBe(last("trainees"));
    expect(line("trainees").trim().split(/\s+/)).toHaveLength(4);
    expect(line("graduates (people)").trim().split(/\s+/).at(-1)).toBe(last("graduates"));
    expect(table.split("\n").filter((text) => text.length > 80)).toEqual([]);
  });

  it("leaves out an employer who has nobody and needs nobody", () => {
    const lever = TOWN.replace("headcount: 200", "headcount: 0");
    expect(employersAndAll(run(parseSystem(lever))).map(({ id }) => id)).toEqual(["all"]);
    expect(employersAndAll(run(parseSystem(TOWN)))).toHaveLength(3);
  });

  it("speaks of sectors where employers are too many to read, and draws them and the levels", async () => {
    expect(employersAndAll(agencies(12))).toHaveLength(13);
    const many = agencies(13);
    expect(employersAndAll(many).map(({ id }) => id)).toEqual(["sector:social-care", "sector:health", "all"]);
    expect([...(await chartFiles(many)).keys()]).toEqual([
      "charts/supply-and-demand.svg",
      "charts/gap-by-sector.svg",
      "charts/gap-by-level.svg",
      "charts/staff-flow.svg",
      "charts/joiners-by-source.svg",
      "charts/leavers-by-cause.svg",
      "charts/supply-and-demand-social-care.svg",
      "charts/supply-and-demand-health.svg",
      "report.html",
    ]);
  });
});
