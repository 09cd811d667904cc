import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import { OLD_WORDS, type OldWord } from "./old-words.ts";

/** Puts the new words instead of old ones below a node of a file; tells of each, with the node it stood in. */
export function takeNewWords(root: unknown, tell: (was: string, is: string, node: Scalar) => void): void {
  const rename = (node: unknown, path: string, part: OldWord["part"], taken: (word: string) => boolean): void => {
    if (!isScalar(node)) return;
    const old = OLD_WORDS.find((word) => word.part === part && word.was === node.value && word.at.test(path));
    if (!old || taken(old.is)) return;
    node.value = old.is;
    tell(old.was, old.is, node);
  };
  const walk = (node: unknown, path: string): void => {
    const under = path ? `${path}.` : "";
    if (isSeq(node)) node.items.forEach((item, i) => walk(item, `${under}${i}`));
    if (!isMap(node)) return;
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      // With the new key beside it, the old one is a key too many, and is told of as such.
      rename(pair.key, `${under}${String(pair.key.value)}`, "key", (word) => node.has(word));
      const at = `${under}${String(pair.key.value)}`;
      rename(pair.value, at, "value", () => false);
      walk(pair.value, at);
    }
  };
  walk(root, "");
}
