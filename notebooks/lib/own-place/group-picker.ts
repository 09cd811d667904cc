import { element } from "../element.ts";
import { newDemand, newPool } from "./pool-text.ts";
import type { PlaceRecord } from "./record.ts";

/** Which group of staff the form shows, where there are several, and buttons to add one and to take one out. */
export function groupPicker(record: PlaceRecord, shows: () => void) {
  let pool = record.keysAt(["pools"])[0] ?? "staff";
  const choose = element("div", { class: "groups", role: "group", "aria-label": "Which staff" });
  const acts = element("p", { class: "buttons" });
  const button = (words: string, act: () => void, pressed?: boolean) => {
    const made = element("button", { type: "button" }, words);
    if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
    made.addEventListener("click", act);
    made.disabled = !record.readable;
    return made;
  };
  const show = (id: string) => {
    pool = id;
    shows();
  };
  const add = () => {
    const sector = String(record.valueAt(["pools", pool, "sector"]) ?? "social-care");
    const taken = record.keysAt(["pools"]);
    let count = taken.length + 1;
    while (taken.includes(`group-${count}`)) count += 1;
    pool = `group-${count}`;
    record.change([
      { path: ["pools", pool], to: newPool(`Group ${count}`, sector) },
      { path: ["demand", pool], to: newDemand(sector) },
    ]);
  };
  const takeOut = () => {
    const gone = pool;
    pool = record.keysAt(["pools"]).find((id) => id !== gone) ?? gone;
    record.change([
      { path: ["pools", gone], to: undefined },
      { path: ["demand", gone], to: undefined },
    ]);
  };
  const refresh = (): void => {
    const ids = record.keysAt(["pools"]);
    if (record.readable && !ids.includes(pool)) pool = ids[0] ?? pool;
    const title = (id: string) => String(record.valueAt(["pools", id, "title"]) ?? id);
    choose.replaceChildren(...ids.map((id) => button(title(id), () => show(id), id === pool)));
    choose.hidden = ids.length < 2;
    const out = ids.length > 1 ? [button("Take this one out", takeOut)] : [];
    acts.replaceChildren(button("Add a group of staff", add), ...out);
  };
  return { choose, acts, refresh, chosen: () => pool };
}
