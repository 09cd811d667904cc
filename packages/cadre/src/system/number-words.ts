import { SYSTEM } from "../error/argument.ts";
import { checkArguments, TEXT } from "../error/shape.ts";
import { parameterAt } from "../model/parameter-of.ts";
import type { System } from "./types.ts";

/** What a number of a system is called in a sentence. */
export interface NumberWords {
  /** Title of the pool, course or labour market it belongs to, or which move; undefined for one of the whole system. */
  readonly whose?: string;
  /** What is counted: `leaving by length of service`. */
  readonly quantity: string;
  /** The same with its label: `leaving by length of service, 0`. */
  readonly what: string;
}

/**
 * A number of a system in a planner's words, from its path in the assumptions log. A choice that the library has made
 * is named by the words of its path. Throws a `CadreError` when it is not given a system and a path.
 *
 * @example
 * ```ts
 * import { numberWords } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const { whose, what } = numberWords(cumbria, "pools.independent-care.leaving.rate");
 * `${whose}: ${what}`; // "Independent sector care: leaving rate"
 * ```
 */
export function numberWords(system: System, path: string): NumberWords {
  checkArguments({ system, path }, { system: SYSTEM, path: TEXT });
  const words = path.split(".");
  const whose = ownerOf(system, words);
  const own = whose === undefined ? {} : { whose };
  const named = parameterAt(path);
  if (!named) {
    const [group, , ...rest] = words;
    const inOwner = group === "pools" || group === "pipelines" ? rest : [group!, ...rest];
    const quantity = (whose === undefined ? words : inOwner).map(spaced).join(" ");
    return { ...own, quantity, what: quantity };
  }
  let quantity = named.facts.words.replace(/,$/, "");
  const labels: string[] = [];
  named.pattern.split(".").forEach((mark, i) => {
    if (!mark.startsWith("<") || (whose !== undefined && i === 1)) return;
    const word = words[i]!;
    // The words before the name of a pool lead up to it: "share of recruits drawn from".
    if (mark === "<pool>" || mark === "<source>") quantity += ` ${system.pools[word]?.title ?? word}`;
    else if (mark !== "<n>") labels.push(word);
    else if (lengthOf(system, words.slice(0, i)) > 1) labels.push(`no. ${Number(word) + 1}`);
  });
  return { ...own, quantity, what: [quantity, ...labels, ...named.labels].join(", ") };
}

/** A number of a system as a title: `Home care: leaving rate`. */
export function numberTitle(system: System, path: string): string {
  const { whose, what } = numberWords(system, path);
  return whose === undefined ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : `${whose}: ${what}`;
}

function ownerOf(system: System, [group = "", id = ""]: readonly string[]): string | undefined {
  const move = group === "moves" ? system.moves[Number(id)] : undefined;
  if (move) return `Moves from ${titleOf(system, move.from)} to ${titleOf(system, move.to)}`;
  const { pools, pipelines, labourMarkets } = system;
  const titled: Readonly<Record<string, Readonly<Record<string, { readonly title?: string }>>>> = {
    pools,
    demand: pools,
    pipelines,
    labourMarkets,
  };
  return titled[group]?.[id]?.title;
}

const titleOf = ({ pools }: System, id: string): string => pools[id]?.title ?? id;

/** How long a list of a system is; no list has no length. */
function lengthOf(system: System, words: readonly string[]): number {
  const found = words.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], system);
  return Array.isArray(found) ? found.length : 0;
}

/** `stayingInSector` as words; what holds digits or hyphens is a label and stays. */
const spaced = (word: string): string =>
  /[\d-]/.test(word) ? word : word.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
