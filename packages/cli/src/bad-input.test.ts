import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { readObserved } from "cadre/node";
import { describe, expect, it } from "vitest";
import { cadre, folderWith, TOWN } from "./town.test-data.ts";

const INLINE = /population:\n {2}people:\n.*\n.*\n/;
const letters = [..."abcdefghi"];
/** Nine anchors, each nine times the one before: 387 million values if it were followed. */
const EXPLODING = letters
  .map((name, i) => `${name}: &${name} [${Array(9).fill(i === 0 ? "x" : `*${letters[i - 1]}`)}]`)
  .join("\n");

/** What is wrong, the file, where it stands (line:column), the value shown and a word of the rule or of what to do. */
const cases: [what: string, text: string, at: string, value: string, says: string][] = [
  ["a missing key", TOWN.replace("    headcount: 200\n", ""), "25:5", "(nothing)", "headcount, or fteInPost with fte"],
  ["a missing key at the top", TOWN.replace("title: Town\n", ""), "1:1", "(nothing)", 'Add "title'],
  [
    "a misspelt key that must be there",
    TOWN.replace("headcount: 200", "headcuont: 200"),
    "28:5",
    "headcuont",
    '"headcount"?',
  ],
  ["a misspelt key", TOWN.replace("vacancyRate", "vacancyrate"), "21:5", "vacancyrate", 'did you mean "vacancyRate"?'],
  ["a misspelt key inside", TOWN.replace("includes", "include"), "22:81", "include", 'did you mean "includes"?'],
  ["a wrong unit", TOWN.replace("1% per year", "1% per month"), "33:72", "1% per month", 'not "per month"'],
  ["a percentage without its sign", TOWN.replace("rate: 20%", "rate: 20"), "22:22", "20", "Write 20% or 0.2"],
  ["a percentage for a count", TOWN.replace("headcount: 200", "headcount: 20%"), "28:16", "20%", "A count of people"],
  ["shares that do not sum", TOWN.replace('"16-29": 20%', '"16-29": 25%'), "19:11", "16-29: 25%", "add up to 105%"],
  ["ages outside the axis", TOWN.replace('"50-75"', '"50-80"'), "19:41", "50-80", "Ages 16 to 75"],
  ["ages left out between two bands", TOWN.replace('"30-49"', '"32-49"'), "19:11", "16-29, 32-49", '"30-31": 0%'],
  [
    "an axis of ages upside down",
    TOWN.replace("[16, 75]", "[75, 16]"),
    "6:14",
    "[75, 16]",
    "The youngest age comes first",
  ],
  ["a misspelt sex", TOWN.replace("male: 20%", "mal: 20%"), "20:25", "mal", 'did you mean "male"?'],
  ["no service at all", TOWN.replace("tenure: 2", "tenure: 0"), "6:32", "0", "tenure is at least 1"],
  ["a number of steps", TOWN.replace("until:", "stepsPerYear: 3, until:"), "5:45", "3", "one of 1, 2, 4, 12"],
  [
    "factors that let nobody leave",
    TOWN.replace("includes: [retirement]", 'includes: [retirement], byTenure: { "0": 0, "1+": 0 }'),
    "22:115",
    "0: 0, 1+: 0",
    "at least one factor is above zero",
  ],
  [
    "no pool's name in quotes but a tag",
    TOWN.replace("title: Town", "title: !!js/function x"),
    "3:8",
    "title: !!js",
    "not valid YAML",
  ],
  ["a second file in the file", `${TOWN}---\ncadre: 1\n`, "34:1", "---", "begins a second file"],
  ["not a number at all", TOWN.replace("headcount: 200", "headcount: .nan"), "28:16", "NaN", "not a finite number"],
  [
    "commas in a number",
    TOWN.replace("headcount: 200", 'headcount: "14,500"'),
    "28:16",
    "14,500",
    "without commas or spaces: 14500.",
  ],
  [
    "a space in a number",
    TOWN.replace("headcount: 200", "headcount: 14 500"),
    "28:16",
    "14 500",
    "without commas or spaces: 14500.",
  ],
  ["a decimal comma", TOWN.replace("rate: 20%", 'rate: "20,5%"'), "22:22", "20,5%", "is not a number"],
  [
    "more than all of a pool's work moved elsewhere",
    `${TOWN}shifts:\n  - { from: care, to: hospital, share: 70%, start: 2020 }\n  - { from: care, to: hospital, share: 40%, start: 2021 }\n`,
    "35:40",
    "hospital: 70%, hospital: 40%",
    "at most 100%",
  ],
  ["a negative headcount", TOWN.replace("headcount: 200", "headcount: -200"), "28:16", "-200", "cannot be negative"],
  [
    "an unknown source",
    TOWN.replace("source: survey", "source: surveys"),
    "18:38",
    "surveys",
    'did you mean "survey"?',
  ],
  ["retirement above the rate", TOWN.replace("rate: 20%", "rate: 0.4%"), "22:22", "0.4%", "exceed its published"],
  ["a file that is not YAML", "cadre: 1\n  id: [x\n}{", "1:8", "cadre: 1", "indented with spaces"],
  ["words that are no system", "just some words", "1:1", "just some words", "group of keys"],
  ["an empty file", "", "1:1", "(nothing)", "cadre: 1"],
  ["a file of comments", "# nothing\n", "1:1", "(nothing)", "cadre: 1"],
  ["a 50 MB file", "x".repeat(50_000_000), "1:1", "50.0 MB", "At most 2 MB"],
  ["aliases that explode", `${EXPLODING}\n${TOWN}`, "1:1", "", "repeats of an anchor"],
  [
    "a path that leaves the folder",
    TOWN.replace(INLINE, "population: { table: ../../etc/passwd }\n"),
    "9:22",
    "../../etc/passwd",
    "leaves the project folder",
  ],
  [
    "a table that is not there",
    TOWN.replace(INLINE, "population: { table: people.csv }\n"),
    "9:22",
    "people.csv",
    "relative to the system file",
  ],
  [
    "a schedule that leaves the folder",
    TOWN.replace(/retirement: \{.*\}/, "retirement: ../../etc/passwd"),
    "23:17",
    "../../etc/passwd",
    "no retirement schedule",
  ],
  [
    "a number too large to compute with",
    TOWN.replace("headcount: 200", "headcount: 1e308"),
    "28:16",
    "1e+308",
    "too large",
  ],
  ["a key that would vanish", TOWN.replace("  hospital:", "  __proto__:"), "24:3", "__proto__", "another name"],
];

describe("bad input", () => {
  it.each(cases)("%s is one error with its place, and nothing is written", async (_, text, at, value, says) => {
    const folder = folderWith({ "system.yaml": text });
    const file = join(folder, "system.yaml");
    const { exitCode, out, err } = await cadre("run", file, "--out", join(folder, "out"));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.split("\n")[0]).toContain(`${file}:${at}: `);
    expect(err.match(/ {2}rule: /g), "one error").toHaveLength(1);
    expect(err).toContain(`  value: ${value}`);
    expect(err).toContain("  to do: ");
    expect(err).toContain(says);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it.each([
    ["a file that is not there", "none.yaml", "no such file"],
    ["a folder", "", "a folder, not a file"],
    ["a picture", "picture.png", "not a text file"],
    ["a workbook", "place.xlsx", "place.xlsx:1:1: This is a workbook"],
    ["groups too deep", "deep.yaml", "There are too many brackets inside brackets here"],
    ["a letter of another encoding", "old.yaml", "old.yaml:3:11: This file contains a letter that is not in UTF-8."],
  ])("%s is an error too", async (_, name, says) => {
    const folder = folderWith({
      "picture.png": Uint8Array.of(137, 80, 78, 71, 0, 1),
      "place.xlsx": Uint8Array.of(80, 75, 3, 4, 20, 0),
      "deep.yaml": `a: ${"[".repeat(100_000)}`,
      "old.yaml": Buffer.from(TOWN.replace("title: Town", "title: Caf\u00e9"), "latin1"),
    });
    const { exitCode, err } = await cadre("run", join(folder, name), "--out", join(folder, "out"));
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it.skipIf(!existsSync("/dev/zero"))(
    "reads only files on disk, and figures counted since only inside the project",
    async () => {
      const folder = folderWith({ "system.yaml": TOWN });
      symlinkSync("/dev/zero", join(folder, "endless.yaml"));
      symlinkSync(join(folder, "nowhere.yaml"), join(folder, "broken.yaml"));
      mkdirSync(join(folder, "folder.yaml"));
      for (const [name, says] of [
        ["endless.yaml", "a device or a pipe"],
        ["broken.yaml", "There is no such file"],
        ["folder.yaml", "This is a folder"],
      ] as const) {
        const { exitCode, err } = await cadre("run", join(folder, name), "--out", join(folder, "out"));
        expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining(says) });
      }
      const outside = folderWith({ "observed.csv": "date,pool,measure,value\n2020-03-31,homes,headcount,100\n" });
      symlinkSync(join(outside, "observed.csv"), join(folder, "observed.csv"));
      await expect(readObserved(join(folder, "observed.csv"))).rejects.toMatchObject({ code: "path-outside" });
    },
  );

  it.each([
    ["plan.yaml", "cadre: 1\nid: plan\ntitle: Plan\nsystem: WHERE\n", ["run", "plan.yaml", "--out", "out"], "4:9"],
    [
      "checks.yaml",
      "cadre: 1\nsystem: WHERE\nchecks: [{ id: a, says: A., measure: gap, year: 2020, atLeast: 0 }]\n",
      ["check", "checks.yaml"],
      "2:9",
    ],
  ])(
    "a system that %s names is looked for inside the project only",
    async (name, text, [command = "", file = "", ...rest], at) => {
      const outside = folderWith({ "system.yaml": TOWN });
      for (const [where, says] of [
        [join(outside, "system.yaml"), "leaves the project folder"],
        [`../${outside.split("/").at(-1)}/system.yaml`, "leaves the project folder"],
        ["./sistem.yaml", "The system is not there"],
      ] as const) {
        const folder = folderWith({ [name]: text.replace("WHERE", where) });
        const words = rest.map((word) => (word === "out" ? join(folder, word) : word));
        const { exitCode, out, err } = await cadre(command, join(folder, file), ...words);
        expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
        expect(err).toContain(`${join(folder, name)}:${at}: `);
        expect(err).toContain(`  value: ${where}`);
        expect(err).toContain(says);
        expect(existsSync(join(folder, "out"))).toBe(false);
      }
    },
  );

  it("leaves an earlier run as it was", async () => {
    const folder = folderWith({ "system.yaml": "" });
    mkdirSync(join(folder, "out"));
    await cadre("run", join(folder, "system.yaml"), "--out", join(folder, "out"));
    expect(existsSync(join(folder, "out", "results.csv"))).toBe(false);
  });

  it("shows at most ten further problems of one file", async () => {
    const keys = Array.from({ length: 15 }, (_, i) => `nonsense${i}: 1`).join("\n");
    const folder = folderWith({ "system.yaml": `${TOWN}${keys}\n` });
    const { err } = await cadre("run", join(folder, "system.yaml"), "--out", join(folder, "out"));
    expect(err.match(/is not a key that belongs here/g)).toHaveLength(11);
    expect(err).toContain("… and 4 more.");
  });
});
