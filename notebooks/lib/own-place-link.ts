import { addressNow, keepInAddress } from "./address.ts";
import type { PlaceEntry } from "./place-entry.ts";
import { inLink, LINK_NAME } from "./place-link.ts";

import type { PageLink } from "./take-away.ts";

/** Keeps the text that a link held in the address while it is as it was, so that a reload opens it again. */
export function keepLinkedPlace(editor: PlaceEntry): PlaceEntry {
  const opened = new URLSearchParams(location.hash.slice(1)).get(LINK_NAME) ?? undefined;
  const now = () => JSON.stringify(editor.value);
  const before = now();
  keepInAddress(LINK_NAME, editor, {
    written: () => (now() === before ? opened : undefined),
    // The Back button undoes what is set with sliders; a text has the undo of its own field.
    take: () => undefined,
  });
  return editor;
}

/** A link that opens one's own place: its whole text and what is set, with a sentence that says so. */
export async function ownPlaceLink(editor: PlaceEntry): Promise<PageLink> {
  const { text, tables } = editor.value;
  const written = await inLink(editor.value);
  const set = new URL(addressNow());
  const others = new URLSearchParams(set.hash.slice(1));
  others.delete(LINK_NAME);
  set.hash = others.toString().replaceAll("%2C", ",");
  if (written === undefined)
    return {
      address: set.href,
      says: "It holds only what is set with the sliders: the text of your place is too long for a link. Save the text as a file and send that.",
    };
  const hash = [set.hash.slice(1), written].filter(Boolean).join("&");
  editor.saved();
  const count = Object.keys(tables).length;
  const files = count === 0 ? "" : ` and ${count === 1 ? "the table" : `the ${count} tables`} opened with it`;
  set.hash = hash;
  return {
    address: set.href,
    says: `It holds the whole text of your place (${text.split("\n").length} lines)${files} and what is set; anyone who has it can read them.`,
  };
}
