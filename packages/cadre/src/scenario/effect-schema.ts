import { INTERVAL_SCHEMA, PLAIN_SCHEMA } from "../system/field/quantity.ts";
import { type DistributionKeys, SAYS, SHAPES } from "./effect-keys.ts";
import { FAMILIES } from "./interval.ts";

const object = (wanted: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: "object",
  required: [...wanted],
  properties,
  additionalProperties: false,
});

const numbers = (keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, { ...PLAIN_SCHEMA, description: SAYS[key] }]));

/** What an effect may be, as JSON Schema: a number, an 80% interval or a named distribution. */
export const EFFECT_SCHEMA: object[] = [
  PLAIN_SCHEMA,
  object(["p10", "p90"], {
    ...INTERVAL_SCHEMA,
    family: { enum: [...FAMILIES], description: "The shape of the interval; normal when left out" },
  }),
  ...Object.entries<readonly DistributionKeys[]>(SHAPES).map(([name, ways]) => {
    const written = ways.map(({ wanted, further = [] }) => object(wanted, numbers([...wanted, ...further])));
    const description = `A ${name} distribution`;
    return object([name], {
      [name]: written.length === 1 ? { ...written[0], description } : { anyOf: written, description },
    });
  }),
  object(["discrete"], {
    discrete: {
      description: "A few values, each with its chance",
      type: "array",
      minItems: 1,
      items: object(["value", "share"], numbers(["value", "share"])),
    },
  }),
];
