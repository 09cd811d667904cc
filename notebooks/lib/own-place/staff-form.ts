import type { StaffColumns, StaffProposal } from "@cadre/sources";
import { element } from "../element.ts";
import { SECTORS } from "./sectors.ts";

/** What a staff list's columns may say, in a planner's words; the same keys as in a columns file. */
const SAYS: Readonly<Record<string, string>> = {
  person: "Number of the person",
  assignment: "Number of the assignment",
  employer: "Employer",
  group: "Staff group",
  role: "Role",
  band: "Pay band",
  sex: "Sex",
  birth: "Date of birth",
  age: "Age",
  fte: "FTE",
  hours: "Contracted hours a week",
  start: "First day in the post",
  end: "Last day in the post",
  reason: "Why the person left",
  source: "Where the person came from",
  status: "Status of the assignment",
};
const POOLS = ["employer", "group", "role", "band"] as const;
const CAUSES = { leaving: "Leaving", retirement: "Retirement", death: "Death" } as const;

/** What was confirmed: what the columns mean, and the day that the list shows. */
export interface ConfirmedList {
  readonly columns: StaffColumns;
  readonly asOf: string;
}

/**
 * What the columns of a list are taken for, to be confirmed or corrected, and the day it shows. `use` gets what was
 * confirmed, `cancel` hears that another file is wanted.
 */
export function staffForm(
  { columns, proposals, notRead, open }: StaffProposal,
  name: string,
  use: (given: ConfirmedList) => void,
) {
  const why = new Map(proposals.map(({ column, because }) => [column, because]));
  const fieldOf = new Map(Object.entries(columns.columns).map(([field, column]) => [column, field]));
  const names = [...fieldOf.keys(), ...notRead];
  const taken = names.map((column) => {
    const chosen = select(
      [["", "Not read"], ...Object.entries(SAYS)],
      fieldOf.get(column) ?? "",
      `Column ${column} is taken for`,
    );
    return { column, chosen };
  });
  const pools = POOLS.map((field) => ({ field, box: tick(SAYS[field] ?? field, columns.pools.includes(field)) }));
  const causes = Object.entries(columns.causes).map(([word, cause]) => ({
    word,
    chosen: select(Object.entries(CAUSES), cause, `“${word}” counts as`),
  }));
  const dates = select(
    [
      ["day-first", "3 April: the day first"],
      ["month-first", "4 March: the month first"],
    ],
    columns.dates,
    "03/04/2024 is",
  );
  const sector = select(
    Object.entries(SECTORS).map(([id, { words }]) => [id, words] as const),
    columns.sector,
    "Sector",
  );
  const day = element("input", { type: "date", "aria-label": "Day the list shows", required: "" });
  day.value = /(20\d\d)-?([01]\d)-?([0-3]\d)/.exec(name)?.slice(1).join("-") ?? "";
  const wrong = element("p", { class: "error", role: "alert" });
  const go = element("button", { type: "button", class: "main" }, "Use these numbers");
  go.addEventListener("click", () => {
    const given = Object.fromEntries(
      taken.flatMap(({ column, chosen }) => (chosen.value === "" ? [] : [[chosen.value, column]])),
    );
    wrong.textContent = faultOf(taken, day.value);
    if (wrong.textContent !== "") return;
    use({
      asOf: day.value,
      columns: {
        ...columns,
        columns: given,
        pools: pools.flatMap(({ field, box }) => (box.input.checked && given[field] !== undefined ? [field] : [])),
        causes: Object.fromEntries(causes.map(({ word, chosen }) => [word, chosen.value])) as StaffColumns["causes"],
        dates: dates.value as StaffColumns["dates"],
        sector: sector.value,
      },
    });
  });
  return element(
    "div",
    { class: "staff-form" },
    element("p", {}, "Check what each column means. Nothing is counted until you confirm it."),
    ...(open.length > 0 ? [element("ul", { class: "warn" }, ...open.map((one) => element("li", {}, one)))] : []),
    columnTable(taken.map(({ column, chosen }) => [column, chosen, why.get(column) ?? ""])),
    row("Day the list shows", day),
    row("Sector", sector),
    row("03/04/2024 is", dates),
    group("Groups of staff are made from", ...pools.map(({ box }) => box.element)),
    ...(causes.length > 0
      ? [group("Reasons for leaving count as", ...causes.map(({ word, chosen }) => row(word, chosen)))]
      : []),
    wrong,
    element("p", { class: "buttons" }, go),
  );
}

/** What keeps the list from being counted, in words; nothing where it can be. */
function faultOf(taken: readonly { column: string; chosen: HTMLSelectElement }[], day: string): string {
  const fields = taken.map(({ chosen }) => chosen.value).filter((field) => field !== "");
  const twice = fields.find((field, i) => fields.indexOf(field) !== i);
  if (twice !== undefined) return `Two columns mean “${SAYS[twice]}”. Set one of them to “Not read”.`;
  if (day === "") return "Give the day that the list shows: leavers are counted up to it.";
  return "";
}

function columnTable(rows: readonly (readonly [string, HTMLElement, string])[]): HTMLElement {
  const heads = ["Column", "Taken for", "Because of"].map((head) => element("th", { scope: "col" }, head));
  const body = rows.map(([column, chosen, because]) =>
    element("tr", {}, element("th", { scope: "row" }, column), element("td", {}, chosen), element("td", {}, because)),
  );
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...body));
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Columns of the list" }, table);
}

const row = (words: string, control: HTMLElement) =>
  element("p", { class: "row" }, element("span", { "aria-hidden": "true" }, words), control);
const group = (words: string, ...contents: readonly Node[]) =>
  element("fieldset", {}, element("legend", {}, words), element("div", {}, ...contents));

function select(options: readonly (readonly [string, string])[], value: string, label: string): HTMLSelectElement {
  const made = element(
    "select",
    { "aria-label": label },
    ...options.map(([id, words]) => element("option", { value: id }, words)),
  );
  made.value = value;
  return made;
}

function tick(words: string, checked: boolean) {
  const input = element("input", { type: "checkbox" });
  input.checked = checked;
  return { input, element: element("label", { class: "tick" }, input, element("span", {}, words)) };
}
