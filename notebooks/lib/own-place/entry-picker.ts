import { element } from "../element.ts";
import type { TextEdit } from "./path.ts";
import type { PlaceRecord } from "./record.ts";

/** Entries of one kind that the record has by their ids: groups of staff, courses, sources. */
export interface EntryKind {
  /** The key of the file that holds them. */
  readonly root: string;
  /** What they are called: "Which course". */
  readonly label: string;
  readonly add: string;
  /** Fewer than so many there may not be. */
  readonly least: number;
  /** The first part of the ids and titles of new ones: "course". */
  readonly name: string;
  /** Changes that make a new one; `shown` is the one that the form shows. */
  made(id: string, title: string, shown: string | undefined): readonly TextEdit[];
  /** Changes that take one out. */
  gone(id: string): readonly TextEdit[];
}

/** Which entry a form shows, where there are several, and buttons to add one and to take one out. */
export function entryPicker(record: PlaceRecord, kind: EntryKind, shows: () => void) {
  const ids = () => record.keysAt([kind.root]);
  let shown: string | undefined = ids()[0];
  const choose = element("div", { class: "groups", role: "group", "aria-label": kind.label });
  const acts = element("p", { class: "buttons" });
  const button = (words: string, act: () => void, pressed?: boolean) => {
    const made = element("button", { type: "button" }, words);
    if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
    made.addEventListener("click", act);
    made.disabled = !record.readable;
    return made;
  };
  const show = (id: string) => {
    shown = id;
    shows();
  };
  const add = () => {
    let count = ids().length + 1;
    while (ids().includes(`${kind.name}-${count}`)) count += 1;
    const before = shown;
    shown = `${kind.name}-${count}`;
    const title = `${kind.name.replace(/^./, (letter) => letter.toUpperCase())} ${count}`;
    record.change(kind.made(shown, title, before));
  };
  const takeOut = () => {
    const gone = shown;
    if (gone === undefined) return;
    shown = ids().find((id) => id !== gone);
    record.change(kind.gone(gone));
  };
  const refresh = (): void => {
    const all = ids();
    if (record.readable && (shown === undefined || !all.includes(shown))) shown = all[0];
    const title = (id: string) => String(record.valueAt([kind.root, id, "title"]) ?? id);
    choose.replaceChildren(...all.map((id) => button(title(id), () => show(id), id === shown)));
    choose.hidden = all.length < 2;
    const out = all.length > kind.least ? [button("Take this one out", takeOut)] : [];
    acts.replaceChildren(button(kind.add, add), ...out);
  };
  return { choose, acts, refresh, shown: () => shown };
}
