import { type BoardPack, boardPack, rowsAsRead } from "@cadre/report";
import { type Ensemble, ensembles, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";

const PLACES = [
  "cumbria",
  "england",
  "leicester-leicestershire-rutland",
  "north-west-academies",
  "nottinghamshire",
  "somerset",
];

/** A pack of doing nothing and the plan, with draws of both. */
async function packOf(place: string): Promise<{ pack: BoardPack; sure: Ensemble[]; year: number }> {
  const folder = `scenarios/${place}`;
  const system = await readSystem(`${folder}/system.yaml`);
  const scenarios = [await readScenario(`${folder}/do-nothing.yaml`), await readScenario(`${folder}/plan.yaml`)];
  const results = scenarios.map((scenario) => run(system, scenario));
  const sure = await ensembles(system, scenarios, { draws: 12, seed: 1, measures: ["supply", "demand", "gap"] });
  return { pack: boardPack(results, { ensembles: sure }), sure, year: results[0]?.last ?? 0 };
}

const number = (text = ""): number => Number(text.replaceAll(",", "").replace("−", "-"));

/** Every statement of a gap in the titles and points of a pack: the year, whose it is where that is said, and the number. */
function gapsSaid({ pages }: BoardPack): { page: string; year: string; of: string | undefined; gap: number }[] {
  return pages.flatMap(({ id, title, points }) =>
    [title, ...points].flatMap((text) =>
      [
        ...text.matchAll(
          /(\d[\d,]*) (?:FTE|full-time equivalents?|posts?) (short|above what is needed|more than needed)(?: (?:in|by) (\d{4}))?(?:[^“;.]*? with “([^”]+)”)?/g,
        ),
      ].map(([, size, side, when, of]) => ({
        page: id,
        year: when ?? /\b20\d\d\b/.exec(text)?.[0] ?? "",
        of,
        gap: side === "short" ? number(size) : -number(size),
      })),
    ),
  );
}

describe.each(PLACES)("the pack of %s", (place) => {
  it("states each gap and the change with one value, that of the draws", async () => {
    const { pack, sure, year } = await packOf(place);
    for (const { headline, title } of pack.pages) {
      const told = headline ?? title;
      expect(told.split(" ").filter(Boolean).length, told).toBeLessThanOrEqual(12);
    }
    // With the cover at most ten slides stand before the appendix.
    expect(pack.pages.filter(({ so }) => so !== undefined).length).toBeLessThanOrEqual(9);
    const query = { measure: "gap", year } as const;
    const round = (value = Number.NaN) => Math.sign(value) * Math.round(Math.abs(value)) + 0;
    const [nothing, plan] = sure.map((one) => round(one.at(query).p50));
    const page = (id: string) => pack.pages.find((one) => one.id === id);
    const said = gapsSaid(pack).filter((one) => one.year === String(year));
    const planName = sure[1]?.central.title ?? "";
    const begins = (name = "") => planName.startsWith(name.replace(/…$/, "").trimEnd());
    for (const one of said.filter(({ page: id }) => id !== "where-the-gap-is"))
      expect({ ...one, gap: one.of && begins(one.of) ? plan : nothing }).toEqual(one);
    expect(new Set(said.map((one) => one.page)).size).toBeGreaterThan(2);
    // The change is that of the same draw, in the first title, in the table under it and on the pages about it.
    const change = round(sure[1]?.difference?.at(query).p50);
    const rows = rowsAsRead(page("answer")!.tables[0]!);
    expect(number(rows.at(-1)?.at(-1)?.replace("+", ""))).toBe(-change + 0);
    const table = rowsAsRead(page("how-sure")!.tables[0]!);
    expect(number(table.at(-1)?.[2]?.replace("+", ""))).toBe(change);
    for (const id of ["answer", "what-the-plan-changes"]) {
      const title = page(id)?.title ?? "";
      const closes = /closes (\d[\d,]*)/.exec(title)?.[1];
      const adds = /(?:adds|by) (\d[\d,]*)/.exec(title)?.[1];
      const told = closes === undefined ? (adds === undefined ? 0 : number(adds)) : -number(closes);
      if (!title.includes("all of it")) expect({ id, title, told }).toEqual({ id, title, told: change });
    }
  });
});
