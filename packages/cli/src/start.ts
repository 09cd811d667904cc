import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runInto } from "./commands/run.ts";
import { report } from "./failure.ts";
import { serveNotebooks } from "./notebooks.ts";
import { retirementTable, todaysStaffTable } from "./retirements.ts";
import { extrasTable, gapTable } from "./summary.ts";
import { plainTerminal, processTerminal } from "./terminal.ts";
import { wrappedText } from "./text/columns.ts";
import { readableNumber } from "./text/number.ts";

const SYSTEM = "scenarios/cumbria/system.yaml";
const OUT = "out/cumbria";

/**
 * What `npm start` does: Cumbria to 2035 if nothing changes, as tables here and as files and charts in a folder. For
 * somebody who watches it ends by serving the live notebooks, unless `--no-serve` is given.
 */
async function start(): Promise<void> {
  const terminal = plainTerminal(processTerminal());
  process.chdir(fileURLToPath(new URL("../../..", import.meta.url)));
  const { system, result } = await runInto(SYSTEM, { out: OUT, charts: true, effects: true }, terminal.progress);
  const extras = extrasTable(result);
  const last = result.last;
  const gap = (year: number) => result.at({ measure: "gap", year });
  const here = relative(process.env.INIT_CWD ?? process.cwd(), process.cwd());
  terminal.out(
    [
      `${result.system.title}: ${result.referenceDate} ${result.base} to ${last}, ${result.title.toLowerCase()}`,
      "",
      wrappedText(
        `The shortage grows from ${readableNumber(gap(result.base))} full-time equivalents (FTE) in ${result.base} to ` +
          `${readableNumber(gap(last))} in ${last}. Gap = demand less supply: positive is a shortage.`,
      ),
      "",
      `STAFF AND POSTS at ${result.referenceDate}`,
      gapTable(result),
      "",
      ...(extras === "" ? [] : ["TRAINING, HIRING AND AGENCY STAFF, all employers", extras, ""]),
      `WHO RETIRES: people, in years that end at ${result.referenceDate}`,
      retirementTable(result),
      "(Counts staff of today and those recruited since.)",
      "",
      `WHO OF TODAY'S STAFF RETIRES, by age on ${result.referenceDate} ${result.base}`,
      todaysStaffTable(system, result),
      "",
      ...result.warnings.map((warning) => wrappedText(`Warning: ${warning}`)),
      `Results and charts are in ${OUT}/.`,
      `Open ${OUT}/report.html in a browser.`,
      "",
      ...(here === "" ? ["What to try next:"] : [`What to try next, in ${here}:`]),
      `  npm run -s cadre -- explain ${SYSTEM} gap --year ${last}`,
      `  npm run -s cadre -- explain ${SYSTEM}`,
      "  npm run -s cadre -- check scenarios",
      '  npm run -s cadre -- new "My place"',
      "  npm run notebooks",
    ].join("\n"),
  );
  if (process.stdout.isTTY && !process.argv.includes("--no-serve")) await serveNotebooks(terminal);
}

try {
  await start();
} catch (error) {
  process.exitCode = await report(error, plainTerminal(processTerminal()), process.argv.includes("--debug"));
}
