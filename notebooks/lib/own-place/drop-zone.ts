import { element } from "../element.ts";

/** A place to drop files on, or to choose them by hand. */
export function dropZone(accept: string, take: (files: readonly File[]) => void): HTMLElement {
  const input = element("input", { type: "file", multiple: "", accept, class: "unseen" });
  const zone = element(
    "label",
    { class: "drop" },
    input,
    element("strong", {}, "Drop a file here, or choose one"),
    element("span", {}, "It is read in this page and stays on this computer."),
  );
  const taken = (files: FileList | null | undefined) => {
    if (files && files.length > 0) take([...files]);
  };
  input.addEventListener("change", () => {
    taken(input.files);
    // The same file can be chosen again after it was mended.
    input.value = "";
  });
  for (const [type, over] of [
    ["dragenter", true],
    ["dragover", true],
    ["dragleave", false],
    ["drop", false],
  ] as const)
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", over);
    });
  zone.addEventListener("drop", (event) => taken(event.dataTransfer?.files));
  return zone;
}
