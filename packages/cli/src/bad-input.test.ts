import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
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
  ["a missing key", TOWN.replace("    headcount: 200\n", ""), "25:5", "(nothing)", "A count of people"],
  ["a missing key at the top", TOWN.replace("title: Town\n", ""), "1:1", "(nothing)", 'Add "title'],
  ["a misspelt key", TOWN.replace("vacancyRate", "vacancyrate"), "21:5", "vacancyrate", 'did you mean "vacancyRate"?'],
  ["a misspelt key inside", TOWN.replace("includes", "include"), "22:81", "include", 'did you mean "includes"?'],
  ["a wrong unit", TOWN.replace("1% per year", "1% per month"), "33:72", "1% per month", 'not "per month"'],
  ["a percentage without its sign", TOWN.replace("rate: 20%", "rate: 20"), "22:22", "20", "Write 20% or 0.2"],
  ["a percentage for a count", TOWN.replace("headcount: 200", "headcount: 20%"), "28:16", "20%", "A count of people"],
  ["shares that do not sum", TOWN.replace('"16-29": 20%', '"16-29": 25%'), "19:11", "16-29: 25%", "add up to 105%"],
  ["ages outside the axis", TOWN.replace('"50-75"', '"50-80"'), "19:41", "50-80", "Ages 16 to 75"],
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
  ["a key that would vanish", TOWN.replace("  hospital:", "  __proto__:"), "25:5", "__proto__", "another name"],
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
  ])("%s is an error too", async (_, name, says) => {
    const folder = folderWith({ "picture.png": Uint8Array.of(137, 80, 78, 71, 0, 1) });
    const { exitCode, err } = await cadre("run", join(folder, name), "--out", join(folder, "out"));
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

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
