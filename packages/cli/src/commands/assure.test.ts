import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cadre, folderWith, madeIn, TOWN } from "../town.test-data.ts";

const PLAN = `cadre: 1
id: plan
title: Keep people
system: system.yaml
interventions:
  - { id: keep, title: Keep people, changes: [ { parameter: leaving.rate, multiply: 0.9, from: 2020 } ] }
`;
const CHECKS = `cadre: 1
system: system.yaml
checks: [ { id: size, says: A hundred carers, where: { pool: care }, measure: headcount, year: 2019, near: 100, within: 1 } ]
`;
const SAID = `cadre: 1
assures: ./system.yaml
approver: Director <of> | workforce
purpose: How many carers are missing
`;

let place: string;
let out: string;
const read = (name: string) => readFileSync(join(out, name), "utf8");
const assure = (...words: string[]) => cadre("assure", place, "--out", out, "--on", "2026-11-29", ...words);

beforeAll(() => {
  const project = folderWith({
    ...{ "data/readme.txt": "", "places/town/system.yaml": TOWN, "places/town/plan.yaml": PLAN },
    ...{ "places/town/checks.yaml": CHECKS, "places/town/assurance.yaml": SAID },
  });
  place = join(project, "places/town");
  out = join(project, "out");
});

describe("cadre assure", () => {
  it("writes the record in five kinds of file, with what is missing first", async () => {
    const { exitCode, out: said, err } = await assure();
    expect([exitCode, err]).toEqual([0, ""]);
    expect(said).toContain("assurance record, not signed");
    expect(madeIn(out)).toEqual([
      ...["assurance.html", "assurance.json", "assurance.md", "assurance.pdf", "assurance.xlsx", "run.json"],
    ]);
    const text = read("assurance.md");
    expect(text.indexOf("things are missing")).toBeLessThan(text.indexOf("How many carers are missing"));
    expect(text).toContain("The one statement holds");
    expect(text).toContain("Director \\<of\\> \\| workforce");
    expect(JSON.parse(read("assurance.json"))).toMatchObject({
      state: "not signed",
      scenarios: [{ id: "do-nothing" }, { id: "plan" }],
    });
    expect(JSON.parse(read("run.json")).inputs.map(({ path }: { path: string }) => path)).toContain(
      "places/town/assurance.yaml",
    );
  });

  it("is signed by its mark, and one changed number voids the signature", async () => {
    const mark = JSON.parse(read("assurance.json")).mark as string;
    const signed = `${SAID}signed: [ { by: Director, as: approver, on: 2026-11-29, mark: ${mark.slice(0, 16)} } ]\n`;
    writeFileSync(join(place, "assurance.yaml"), signed);
    const fine = await assure("--strict");
    expect([fine.exitCode, fine.out]).toEqual([0, expect.stringContaining("assurance record, signed")]);
    // The pack for a board says so too.
    const pack = join(place, "../../pack.html");
    expect((await cadre("report", place, "plan", "--to", pack, "--on", "2026-11-29")).err).toBe("");
    expect(readFileSync(pack, "utf8")).toContain("An approver has signed this model, and nothing has changed since");
    writeFileSync(join(place, "system.yaml"), TOWN.replace("vacancyRate: 5%", "vacancyRate: 5.1%"));
    const changed = await assure("--strict");
    expect([changed.exitCode, changed.out]).toEqual([1, expect.stringContaining("changed since signed")]);
    expect((await assure()).exitCode).toBe(0);
    expect(read("assurance.md")).toContain("The record that was signed was not kept");
  });

  it("says number by number what has changed, when the record that was signed was kept", async () => {
    writeFileSync(join(place, "system.yaml"), TOWN);
    await assure();
    writeFileSync(join(place, "signed.json"), read("assurance.json"));
    const signature = (mark: string, record: string) =>
      `${SAID}signed: [ { by: Director, as: approver, on: 2026-11-29, mark: ${mark}, record: ${record} } ]\n`;
    const mark = JSON.parse(read("assurance.json")).mark.slice(0, 16) as string;
    writeFileSync(join(place, "assurance.yaml"), signature(mark, "signed.json"));
    const same = await assure();
    expect([same.out, same.err]).toEqual([expect.not.stringContaining("Changed since"), ""]);
    writeFileSync(join(place, "system.yaml"), TOWN.replace("vacancyRate: 5%", "vacancyRate: 5.1%"));
    const { out: said } = await assure();
    expect(said).toContain("Changed since Director signed on 2026-11-29: 1 input");
    expect(said).toMatch(/vacancyRate: 5% → 5\.1%/);
    expect(JSON.parse(read("assurance.json")).since.inputs).toEqual([
      { what: expect.stringMatching(/vacancyRate$/), was: "5%", is: "5.1%" },
    ]);
    expect(read("assurance.md")).toContain("numbers have changed since it was signed");
    // The kept record is one of the files that went in, so that the folder alone makes the record again.
    expect((await cadre("reproduce", out)).exitCode).toBe(0);
    for (const [record, why] of [
      ["gone.json", "is not there"],
      ["../../../signed.json", "is not there"],
      ["system.yaml", "not an assurance record"],
    ] as const) {
      writeFileSync(join(place, "assurance.yaml"), signature(mark, record));
      const { exitCode, err } = await assure();
      expect([exitCode, err]).toEqual([2, expect.stringContaining(why)]);
    }
    writeFileSync(join(place, "assurance.yaml"), signature("0123456789abcdef", "signed.json"));
    expect((await assure()).err).toContain("was signed");
    writeFileSync(join(place, "assurance.yaml"), SAID);
  });

  it("is made again to the byte from its folder alone", async () => {
    const { exitCode, out: said, err } = await cadre("reproduce", out);
    expect([exitCode, err, said]).toEqual([0, "", expect.stringContaining("byte for byte")]);
  });

  it("refuses a day that is none", async () => {
    expect((await cadre("assure", place, "--out", out, "--on", "2026-02-30")).err).toContain("yyyy-mm-dd");
  });
});
