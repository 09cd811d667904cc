import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, type Result, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { levyOf } from "cadre/results";
import { csvParseRows } from "d3-dsv";
import { beforeAll, describe, expect, it } from "vitest";
import { assumptionsCsv } from "../packages/cli/src/files/assumptions-csv.ts";
import { changesCsv } from "../packages/cli/src/files/changes-csv.ts";
import { comparisonCsv } from "../packages/cli/src/files/comparison-csv.ts";
import { scenarioFiles } from "../packages/cli/src/files/find-scenarios.ts";
import { levyCsv } from "../packages/cli/src/files/levy-csv.ts";
import { resultsFile } from "../packages/cli/src/files/results-file.ts";
import { PLACE } from "../packages/cli/src/plan.test-data.ts";
import { cadre, filesBelow, folderWith } from "../packages/cli/src/town.test-data.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const places = readdirSync(join(root, "scenarios"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The files of every scenario of every place, as `cadre run` and `cadre compare` write them. */
async function filesOfPlaces(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const place of places) {
    const folder = join(root, "scenarios", place);
    const system = await readSystem(join(folder, "system.yaml"));
    const results: Result[] = [];
    for (const [id, file] of scenarioFiles(folder)) {
      const scenario = await readScenario(file);
      const result = run(system, scenario);
      const levy = levyOf(result);
      results.push(result);
      files.set(`${place}/${id}/results.csv`, String((await resultsFile([result]))[1]));
      files.set(`${place}/${id}/assumptions.csv`, assumptionsCsv(result.assumptions, []));
      files.set(`${place}/${id}/changes.csv`, changesCsv(system, scenario));
      if (levy) files.set(`${place}/${id}/levy.csv`, levyCsv(levy));
    }
    files.set(`${place}/comparison.csv`, comparisonCsv(compare(results), "all"));
  }
  return files;
}

/** Tables that commands read and never write. */
const READ = ["observed.csv", "series.csv"];

/** Text that would break a file which is not quoted, or be run as a formula. */
const HOSTILE = JSON.stringify('=1+1, "a"; =2+2\n=3');

/** The rate at which care staff left, nine years in a row. */
const RATES = [30, 28, 33, 31, 29, 30, 32, 31, 33].reduce(
  (text, rate, i) => `${text}${2012 + i}-03-31,care,leaving.rate,${rate}%,,first,report\n`,
  "date,pool,measure,value,published,vintage,source\n",
);

/** The files of every command that writes any, for a place whose names are hostile. */
async function filesOfCommands(): Promise<Map<string, string>> {
  const named = Object.fromEntries(
    Object.entries(PLACE).map(([name, text]) => [
      name,
      text.replace(/title: (Care|The plan|Job previews|The survey)/g, `title: ${HOSTILE}`),
    ]),
  );
  const folder = folderWith({
    ...named,
    "scenarios/town/observed.csv": "date,pool,measure,value\n2021-03-31,all,headcount,290\n",
    "rates.csv": RATES,
  });
  const place = join(folder, "scenarios/town");
  const plan = join(place, "plan.yaml");
  const commands = [
    ["run", plan, "--no-charts"],
    ["run", plan, "--no-charts", "--draws", "4"],
    ["compare", place],
    ["decompose", plan],
    ...["tornado", "screening", "sobol"].map((method) => ["sensitivity", plan, "--method", method, "--draws", "2"]),
    ["backtest", join(folder, "rates.csv"), "--horizons", "1", "--draws", "20"],
  ];
  for (const [i, words] of commands.entries())
    expect(await cadre(...words, "--out", join(folder, `out/${i}`)), words.join(" ")).toMatchObject({ exitCode: 0 });
  const board = ["report", place, "plan", "--to", join(folder, "out/board")];
  expect(await cadre(...board), board.join(" ")).toMatchObject({ exitCode: 0 });
  const list = [join(root, "data/examples/staff-list.csv"), "--place", "Westshire", "--date", "2024-03-31"];
  const imported = [
    "import",
    "staff",
    ...list,
    "--columns",
    join(folder, "columns.yaml"),
    "--dir",
    join(folder, "out/staff"),
  ];
  // The first call proposes what the columns are, the second one counts.
  for (const _ of ["columns", "counts"])
    expect(await cadre(...imported), imported.join(" ")).toMatchObject({ exitCode: 0 });
  return new Map(
    filesBelow(join(folder, "out"))
      .filter((name) => name.endsWith(".csv"))
      .map((name) => [name, readFileSync(join(folder, "out", name), "utf8")]),
  );
}

const PYTHON = `
import csv, hashlib, json, sys
found = {}
for name in json.load(sys.stdin):
    with open(name, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    text = "\\x1e".join("\\x1f".join(row) for row in rows)
    found[name] = [sorted({len(row) for row in rows}), hashlib.sha256(text.encode("utf-8")).hexdigest()]
json.dump(found, sys.stdout)
`;
const python = spawnSync("python3", ["--version"]).status === 0;

/** What a reader finds in a file. */
interface Found {
  readonly headings: readonly string[];
  /** The first row with another number of cells than there are headings. */
  readonly uneven: string[] | undefined;
  /** Cells that are no number though they should be one, or that a spreadsheet would run. */
  readonly wrong: readonly string[];
  readonly lengths: readonly number[];
  readonly hash: string;
}

/** Reads a file once for all that is asked of it: together they have millions of cells. */
function found(text: string): Found {
  const rows = csvParseRows(text);
  const headings: string[] = rows[0] ?? [];
  const hash = createHash("sha256");
  const wrong: string[] = [];
  for (const [r, row] of rows.entries()) {
    hash.update(`${r > 0 ? "\u001e" : ""}${row.join("\u001f")}`);
    for (const cell of row)
      if (/^-?(NaN|Infinity)$/.test(cell) || /(^|[;\n\r\t])\s*[=@＝]/.test(cell)) wrong.push(cell);
  }
  return {
    headings,
    uneven: rows.find(({ length }) => length !== headings.length),
    wrong,
    lengths: [...new Set(rows.map(({ length }) => length))],
    hash: hash.digest("hex"),
  };
}

describe("every CSV file that Cadre writes", () => {
  let files = new Map<string, string>();
  let inFiles = new Map<string, Found>();
  beforeAll(async () => {
    files = new Map([...(await filesOfPlaces()), ...(await filesOfCommands())]);
    inFiles = new Map([...files].map(([name, text]) => [name, found(text)]));
  }, 300_000);

  it("is among those tried here", () => {
    const sources = filesBelow(join(root, "packages/cli/src")).filter((name) => !/\.test(-data)?\.ts$/.test(name));
    const names = sources.flatMap((name) =>
      [...readFileSync(join(root, "packages/cli/src", name), "utf8").matchAll(/"([a-z-]+\.csv)"/g)].map(
        ([, csv]) => csv,
      ),
    );
    const written = new Set(names.filter((name) => !READ.includes(String(name))));
    expect(written.size).toBeGreaterThan(6);
    expect([...written].filter((name) => ![...files.keys()].some((file) => file.endsWith(`/${name}`)))).toEqual([]);
  });

  it("has as many cells in every row as there are headings", () => {
    expect(files.size).toBeGreaterThan(200);
    for (const [name, { headings, uneven }] of inFiles) {
      expect(headings.length, name).toBeGreaterThan(1);
      expect(new Set(headings).size, name).toBe(headings.length);
      expect(uneven, name).toBeUndefined();
    }
  });

  it("holds no number that is none, and no text that a spreadsheet would run", () => {
    for (const [name, { wrong }] of inFiles) expect(wrong, name).toEqual([]);
  });

  it.skipIf(!python)("is read by Python as it is by d3-dsv", () => {
    const folder = folderWith({});
    const paths = [...files.keys()].map((name) => join(folder, name.replaceAll("/", "+")));
    for (const [i, text] of [...files.values()].entries()) writeFileSync(paths[i] ?? "", text);
    const { status, stdout, stderr } = spawnSync("python3", ["-c", PYTHON], {
      input: JSON.stringify(paths),
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const read = JSON.parse(stdout);
    for (const [i, [name, { lengths, hash }]] of [...inFiles].entries())
      expect(read[paths[i] ?? ""], name).toEqual([lengths, hash]);
  });
});
