/** How an intervention works, in a few words; data/interventions/README.md says more. */
const WORDS: Readonly<Record<string, string>> = {
  pipeline: "courses and apprenticeships",
  attraction: "more who want to come",
  "recruitment-effort": "more of them hired",
  "recruitment-source": "people found in better ways",
  "first-year-retention": "fewer leave in their first year",
  retention: "fewer leave",
  development: "learning and leading",
  "career-pathway": "a way up within the system",
  pay: "pay and terms",
  returners: "people who come back",
  "skill-mix": "other roles do part of the work",
  agency: "fewer or cheaper agency staff",
  "service-model": "what is needed",
  movement: "movement between employers",
};

/** The words of a mechanism; one that is not known here by its own name. */
export const mechanismWords = (mechanism: string | undefined): string =>
  mechanism === undefined ? "not said" : (WORDS[mechanism] ?? mechanism.replaceAll("-", " "));
