/** What a column of a staff list can say, and the names personnel systems give it, the most telling first. */
export const FIELDS = {
  person: {
    says: "the number of the person",
    names: [
      ["employee number", "employee no", "employee id", "person number", "person id", "esr employee number"],
      ["staff number", "staff id", "payroll number", "payroll no", "emp no", "worker id", "unique id", "personal ref"],
    ],
  },
  assignment: {
    says: "the number of the assignment",
    names: [
      ["assignment number", "assignment no", "assignment id", "contract id", "contract number", "position number"],
    ],
  },
  employer: {
    says: "the employer",
    names: [
      ["employer", "employing organisation", "employer name", "trust"],
      ["organisation", "organisation name", "org name", "provider", "legal entity", "establishment name", "company"],
    ],
  },
  group: { says: "the staff group", names: [["staff group", "main staff group", "staff category", "job family"]] },
  role: {
    says: "the role",
    names: [
      ["role", "job role", "main job role"],
      ["job title", "position title", "post title", "occupation"],
    ],
  },
  band: { says: "the pay band", names: [["afc band", "pay band", "band", "pay grade", "grade", "pay scale"]] },
  sex: { says: "the sex", names: [["sex", "legal sex"], ["gender"]] },
  birth: { says: "the date of birth", names: [["date of birth", "dob", "birth date"]] },
  age: { says: "the age on the list's date", names: [["age", "age in years", "age at report date"]] },
  fte: {
    says: "full-time equivalents",
    names: [
      ["fte", "wte", "contracted fte", "contracted wte", "fte contracted", "wte contracted", "assignment fte"],
      ["full time equivalent", "whole time equivalent", "actual fte", "actual wte"],
    ],
  },
  hours: {
    says: "contracted hours a week",
    names: [["contracted hours", "hours per week", "weekly hours", "contract hours", "hours", "assignment hours"]],
  },
  start: {
    says: "the first day in the post",
    names: [
      ["assignment start date", "start date in position", "position start date", "date in post", "post start date"],
      ["start date", "date started", "effective start date", "latest start date"],
      ["hire date", "latest hire date", "date joined", "joining date", "date of joining"],
    ],
  },
  end: {
    says: "the last day in the post",
    names: [
      ["leaving date", "date of leaving", "leave date", "date left", "last day of service", "last working day"],
      ["termination date", "actual termination date", "assignment end date", "end date", "effective end date"],
    ],
  },
  reason: {
    says: "why the person left",
    names: [["leaving reason", "reason for leaving", "termination reason", "leaver reason", "reason left"]],
  },
  source: {
    says: "where the person came from",
    names: [["recruitment source", "source of recruitment", "source of hire", "joined from", "employed from"]],
  },
  status: {
    says: "the status of the assignment",
    names: [["assignment status", "employment status", "status", "assignment category", "contract type"]],
  },
} as const satisfies Readonly<Record<string, { says: string; names: readonly (readonly string[])[] }>>;

/** What a column of a staff list can say. */
export type StaffField = keyof typeof FIELDS;

export const STAFF_FIELDS = Object.keys(FIELDS) as readonly StaffField[];

/** Columns that can make a pool. */
export const POOL_FIELDS = ["employer", "group", "role", "band"] as const satisfies readonly StaffField[];
/** A column that can make a pool. */
export type PoolField = (typeof POOL_FIELDS)[number];

/** What leavers of a staff list are counted by. */
export const LIST_CAUSES = ["leaving", "retirement", "death"] as const;
/** A cause that leavers of a staff list are counted by. */
export type ListCause = (typeof LIST_CAUSES)[number];
