import { deserialize, parseJavaScript, transpile } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";

/**
 * Of the library, the files of lib/ may use what reads a finished result or writes a file; what computes runs in a
 * worker. A cell uses those files, since an import in a cell would bring the whole library into the page.
 */
export const READERS: ReadonlySet<string> = new Set([
  ...["CadreError", "openResult", "openEnsemble", "scenarioText", "compare", "evidenceOf", "stillInPost"],
  ...[
    "againstObserved",
    "pick",
    "planOf",
    "unpriced",
    "coursePriced",
    "columnsCsv",
    "rowsCsv",
    "MEASURES",
    "partsOf",
    "howTested",
    "asItStands",
    "numberWords",
  ],
]);

/** What words and pictures need of arithmetic. */
const MATHS = new Set(["round", "abs", "min", "max", "floor", "ceil", "sign"]);
const LOOPS = new Set([...["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]]);

/**
 * Where a notebook computes by itself, which is the library's: loops and sums over years, powers and exponentials,
 * chance, or the library itself in the page.
 */
export function modelCodeOf(text: string): string[] {
  const { window } = new JSDOM();
  const { cells } = deserialize(text, { parser: new window.DOMParser() });
  return cells.flatMap((cell) => {
    // The words of a text cell are no code; what it shows between them is.
    const code = cell.mode === "js" ? cell.value : `(${transpile(cell).body})`;
    const { body } = parseJavaScript(code);
    return [...new Set(faultsIn(body))].map((fault) => `cell ${cell.id} ${fault}`);
  });
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function faultsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(faultsIn);
  if (typeof node !== "object" || node === null) return [];
  const own = "type" in node ? (faultOf(node as Node) ?? []) : [];
  return [own, ...Object.values(node).map(faultsIn)].flat();
}

function faultOf(node: Node): string | string[] | undefined {
  if (LOOPS.has(node.type)) return "holds a loop";
  if (node.operator === "**" || node.operator === "**=") return "takes a power";
  if (node.type === "ImportDeclaration") return importFaults(node);
  if (node.type !== "MemberExpression") return undefined;
  const [object, property] = [nameOf(node.object), nameOf(node.property)];
  if (object === "Math" && !MATHS.has(property)) return `uses Math.${property}`;
  if (property === "reduce" || property === "reduceRight") return "sums up by itself";
  return undefined;
}

function importFaults(node: Node): string[] {
  const from = String((node.source as { value: unknown }).value);
  return /^(@cadre\/charts$|\.\/lib\/[a-z-]+\.ts$|\.\.\/scenarios|\.\.\/data\/|\.\/[a-z-]+\.yaml\?raw$)/.test(from)
    ? []
    : [`imports ${from}`];
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name);
