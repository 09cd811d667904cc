/** Who answers for a workbook that is handed on; what is left out is marked on its cover as still to be filled in. */
export interface Publication {
  /** The organisation or the people. */
  readonly madeBy?: string | undefined;
  /** An address of mail, a telephone number, or both. */
  readonly contact?: string | undefined;
  /** As it is to be read: "3 May 2026". */
  readonly date?: string | undefined;
  /** Under which terms others may use it. */
  readonly licence?: string | undefined;
}
