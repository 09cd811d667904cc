import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cadre, filesBelow, folderWith, TOWN } from "../town.test-data.ts";

const PLAN = `cadre: 1
id: plan
title: Keep people
system: system.yaml
interventions:
  - id: keep
    title: Keep people
    changes: [ { parameter: leaving.rate, multiply: { p10: 0.85, p90: 0.95 }, from: 2020 } ]
`;

let project: string;
let out: string;

beforeAll(async () => {
  project = folderWith({ "data/readme.txt": "", "places/town/system.yaml": TOWN, "places/town/plan.yaml": PLAN });
  out = join(project, "out");
  const { err } = await cadre("run", join(project, "places/town/plan.yaml"), "--out", out, "--draws", "5");
  expect(err).toBe("");
});

/** The run in a folder of its own, with one thing done to it. */
function copyWith(change: (folder: string) => void): string {
  const folder = join(folderWith({}), "out");
  cpSync(out, folder, { recursive: true });
  change(folder);
  return folder;
}

describe("cadre verify", () => {
  it("finds every file as it was written, with how the run was made", async () => {
    const { exitCode, out: said } = await cadre("verify", out, "--project", project);
    expect(exitCode).toBe(0);
    expect(said).toMatch(/are as the run\s+wrote them/);
    expect(said).toContain("cadre run places/town/plan.yaml --out out --draws 5");
    expect(filesBelow(out).filter((name) => name.startsWith("inputs/"))).toEqual([
      "inputs/places/town/plan.yaml",
      "inputs/places/town/system.yaml",
    ]);
  });

  it("finds one changed byte anywhere, a hundred times of a hundred", async () => {
    let state = 20261129;
    const random = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const files = filesBelow(out);
    const folder = copyWith(() => {});
    for (let time = 0; time < 100; time++) {
      const name = files[time % files.length]!;
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const edited = Buffer.from(bytes);
      const at = random(edited.length);
      edited[at] = edited[at]! ^ (1 + random(255));
      writeFileSync(path, edited);
      const { exitCode, out: said, err } = await cadre("verify", folder, "--json");
      // A record that can no longer be read is an error that names it.
      expect([exitCode, name === "run.json" && exitCode === 2 ? err : said]).toEqual([
        expect.toBeOneOf([1, 2]),
        expect.stringContaining(name),
      ]);
      writeFileSync(path, bytes);
    }
    expect((await cadre("verify", folder)).exitCode).toBe(0);
  });

  it("tells what was edited, what is gone, what is not of the run, and inputs that have changed since", async () => {
    const folder = copyWith((copy) => {
      writeFileSync(join(copy, "results.csv"), `${readFileSync(join(copy, "results.csv"), "utf8")} `);
      rmSync(join(copy, "resolved.json"));
      writeFileSync(join(copy, "notes.txt"), "mine");
    });
    const later = folderWith({ "places/town/system.yaml": TOWN.replace("value: 100", "value: 101") });
    mkdirSync(join(later, "data"));
    const { exitCode, out: said } = await cadre("verify", folder, "--project", later, "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      unchanged: false,
      edited: ["results.csv"],
      missing: ["resolved.json"],
      notOfTheRun: ["notes.txt"],
      inputsChangedSince: ["places/town/plan.yaml", "places/town/system.yaml"],
    });
  });

  it("refuses a folder without a record, a record of an earlier version and one that is no record", async () => {
    expect((await cadre("verify", folderWith({}))).err).toContain("There is no run.json in this folder");
    expect((await cadre("verify", join(project, "nowhere"))).err).toContain("no such folder");
    const old = folderWith({ "run.json": JSON.stringify({ cadre: 1, outputs: ["results.csv"] }) });
    expect((await cadre("verify", old)).err).toContain("earlier version");
    for (const text of ["", "[]", "null", "{}", '{"cadre":2}']) {
      const { exitCode, err } = await cadre("verify", folderWith({ "run.json": text }));
      expect([exitCode, err]).toEqual([2, expect.stringContaining("not as a run writes it")]);
    }
  });
});

describe("cadre reproduce", () => {
  it("makes a run again from its folder alone, to the byte", async () => {
    const { exitCode, out: said } = await cadre(
      "reproduce",
      copyWith(() => {}),
    );
    expect([exitCode, said]).toEqual([0, expect.stringMatching(/All \d+ files came out the same, byte for byte/)]);
  });

  it("makes runs of other commands again", async () => {
    const place = join(project, "places/town");
    for (const [name, ...words] of [
      ["compare", place, "--out"],
      ["report", place, "--to"],
      ["decompose", join(place, "plan.yaml"), "--against", "do-nothing", "--out"],
      ["sensitivity", join(place, "plan.yaml"), "--out"],
    ] as const) {
      const folder = join(project, `made-by-${name}`);
      expect((await cadre(name, ...words, folder)).err).toBe("");
      const { exitCode, out: said, err } = await cadre("reproduce", folder);
      expect([name, exitCode, err, said]).toEqual([name, 0, "", expect.stringContaining("byte for byte")]);
    }
  });

  it("names the first difference of a file that was edited", async () => {
    const edited = copyWith((folder) => {
      const path = join(folder, "assumptions.csv");
      writeFileSync(path, readFileSync(path, "utf8").replace("pools.care.headcount,100,", "pools.care.headcount,120,"));
    });
    const { exitCode, out: said } = await cadre("reproduce", edited);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/differs {2}assumptions\.csv line \d+, column \d+: 120 then, 100 now/);
  });

  it("does not start from inputs that were edited, and repeats no command but those that write a run", async () => {
    const input = copyWith((folder) =>
      writeFileSync(join(folder, "inputs/places/town/plan.yaml"), PLAN.replace("0.85", "0.8")),
    );
    expect((await cadre("reproduce", input)).err).toContain("The copy that the run kept was edited");
    for (const command of [
      "cadre new x --out y",
      "cadre run ../../etc --out y",
      "cadre run a/b.yaml --out",
      "rm -rf /",
      "cadre run places/town/plan.yaml --out a --out b",
      "cadre report places/town --to a --to=b.html",
    ]) {
      const other = copyWith((folder) => {
        const path = join(folder, "run.json");
        const record = JSON.parse(readFileSync(path, "utf8"));
        writeFileSync(path, JSON.stringify({ ...record, command }));
      });
      expect((await cadre("reproduce", other)).err).toContain("This command cannot be repeated");
    }
  });
});
