import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLACE } from "../plan.test-data.ts";
import { cadre, folderWith } from "../town.test-data.ts";

const here = process.cwd();
beforeAll(() => process.chdir(folderWith(PLACE)));
afterAll(() => process.chdir(here));

describe("cadre interventions", () => {
  it("lists the catalogue and marks what nobody has measured", async () => {
    const { exitCode, out, err } = await cadre("interventions");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toMatch(/job-previews +2 +first-year-retention/);
    expect(out).toMatch(/walks \* +0 +retention/);
    expect(out).toContain("2 of 2 interventions");
    expect(out).toContain("* 1 have an effect that nobody has measured.");
  });

  it.each([
    [["--mechanism", "retention"], ["walks"]],
    [["--level", "2"], ["job-previews"]],
    [
      ["--level", "0+"],
      ["job-previews", "walks"],
    ],
    [["--level", "3+"], []],
    [["--place", "town"], ["job-previews"]],
    [["--place", "Elsewhere", "--level", "0"], ["walks"]],
  ])("lists those of %j", async (words, ids) => {
    const { out } = await cadre("interventions", ...words);
    expect(out).toContain(`${ids.length} of 2 interventions`);
    for (const id of ids) expect(out).toMatch(new RegExp(`^${id} `, "m"));
  });

  it("shows one in full", async () => {
    const { out } = await cadre("interventions", "job-previews");
    for (const said of [
      "A fifth more stay",
      "page 3",
      "p10 0.7 p90 0.9",
      "£4,000 a year",
      "The council",
      "2021-03",
      "Town",
    ])
      expect(out).toContain(said);
  });

  it.each([
    [["interventions", "job-previws"], "job-previews, walks"],
    [["interventions", "--mechanism", "magic"], "first-year-retention, retention"],
    [["interventions", "--place", "Atlantis"], "Elsewhere, Town"],
    [["interventions", "--level", "5"], "0, 1, 2, 3 or 4"],
  ])("answers %j with an error that helps", async (words, says) => {
    const { exitCode, err } = await cadre(...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });

  it("says so where there is no catalogue", async () => {
    const before = process.cwd();
    process.chdir(folderWith({}));
    const { exitCode, err } = await cadre("interventions");
    process.chdir(before);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining("no catalogue") });
  });
});
