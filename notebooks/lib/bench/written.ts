import type { Settings } from "./settings.ts";

/** What is ticked and how it is set, by id. */
export type Choices = ReadonlyMap<string, Settings>;

/**
 * Choices as a short text for a link, `previews_from-2022_reach-60,pay`: only what is otherwise than at first. What is
 * ticked at first and no longer is ends in `_off`. Undefined when all is as at first.
 */
export function writtenChoices(choices: Choices, atFirst: readonly string[]): string | undefined {
  const set = [...choices].flatMap(([id, settings]) => {
    const parts = Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [`${key}-${value}`]));
    return parts.length === 0 && atFirst.includes(id) ? [] : [[id, ...parts].join("_")];
  });
  const off = atFirst.filter((id) => !choices.has(id)).map((id) => `${id}_off`);
  return [...set, ...off].join(",") || undefined;
}

/** Reads such a text; what makes no sense in it is left out. */
export function readChoices(text: string | undefined, atFirst: readonly string[]): Choices {
  const choices = new Map<string, Settings>(atFirst.map((id) => [id, {}]));
  for (const item of (text ?? "").split(",")) {
    const [id, ...parts] = item.split("_");
    if (!id) continue;
    if (parts.includes("off")) choices.delete(id);
    else choices.set(id, Object.assign({}, ...parts.map(settingOf)));
  }
  return choices;
}

function settingOf(part: string): Settings {
  const [, key = "", value = ""] = /^([a-z]+)-(.+)$/.exec(part) ?? [];
  if (key === "effect") return value === "weak" || value === "strong" ? { effect: value } : {};
  const number = Number(value);
  return ["from", "reach", "size", "cost"].includes(key) && Number.isFinite(number) ? { [key]: number } : {};
}
