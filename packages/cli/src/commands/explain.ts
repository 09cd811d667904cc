import { CadreError, type ExplainQuestion, explain, run, type System } from "cadre";
import { isStillInPost } from "cadre/measures";
import { readSystemOrScenario } from "cadre/node";
import { explainable } from "cadre/results";
import type { Command } from "commander";
import { explanationText, questionsText } from "../explanation.ts";
import type { Terminal } from "../terminal.ts";
import { wholeYear } from "../text/options.ts";

interface ExplainOptions {
  readonly pool?: string;
  readonly sex?: string;
  readonly age?: string;
  readonly tenure?: string;
  readonly year?: number;
  readonly json?: boolean;
}

export function addExplain(command: Command, terminal: Terminal): void {
  command
    .argument("<file>", "a system file, or a scenario, whose changes are then shown")
    .argument("[name]", "a parameter or a measure; left out, lists what can be asked")
    .option("--pool <id>", "a pool; for measures also all, sector:…, employer:…, level:… or pipeline:…")
    .option("--sex <name>", "one of the system's sexes")
    .option("--age <ages>", "an age or a band, such as 60 or 16-29")
    .option("--tenure <years>", "completed years in post, such as 0 or 3+")
    .option("--year <year>", "a calendar year in which a model year ends", wholeYear)
    .option("--json", "print the answer as JSON")
    .action(async (file: string, name: string | undefined, { json, ...options }: ExplainOptions) => {
      const { system, scenario = {} } = await readSystemOrScenario(file);
      if (name === undefined) {
        const possible = () => JSON.stringify(explainable(system), null, 2);
        return terminal.out(json ? possible() : questionsText(system, run(system, scenario), file));
      }
      const found = explain(system, scenario, questionOf(system, name, options));
      terminal.out(json ? JSON.stringify(found, null, 2) : explanationText(found));
    });
}

/** What a name asks for: a measure, a parameter, or a number of the file by its path, `pools.<id>.<parameter>`. */
function questionOf(system: System, name: string, { year, ...where }: ExplainOptions): ExplainQuestion {
  const { measures, parameters } = explainable(system);
  const when = year === undefined ? {} : { year };
  const measure = measures.find((one) => one === name) ?? (isStillInPost(name) ? name : undefined);
  if (measure) return { measure, where, ...when };
  if (parameters.includes(name)) return { parameter: name, where, ...when };
  const [first, pool, ...rest] = name.split(".");
  for (let parts = rest.length; parts > 0 && first === "pools"; parts--) {
    const parameter = rest.slice(0, parts).join(".");
    if (parameters.includes(parameter)) return { parameter, where: { ...where, pool }, ...when };
  }
  throw new CadreError({
    code: "unknown-name",
    message: `There is no measure or parameter "${name}" to explain.`,
    value: name,
    rule: `Measures: ${measures.join(", ")}. Parameters: ${parameters.join(", ")}.`,
    fix: "Ask for one of these; `cadre explain` without a name lists everything that you can ask for.",
  });
}
