import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLACE } from "../plan.test-data.ts";
import { cadre, filesBelow, folderWith, madeIn, TOWN } from "../town.test-data.ts";

const root = folderWith(PLACE);
const town = join(root, "scenarios/town");
const to = (name: string) => join(root, "boards", name);
/** What the first bytes of a file say it is. */
const kindOf = (path: string) => readFileSync(path).subarray(0, 4).toString("latin1");

describe("cadre report", () => {
  it("writes slides, a workbook, a paper and a page of one pack, with the answer on the terminal", async () => {
    const files = ["b.pptx", "b.xlsx", "b.pdf", "b.html"].map(to);
    const { exitCode, out, err } = await cadre("report", town, "plan", ...files.flatMap((file) => ["--to", file]));
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(files.slice(0, 3).map(kindOf)).toEqual(["PK\u0003\u0004", "PK\u0003\u0004", "%PDF"]);
    const page = readFileSync(to("b.html"), "utf8");
    const answer = /^Town would be \d+ full-time equivalents? (short|above)[^;]* in 2022; “The plan” [^\n]*/.exec(
      out.replace(/(\S)\n(\S)/g, "$1 $2"),
    );
    expect(answer?.[0]).toBeTruthy();
    expect(page).toContain(`<h2>${answer?.[0].split(".\n")[0]?.replace(/\.$/, "").trim()}</h2>`);
    // What each intervention adds, how sure it is, and how to repeat all of it.
    expect(page).toContain("Waterfall chart.");
    expect(page).toContain("Nobody has measured");
    expect(page).toContain("Run in the project folder: cadre report scenarios/town plan --to boards/b.pptx");
    expect(page).toContain("data/interventions/walks.yaml");
    expect(madeIn(join(root, "boards"))).toEqual(["b.html", "b.pdf", "b.pptx", "b.xlsx"]);
    for (const file of files) expect(out).toContain(`Written: ${file}`);
  });

  it("asks one question throughout: of the pool and the year that are named", async () => {
    const { exitCode } = await cadre(
      "report",
      town,
      "plan",
      "--pool",
      "care",
      "--year",
      "2021",
      "--to",
      to("care.html"),
    );
    expect(exitCode).toBe(0);
    const page = readFileSync(to("care.html"), "utf8");
    expect(page).toContain(
      "Effect: change of the gap in 2021, in FTE, when the number alone is a tenth higher. Care. Scen",
    );
    expect(page).not.toMatch(/all staff in 2022|in 2022, in FTE/);
  });

  it("does not write over a file that may have been edited, unless that is asked for", async () => {
    writeFileSync(join(root, "mine.html"), "mine");
    const words = ["report", town, "plan", "--pool", "care", "--to", join(root, "mine.html")];
    const refused = await cadre(...words);
    expect(refused).toMatchObject({ exitCode: 2, out: "" });
    expect(refused.err).toContain("add --replace");
    expect(readFileSync(join(root, "mine.html"), "utf8")).toBe("mine");
    expect((await cadre(...words, "--replace")).exitCode).toBe(0);
    expect(readFileSync(join(root, "mine.html"), "utf8")).toContain("<h2>Care would be");
  });

  it("writes every chart as SVG and PNG into a folder, with the words that go with it", async () => {
    const folder = join(root, "charts-of-town");
    expect(await cadre("report", town, "plan", "--to", folder)).toMatchObject({ exitCode: 0, err: "" });
    const files = madeIn(folder);
    const names = files.filter((file) => file.endsWith(".svg")).map((file) => file.replace(/\.svg$/, ""));
    expect(names.length).toBeGreaterThan(4);
    expect(files).toEqual(
      [...names.flatMap((name) => [`${name}.png`, `${name}.svg`]), "charts.csv", "run.json"].sort(),
    );
    expect(kindOf(join(folder, `${names[0]}.png`))).toContain("PNG");
    expect(readFileSync(join(folder, "charts.csv"), "utf8").trim().split("\n")).toHaveLength(names.length + 1);
    const { command, outputs } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    expect(command).toBe("cadre report scenarios/town plan --to charts-of-town");
    expect(outputs).toHaveLength(filesBelow(folder).length - 1);
    // A second time it replaces what it wrote itself.
    expect((await cadre("report", town, "plan", "--to", folder)).exitCode).toBe(0);
  });

  it("says how sure the gap is, from draws that a seed repeats", async () => {
    const words = (name: string) => [
      "report",
      town,
      "plan",
      "--draws",
      "20",
      "--seed",
      "5",
      "--target",
      "3",
      "--to",
      to(name),
    ];
    expect(await cadre(...words("one.html"))).toMatchObject({ exitCode: 0, err: "" });
    await cadre(...words("two.html"));
    const [one, two] = ["one.html", "two.html"].map((name) => readFileSync(to(name), "utf8").replaceAll(name, ""));
    expect(one).toContain("in 20 draws, and the chance of a gap of at most 3 FTE");
    const [, broken] = /What would break it: ([^<]*?)\.</.exec(one ?? "") ?? [];
    expect(broken).toBe("the target is missed in every draw, so that no number in particular breaks it");
    expect(one).toContain("--to boards/ --draws 20 --seed 5 --target 3");
    expect(one === two).toBe(true);
  });

  it("takes a system without any scenario", async () => {
    const alone = folderWith({ "system.yaml": TOWN });
    expect(await cadre("report", alone, "--to", join(alone, "b.html"))).toMatchObject({ exitCode: 0, err: "" });
    expect(readFileSync(join(alone, "b.html"), "utf8")).not.toContain("Waterfall chart. Town: “");
  });

  it.each([
    [["report", "atlantis", "--to", to("x.pptx")], "no place"],
    [["report", town, "paln", "--to", to("x.pptx")], "plan"],
    [["report", town, "--to", to("x.docx")], ".pptx"],
    [["report", town, "--pool", "caer", "--to", to("x.pptx")], 'did you mean "care"?'],
    [["report", town, "--year", "2050", "--to", to("x.pptx")], "2022"],
    [["report", town], "--to"],
  ])("answers %j with an error that helps", async (words, says) => {
    const { exitCode, err } = await cadre(...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
    expect(madeIn(root).filter((file) => file.includes("x."))).toEqual([]);
  });
});
