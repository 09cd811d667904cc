import { dirname, join, resolve } from "node:path";
import { DISK, type FileSystem } from "./file-system.ts";
import { makeParents } from "./moves.ts";
import { endOwner, newOwner } from "./owner.ts";
import { heldSignals } from "./signals.ts";
import { clearDrafts, draftOf, removeDraft, workplace } from "./work-folder.ts";

/** Puts one file in its place, whole or not at all, over what is there. */
export async function publishFile(path: string, content: string | Uint8Array, files: FileSystem = DISK): Promise<void> {
  const wanted = resolve(path);
  makeParents(wanted);
  const place = workplace(dirname(wanted), wanted);
  await heldSignals(async () => {
    const owner = newOwner();
    try {
      clearDrafts(place, files);
      files.makeFolder(draftOf(place, owner));
      files.write(join(draftOf(place, owner), "new"), content);
      files.rename(join(draftOf(place, owner), "new"), wanted);
    } finally {
      removeDraft(place, owner, files);
      endOwner(owner);
    }
  });
}
