import { element } from "../element.ts";

/** Which areas of a population file make up the place; `use` gets their names. */
export function peopleForm(
  areas: readonly string[],
  [first, last]: readonly [number, number],
  place: string,
  use: (areas: readonly string[]) => void,
): HTMLElement {
  const select = element("select", {
    multiple: "",
    size: String(Math.min(8, areas.length)),
    "aria-label": "Areas of your place",
  });
  select.append(...areas.map((area) => element("option", { value: area }, area)));
  for (const option of select.options)
    option.selected = areas.length === 1 || option.value.toLowerCase() === place.toLowerCase();
  const wrong = element("p", { class: "error", role: "alert" });
  const go = element("button", { type: "button", class: "main" }, "Use these people");
  go.addEventListener("click", () => {
    const chosen = [...select.selectedOptions].map(({ value }) => value);
    wrong.textContent = chosen.length === 0 ? "Choose the area of your place, or all areas that make it up." : "";
    if (chosen.length > 0) use(chosen);
  });
  const many = areas.length > 1 ? " Several are added up: hold Ctrl or Shift to choose more than one." : "";
  return element(
    "div",
    { class: "staff-form" },
    element("p", {}, `People by age from ${first} to ${last}. Which areas make up your place?${many}`),
    select,
    wrong,
    element("p", { class: "buttons" }, go),
  );
}
