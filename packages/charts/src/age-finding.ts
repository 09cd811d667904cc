import { type AgeBand, shareFrom } from "./age-bands.ts";
import { countText, percentText } from "./number.ts";

/** From this age on people count as near retirement in a title. */
const OLDER = 55;

/** What a board should take away from an age pyramid: the share aged 55 and over, or else how many there are. */
export function ageFinding(
  bands: readonly AgeBand[],
  before: readonly AgeBand[] | undefined,
  { year, against }: { year: number; against?: number | undefined },
): string {
  const people = headsOf(bands);
  if (!(people > 0)) return `nobody would be in post in ${year}`;
  const starts = bands.map((band) => band.from);
  if (!starts.includes(OLDER) || starts[0] === OLDER) {
    const then = before === undefined ? "" : `, against ${countText(headsOf(before))} in ${against}`;
    return `${countText(people)} ${countText(people) === "1" ? "person" : "people"} in post in ${year}${then}`;
  }
  const then = before === undefined ? "" : `, against ${percentText(shareFrom(OLDER, before))} in ${against}`;
  return `${percentText(shareFrom(OLDER, bands))} of staff aged ${OLDER} or over in ${year}${then}`;
}

const headsOf = (bands: readonly AgeBand[]): number =>
  bands.reduce((sum, band) => sum + band.heads.reduce((a, b) => a + b, 0), 0);
