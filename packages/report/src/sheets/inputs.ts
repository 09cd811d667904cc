import type { PackCell, PackTable } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { rankedInputs } from "../pages/assumptions.ts";
import { inputName } from "../text/input-name.ts";

/** Every number and every choice that the runs rest on, the most influential first. */
export function inputsTable(setting: PackSetting): PackTable {
  const { first, effects } = setting;
  const sources = new Map(first.sources.map(({ id, title }) => [id, title]));
  const choices = first.assumptions
    .filter(({ value }) => value === undefined)
    .map((input) => ({ input, effect: undefined }));
  const text = ["Number", "Name in the files"];
  return {
    caption: `Every number and choice of the system${effects ? ". Effect: change of the gap of all staff in the last year, in FTE, when the number is a tenth higher" : ""}`,
    columns: [
      ...text.map((title) => ({ title, kind: "text" as const })),
      { title: "Value", kind: "exact" },
      { title: "As written", kind: "text" },
      { title: "Unit", kind: "text" },
      ...(effects ? [{ title: "Effect (FTE)", kind: "change" } as const] : []),
      { title: "Low (p10)", kind: "exact" },
      { title: "High (p90)", kind: "exact" },
      ...["Kind", "Quality", "Source", "Place in the source", "Owner", "Reviewed", "Default", "Note"].map((title) => ({
        title,
        kind: "text" as const,
      })),
    ],
    rows: [...rankedInputs(setting), ...choices].map(({ input, effect }): PackCell[] => [
      inputName(first, input.parameter),
      input.parameter,
      input.value,
      input.written,
      input.unit,
      ...(effects ? [effect] : []),
      input.p10,
      input.p90,
      input.kind,
      input.quality,
      input.source === undefined ? undefined : (sources.get(input.source) ?? input.source),
      input.at,
      input.owner,
      input.reviewed,
      input.isDefault ? "yes" : "no",
      input.note,
    ]),
  };
}
