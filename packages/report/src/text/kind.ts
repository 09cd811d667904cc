import type { Result } from "cadre";

/** What a scenario is, as the words before its name: "Plan", "Risk", "What if". */
const WORDS = { plan: "Plan", risk: "Risk", "what-if": "What if" } as const;

export const kindWords = ({ kind }: Result): string => WORDS[kind];
