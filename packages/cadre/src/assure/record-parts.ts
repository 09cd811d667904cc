import type { Input } from "../base-year/log.ts";
import type { SignatureState } from "./signature.ts";

/** So many inputs need an owner, a review and the effect of acting on them; the rest are counted. */
export const MATTER_MOST = 20;

/** One line of the assumptions log. */
export interface AssuredInput {
  readonly input: Input;
  /** Change of the gap in FTE when the number is a tenth higher and so is the base year that rests on it. */
  readonly miscounted?: number;
  /** Change of the gap in FTE when it becomes a tenth higher from the first year on; only of the inputs that matter most. */
  readonly changed?: number;
  /** How far somebody trusts it: as the assurance file says, or the system file. */
  readonly reliability?: "high" | "medium" | "low";
  readonly owner?: string;
  readonly reviewed?: string;
  readonly reviewBy?: string;
  readonly sunset?: string;
  readonly note?: string;
  readonly signed?: { readonly by: string; readonly on: string; readonly state: SignatureState };
}

/** Something that was done to find out whether the model is right. */
export interface Verification {
  readonly what: string;
  readonly outcome: "passed" | "failed" | "not done";
  readonly detail: string;
}

/** A source of figures, with what is known of it. */
export interface AssuredSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly vintage?: string;
  readonly licence?: string;
  readonly accessed?: string;
}

/** A signature under the whole record. */
export interface AssuredSignature {
  readonly by: string;
  readonly as: string;
  readonly on: string;
  readonly mark: string;
  /** Path of the record that was signed, where it was kept. */
  readonly record?: string;
  readonly state: SignatureState;
}
