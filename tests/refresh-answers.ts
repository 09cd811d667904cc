import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { type Answer, HEADING, interventionRow, rowOf, tablesUnderHeading } from "./scenario-table.ts";

/**
 * Writes the numbers of a run into the tables under "What the scenarios say" of every place's README, or of the places
 * named: for whoever changed a system or a scenario on purpose. Words outside the tables have to be read again by hand.
 */
const named = process.argv.slice(2);
const places = readdirSync("scenarios").filter((place) => existsSync(`scenarios/${place}/README.md`));
for (const place of named.length > 0 ? named : places) {
  const folder = `scenarios/${place}`;
  const readme = `${folder}/README.md`;
  const page = readFileSync(readme, "utf8");
  const system = await readSystem(`${folder}/system.yaml`);
  const answers = new Map<string, Answer>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".yaml"))) {
    if (["system.yaml", "checks.yaml", "assurance.yaml"].includes(name)) continue;
    const scenario = await readScenario(`${folder}/${name}`);
    answers.set(scenario.id ?? name, { scenario, result: run(system, scenario) });
  }
  const doNothing = answers.get("do-nothing")?.result ?? run(system);
  const known = new Map<string, string[]>();
  for (const { header, rows } of tablesUnderHeading(page))
    for (const row of rows) {
      const answer = answers.get(row[0]!);
      const key = `${header.join("|")}\n${row[0]}`;
      if (header[0] === "scenario" && answer) known.set(key, rowOf(header, answer, doNothing));
      if (header[0] === "intervention") known.set(key, interventionRow(row[0]!, header, system, answers));
    }
  const written = rewritten(page, known);
  if (written !== page) writeFileSync(readme, written);
  process.stdout.write(`${place}: ${written === page ? "as it was" : "tables written again"}\n`);
}

/** The page with the rows of its tables replaced, ids kept as they are marked. */
function rewritten(page: string, known: ReadonlyMap<string, readonly string[]>): string {
  let under = false;
  let header = "";
  return page
    .split("\n")
    .map((line) => {
      if (/^#{1,2}\s/.test(line)) under = line.replace(/^#+\s+/, "").trim() === HEADING;
      if (!under || !line.startsWith("|")) {
        header = "";
        return line;
      }
      const cells = line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
      const bare = cells.map((cell) =>
        cell
          .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
          .replace(/[*`]/g, "")
          .trim(),
      );
      if (header === "") {
        header = bare.join("|");
        return line;
      }
      const row = known.get(`${header}\n${bare[0]}`);
      return row ? `|${cells[0]}| ${row.slice(1).join(" | ")} |` : line;
    })
    .join("\n");
}
