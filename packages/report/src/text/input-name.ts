import type { Result } from "cadre";
import { plainText, shortenedText } from "./plain.ts";

/** The parts of a system file by the word a planner uses for one of them. */
const PARTS: Readonly<Record<string, string>> = {
  pools: "",
  pipelines: "",
  demand: "demand",
  labourMarkets: "labour market",
};

/** A longer name of a pool would hide which of its numbers is meant. */
const MOST_IN_TITLE = 36;

/** An input by names in place of ids: `pools.care.leaving.byTenure.0` is "Home care: leaving, by tenure, 0". */
export function inputName({ data }: Result, parameter: string): string {
  const { system } = data.resolved;
  const [part = "", ...path] = parameter.split(".");
  const [id, ...rest] = path;
  const known: Readonly<Record<string, Readonly<Record<string, { readonly title?: string }>>>> = {
    pools: system.pools,
    pipelines: system.pipelines,
    demand: system.pools,
    labourMarkets: system.labourMarkets,
  };
  const move = part === "moves" ? system.moves[Number(id)] : undefined;
  if (move) {
    const poolTitle = (pool: string) => system.pools[pool]?.title ?? pool;
    return plainText(`Moves from ${poolTitle(move.from)} to ${poolTitle(move.to)}: ${rest.map(spaced).join(", ")}`);
  }
  const title = id === undefined ? undefined : known[part]?.[id]?.title;
  if (title !== undefined) {
    const words = [PARTS[part], ...rest.map(spaced)].filter(Boolean).join(", ");
    return plainText(`${shortenedText(title, MOST_IN_TITLE)}: ${words}`);
  }
  const words = path.map(spaced).join(", ");
  const first = spaced(part);
  return plainText(`${first.charAt(0).toUpperCase()}${first.slice(1)}${words === "" ? "" : `: ${words}`}`);
}

/** `stayingInSector` as words; what holds digits or hyphens is a label and stays. */
const spaced = (word: string): string =>
  word === "fte" ? "FTE a head" : /[\d-]/.test(word) ? word : word.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
