import { sourceLine } from "@cadre/charts";
import { type Assurance, type AssuredInput, MATTER_MOST, ROLES, type Role, type SinceSigned } from "cadre/assure";
import { rounded } from "../pack/cell.ts";
import type { BoardPack, PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { scenarioName } from "../pack/setting.ts";
import { judgementPage } from "../pages/judgement.ts";
import { inputName } from "../text/input-name.ts";
import { inputValue } from "../text/input-value.ts";
import { plainData, shortenedText } from "../text/plain.ts";
import { gapLine, STATE_WORDS, statementPage } from "./statement-page.ts";

/**
 * An assurance record as pages: what is missing first, then who answers for it, the assumptions, decisions, data, what was
 * done to verify and validate it, how sure it is and its limits. Plain data: hand it to `toPage`, `toXlsx`, `toMarkdown`, or
 * in Node to `toPdf`.
 *
 * @example
 * ```ts
 * import { inputEffects, run } from "cadre";
 * import { assurance, changedEffect } from "cadre/assure";
 * import { readSystem } from "cadre/node";
 * import { assurancePack } from "@cadre/report";
 * const system = await readSystem("scenarios/cumbria/system.yaml");
 * const changed = (input: string) => changedEffect(system, {}, input);
 * const found = { mark: "0123456789abcdef", on: "2026-11-29", miscounted: inputEffects(system), changed };
 * assurancePack(assurance({ results: [run(system)], ...found })).pages[0].about; // "Missing"
 * ```
 */
export function assurancePack(record: Assurance): BoardPack {
  const { results, on } = record;
  const [first] = results;
  const judged = judgementPage(results);
  const pages = [
    ...(judged ? [judged] : []),
    missingPage(record),
    statementPage(record),
    ...(record.since ? [sincePage(record, record.since)] : []),
    purposePage(record),
    assumptionsPage(record),
    decisionsPage(record),
    dataPage(record),
    verificationPage(record),
    certaintyPage(record),
  ];
  return {
    ...plainData({
      title: `${shortenedText(first.system.title, 120)}: assurance record`,
      subtitle: `${results.map((result) => scenarioName(result)).join(", ")}. Record of ${on}.`,
      source: sourceLine(first),
    }),
    pages: pages.map((page) => plainData(page)),
    sheets: plainData([
      { about: "All assumptions", table: assumptionTable(record, record.inputs) },
      { about: "Files", table: filesTable(record) },
    ]),
  };
}

const text = (title: string) => ({ title, kind: "text" }) as const;
const change = (title: string) => ({ title, kind: "change" }) as const;
const page = (parts: Pick<PackPage, "id" | "about" | "title" | "text"> & Partial<PackPage>): PackPage => ({
  ...{ points: [], tables: [], notes: [] },
  ...parts,
});

function missingPage({ missing, results }: Assurance): PackPage {
  const [first] = results;
  const rows = missing.map(({ input, what, effect }): PackCell[] => [
    input === undefined ? "The whole record" : inputName(first, input),
    what,
    effect ?? "–",
  ]);
  return page({
    id: "missing",
    about: "Missing",
    title:
      missing.length === 0
        ? "Nothing is missing from this record"
        : `${missing.length} things are missing from this record`,
    text: `Inputs come first, those that move the gap of ${first.last} most before the others.`,
    tables:
      rows.length === 0
        ? []
        : [{ caption: "What is missing", columns: [text("What"), text("Lacks"), change("Effect (FTE)")], rows }],
  });
}

function sincePage({ results }: Assurance, { by, on, inputs, answers }: SinceSigned): PackPage {
  const [first] = results;
  const rows = [
    ...answers.map(({ what, was = "not there", is = "gone" }): PackCell[] => [what, was, is]),
    ...inputs.map(({ what, was = "not there", is = "gone" }): PackCell[] => [inputName(first, what), was, is]),
  ];
  return page({
    id: "since",
    about: "Changed since signed",
    title:
      rows.length === 0
        ? "A file has changed since it was signed, but no number"
        : `${rows.length} numbers have changed since it was signed`,
    text: `${by} signed on ${on}. Inputs are shown as they are written. Answers are those of all staff in the last year.`,
    tables:
      rows.length === 0
        ? []
        : [{ caption: "What has changed", columns: ["Number", "As signed", "Now"].map(text), rows }],
  });
}

function purposePage({ file }: Assurance): PackPage {
  const answered = (Object.keys(ROLES) as Role[]).map((role): PackCell[] => [ROLES[role], file?.[role] ?? "not named"]);
  return page({
    id: "purpose",
    about: "Purpose",
    title: file?.purpose ?? "Nobody has said what the model is for",
    text: file?.specification ? `Specification: ${file.specification}` : "No specification is named.",
    points: (file?.notFor ?? []).map((use) => `Not for: ${use}`),
    tables: [{ caption: "Who answers for it", columns: [text("Role"), text("Who")], rows: answered }],
  });
}

function assumptionsPage(record: Assurance): PackPage {
  const { inputs, results } = record;
  const top = inputs.slice(0, MATTER_MOST);
  const owned = top.filter(({ owner, reviewed }) => owner !== undefined && reviewed !== undefined).length;
  return page({
    id: "assumptions",
    about: "Assumptions",
    title: `${owned} of the ${top.length} inputs that matter most have an owner and a date of review`,
    text: `Effects are changes of the gap of all staff in ${results[0].last}, in FTE, when the number is a tenth higher. Miscounted: the base year had been counted wrongly. Changed: it becomes higher from the first year on.`,
    tables: [assumptionTable(record, top)],
    notes: ["A dash under Changed: no change can name this input alone, or it has no dates."],
  });
}

function assumptionTable({ results }: Assurance, inputs: readonly AssuredInput[]): PackTable {
  const [first] = results;
  const titles = new Map(first.sources.map(({ id, title }) => [id, title]));
  const heads = ["Reliability", "Owner", "Reviewed", "Next review", "Use until", "Signed"];
  return {
    caption: inputs.length === 1 ? "One assumption" : `${inputs.length} assumptions, those that matter most first`,
    columns: [
      ...[text("Number"), text("Value"), text("Kind"), text("Source")],
      ...[change("Miscounted (FTE)"), change("Changed (FTE)"), ...heads.map(text)],
    ],
    rows: inputs.map((one): PackCell[] => {
      const { input, signed } = one;
      const source = input.source === undefined ? "none named" : (titles.get(input.source) ?? input.source);
      return [
        ...[inputName(first, input.parameter), inputValue(input), input.kind, shortenedText(source, 60)],
        ...[one.miscounted ?? "–", one.changed ?? "–"],
        ...[one.reliability, one.owner, one.reviewed, one.reviewBy, one.sunset].map((cell) => cell ?? "–"),
        signed ? `${signed.by}, ${signed.on} (${STATE_WORDS[signed.state]})` : "–",
      ];
    }),
  };
}

function decisionsPage({ file }: Assurance): PackPage {
  const decisions = file?.decisions ?? [];
  return page({
    id: "decisions",
    about: "Decisions",
    title: decisions.length === 0 ? "No decisions are on record" : `${decisions.length} decisions are on record`,
    text: "What was decided while the model was made, why, and by whom.",
    tables:
      decisions.length === 0
        ? []
        : [
            {
              caption: "Decisions",
              columns: ["Day", "Decision", "Why", "By"].map(text),
              rows: decisions.map(({ on, what, why = "–", by = "–" }) => [on, what, why, by]),
            },
          ],
  });
}

function dataPage(record: Assurance): PackPage {
  const { sources } = record;
  const rows = sources.map(({ title, publisher = "–", vintage = "–", licence = "–", accessed = "–" }) => [
    title,
    ...[publisher, vintage, licence, accessed],
  ]);
  return page({
    id: "data",
    about: "Data",
    title: `The figures come from ${sources.length} sources`,
    text: "Every source by its edition, licence and the day it was read. The fingerprint of a file changes when one letter in it does.",
    tables: [
      { caption: "Sources", columns: ["Source", "Publisher", "Edition", "Licence", "Read on"].map(text), rows },
      filesTable(record),
    ].filter((table) => table.rows.length > 0),
  });
}

const filesTable = ({ files }: Assurance): PackTable => ({
  caption: "The files that went in (SHA-256, first 16 digits)",
  columns: ["File", "Fingerprint"].map(text),
  rows: files.map(({ path, sha256 }) => [path, sha256?.slice(0, 16) ?? "–"]),
});

function verificationPage({ verification, file }: Assurance): PackPage {
  const passed = verification.filter(({ outcome }) => outcome === "passed").length;
  const seen = file?.validation ?? [];
  return page({
    id: "verification",
    about: "Verification",
    title: `${passed} of ${verification.length} ways to verify the model were used and passed`,
    text: "Verification asks whether the model does what it says; validation, whether that is right for the question.",
    points: [
      "Anyone can make this run again from its folder: cadre reproduce. cadre verify says whether a file was edited.",
    ],
    tables: [
      {
        caption: "Verification",
        columns: ["What", "Outcome", "Detail"].map(text),
        rows: verification.map(({ what, outcome, detail }) => [what, outcome, detail]),
      },
      ...(seen.length === 0
        ? []
        : [
            {
              caption: "Validation",
              columns: ["What", "By", "Day", "Found"].map(text),
              rows: seen.map(({ what, by = "–", on = "–", found = "–" }) => [what, by, on, found]),
            },
          ]),
    ],
  });
}

function certaintyPage({ inputs, file, results }: Assurance): PackPage {
  const ranged = (list: readonly AssuredInput[]) => list.filter(({ input }) => input.p10 !== undefined).length;
  const top = inputs.slice(0, MATTER_MOST);
  const still = top.filter(({ input, miscounted }) => input.p10 === undefined && rounded(miscounted ?? 0) !== 0);
  return page({
    id: "certainty",
    about: "How sure",
    title: `${ranged(top)} of the ${top.length} inputs that matter most have a range`,
    text: `In all, ${ranged(inputs)} of ${inputs.length} inputs have a range that draws can use. Intervals leave out inputs without a range.`,
    points: [
      ...still
        .slice(0, 5)
        .map(({ input, miscounted }) => `No range: ${inputName(results[0], input.parameter)}${gapLine(miscounted)}`),
      ...(file?.limits ?? []).map((limit) => `Limit: ${limit}`),
      ...results[0].warnings.map((warning) => `Warning of the run: ${warning}`),
    ],
  });
}
