import { newDemand, newPool } from "./own-place/pool-text.ts";
import { AS_IN_ENGLAND, ONS_SOURCE } from "./own-place/populations.ts";
import { PlaceRecord } from "./own-place/record.ts";
import type { SystemText } from "./system-text.ts";

const HEAD = `# The place as the page “Your place” has it. ASSUMED marks what nobody has given yet. Replace it with a number of your own.
# Say where yours come from, such as
#   headcount: { value: 1200, source: our-survey, at: Table 2 }
# All keys are explained in docs/guide/system-file.md.
cadre: 1
id: your-place
title: Staff of your place
place: England

# The day on which staff were counted, and the last day to look ahead to.
calendar: { base: 2024-03-31, until: 2035-03-31 }
axes: { age: [16, 75], tenure: 4 }

sources:
  ons-2018: {}

# People of the place. They decide how many posts are needed, and how many people there are to recruit.
population: {}

# A pool is a group of staff treated alike.
pools:
  staff: {}

# Posts needed follow the people served.
demand:
  staff: {}
`;

/** The text that the page begins with: it runs, and every number in it says that it is assumed. */
export function firstText(): SystemText {
  const record = new PlaceRecord({ text: HEAD, file: "system.yaml", tables: {} });
  return {
    ...record.value,
    text: record.textWith([
      { path: ["sources", "ons-2018"], to: ONS_SOURCE },
      { path: ["population"], to: AS_IN_ENGLAND },
      { path: ["pools", "staff"], to: newPool("Staff", "social-care") },
      { path: ["demand", "staff"], to: newDemand("social-care") },
    ]),
  };
}
