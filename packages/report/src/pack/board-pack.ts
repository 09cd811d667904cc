import { sourceLine } from "@cadre/charts";
import type { Result } from "cadre";
import { statementPage } from "../assurance/statement-page.ts";
import { withBriefs } from "../brief/brief.ts";
import { answerPage } from "../pages/answer.ts";
import { assumptionsPage } from "../pages/assumptions.ts";
import { balancePage } from "../pages/balance.ts";
import { certaintyPage } from "../pages/certainty.ts";
import { chancePage } from "../pages/chance.ts";
import { costsPage } from "../pages/costs.ts";
import { decisionPage } from "../pages/decision.ts";
import { differencePage } from "../pages/difference.ts";
import { driversPage } from "../pages/drivers.ts";
import { evidencePage } from "../pages/evidence.ts";
import { flowPage } from "../pages/flow.ts";
import { interventionsPage } from "../pages/interventions.ts";
import { judgementPage } from "../pages/judgement.ts";
import { leaversPage } from "../pages/leavers.ts";
import { partsPage } from "../pages/parts.ts";
import { qualityPage } from "../pages/quality.ts";
import { repeatPage } from "../pages/repeat.ts";
import { retirementPage } from "../pages/retirement.ts";
import { scenariosPage } from "../pages/scenarios.ts";
import { changesTable } from "../sheets/changes.ts";
import { figuresTable } from "../sheets/figures.ts";
import { inputsTable } from "../sheets/inputs.ts";
import { plainData, shortenedText } from "../text/plain.ts";
import type { BoardPackOptions } from "./options.ts";
import type { BoardPack, PackPage } from "./pack.ts";
import { type PackSetting, scenarioName, settingOf } from "./setting.ts";

/**
 * A board pack from results of one place: doing nothing first, and then what is compared with it. The board decides about the first that is a plan (`planOf`); a
 * risk is never spoken of as one. Every
 * page has a finding for its title, made of the same rounded numbers as its tables and charts; the last pages say what
 * the answer rests on. Plain data: hand it to `toPptx`, `toXlsx`, `toPage`, `toPictures`, or in Node to `toPdf`.
 *
 * Pages whose numbers are not there are left out: no interventions without a `decomposition`, no certainty without
 * `ensembles`, no costs without prices. No result, an unknown pool or year, a misspelt option and parts of
 * another pool or year are a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * import { boardPack } from "@cadre/report";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const plan = await readScenario("scenarios/cumbria/plan.yaml");
 * const pack = boardPack([run(cumbria), run(cumbria, plan)], { year: 2035 });
 * pack.pages[0].title; // how short of staff, and what the plan does about it
 * ```
 */
export function boardPack(results: readonly Result[], options: BoardPackOptions = {}): BoardPack {
  const setting = settingOf(results, options);
  const { first } = setting;
  const found = [
    balancePage(setting),
    driversPage(setting),
    partsPage(setting),
    scenariosPage(setting),
    differencePage(setting),
    interventionsPage(setting),
    certaintyPage(setting),
    chancePage(setting),
    flowPage(setting),
    leaversPage(setting),
    retirementPage(setting),
    costsPage(setting),
  ].filter((page) => page !== undefined);
  const { assurance } = setting;
  const rests = [
    assumptionsPage(setting),
    evidencePage(setting),
    qualityPage(setting),
    assurance && statementPage(assurance),
    repeatPage(setting),
  ];
  const asked = [judgementPage(setting.results), decisionPage(setting), ...found, ...rests].filter(
    (page) => page !== undefined,
  );
  const pages = withBriefs(setting, [answerPage(setting, found), ...asked]);
  const changes = changesTable(setting);
  return {
    ...plainData({
      title: `${shortenedText(first.system.title, 120)}: board pack`,
      subtitle: subtitleOf(setting),
      source: sourceLine(first),
    }),
    pages: pages.map(plainPage),
    sheets: plainData([
      { about: "Figures", table: figuresTable(setting) },
      { about: "Inputs", table: inputsTable(setting) },
      ...(changes ? [{ about: "Changes", table: changes }] : []),
    ]),
  };
}

function subtitleOf({ results, first, plan }: PackSetting): string {
  const named = [first, plan].filter((result) => result !== undefined).map((result) => `“${scenarioName(result)}”`);
  const others = results.length - named.length;
  const more = others === 0 ? "" : ` and ${others} more`;
  return `${named.join(", ")}${more}. ${first.referenceDate} ${first.base} to ${first.last}.`;
}

/** A title longer than this is no title. */
const LONGEST_TITLE = 240;

/** A page whose words no file format stumbles over; the pictures see to theirs themselves. */
function plainPage({ chart, ...page }: PackPage): PackPage {
  const words = { ...plainData(page), title: shortenedText(page.title, LONGEST_TITLE) };
  if (!chart) return words;
  return {
    ...words,
    chart: { ...chart, numbers: plainData(chart.numbers), drawing: plainData(chart.drawing) },
  };
}
