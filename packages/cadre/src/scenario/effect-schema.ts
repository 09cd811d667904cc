import { type DistributionKeys, SHAPES } from "./effect-keys.ts";
import { FAMILIES } from "./interval.ts";

const number = { type: ["number", "string"] };

const object = (wanted: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: "object",
  required: [...wanted],
  properties,
  additionalProperties: false,
});

/** What an effect may be, as JSON Schema: a number, an 80% interval or a named distribution. */
export const EFFECT_SCHEMA: object[] = [
  number,
  object(["p10", "p90"], { p10: number, p90: number, family: { enum: [...FAMILIES] } }),
  ...Object.entries<readonly DistributionKeys[]>(SHAPES).map(([name, ways]) => {
    const written = ways.map(({ wanted, further = [] }) =>
      object(wanted, Object.fromEntries([...wanted, ...further].map((key) => [key, number]))),
    );
    return object([name], { [name]: written.length === 1 ? written[0]! : { anyOf: written } });
  }),
  object(["discrete"], {
    discrete: { type: "array", minItems: 1, items: object(["value", "share"], { value: number, share: number }) },
  }),
];
