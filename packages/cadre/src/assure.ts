export { type Assurance, type AssuranceQuestion, assurance } from "./assure/assurance.ts";
export { type AssuranceFile, type AssurancePlaces, parseAssurance, ROLES, type Role } from "./assure/assurance-file.ts";
export { changedEffect } from "./assure/changed-effect.ts";
export type { RecordGap } from "./assure/missing.ts";
export {
  type AssuredInput,
  type AssuredSignature,
  type AssuredSource,
  MATTER_MOST,
  type Verification,
} from "./assure/record-parts.ts";
export type { SignatureState } from "./assure/signature.ts";
export {
  type ChangedNumber,
  type KeptAnswer,
  type KeptRecord,
  parseKeptRecord,
  type SinceSigned,
} from "./assure/since-signed.ts";
