import type { System } from "cadre";

/** Why some staff have no number of recruits that a slider could change. */
const REASON = {
  fill: "recruit whatever their posts need (mode: fill)",
  fixed: "have fixed recruits, which an effort does not change (mode: fixed)",
} as const;

type Pool = System["pools"][string];

/** What a slider changes: the recruits that staff look for, or the effort with which they look. */
export interface RecruitsSlider {
  readonly parameter: "recruitment.recruits" | "recruitment.effort";
  /** Which staff it is for; all when left out. */
  readonly isFor?: (pool: Pool, id: string) => boolean;
}

/**
 * For a slider of recruits: why it could change nothing, or which staff it leaves as they are. Both are missing where it
 * works for all.
 */
export function recruitsAct(
  { pools }: Pick<System, "pools">,
  { parameter, isFor = () => true }: RecruitsSlider,
): { idle?: string; note?: string } {
  const meant = Object.entries(pools).filter(([id, pool]) => isFor(pool, id));
  const still = (["fill", "fixed"] as const).flatMap((mode) => {
    if (mode === "fixed" && parameter === "recruitment.recruits") return [];
    const those = meant.filter(([, { recruitment }]) => recruitment.mode === mode);
    return those.length > 0 ? [{ mode, those }] : [];
  });
  const count = still.reduce((sum, { those }) => sum + those.length, 0);
  if (count === 0) return {};
  const words = still.map(
    ({ mode, those }) => `${those.map(([, { title }]) => `“${title}”`).join(", ")} ${REASON[mode]}`,
  );
  if (count === meant.length) return { idle: `This slider cannot change anything: ${words.join("; ")}.` };
  return { note: `It does not act on all: ${words.join("; ")}.` };
}
