import { assumedNumber, sectorOf } from "./sectors.ts";

/** The younger and the older of two bands that a single share of older staff makes. */
export const YOUNGER_BAND = "16-54";
export const OLDER_BAND = "55-75";

/** A share of older staff as the file has ages. */
export const agesOf = (older: number): Record<string, string> => ({
  [YOUNGER_BAND]: `${tidy(100 - older)}%`,
  [OLDER_BAND]: `${tidy(older)}%`,
});

const tidy = (value: number): number => Number(value.toFixed(4));

/** What a number of a pool is taken for while nobody has given it. */
export function assumedNumbers(
  sectorId: unknown,
): Record<"headcount" | "ages" | "fte" | "vacancyRate" | "rate", unknown> {
  const sector = sectorOf(sectorId);
  return {
    headcount: assumedNumber(1000, "an example, the answer grows in step with it"),
    ages: assumedNumber(agesOf(Number.parseFloat(sector.olderShare.value)), sector.olderShare.because),
    fte: assumedNumber(sector.fte.value, sector.fte.because),
    vacancyRate: assumedNumber("0%", "every post is taken as filled"),
    rate: assumedNumber(sector.leaving.value, sector.leaving.because),
  };
}

/** A group of staff of which nothing is known yet but its name and sector. */
export function newPool(title: string, sectorId: string): Record<string, unknown> {
  const sector = sectorOf(sectorId);
  const { rate, ...numbers } = assumedNumbers(sectorId);
  return {
    title,
    employer: sector.employer,
    sector: sectorId,
    ...numbers,
    leaving: { rate, kind: sector.leaving.kind, scope: "employer", includes: ["retirement"] },
    retirement: sector.retirement,
    recruitment: {
      mode: "replace",
      effort: { value: "100%", p10: "90%", p90: "110%", note: "A judgement: eight times in ten within it" },
      follows: { population: "16-64" },
    },
  };
}

/** What the posts of a new group follow. */
export const newDemand = (sectorId: string): Record<string, unknown> => ({
  drivers: [{ population: sectorOf(sectorId).served }],
});
