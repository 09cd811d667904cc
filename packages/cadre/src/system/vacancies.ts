import { contradictingVacancies, halfUnit, vacantShare } from "../rates/vacancies.ts";
import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import { wholeNumber as people } from "./whole-number.ts";

/** The share of a pool's posts that stand empty on the base date, whatever its vacancy rate is of. */
export const vacantOf = ({ vacancyRate, vacancies, headcount }: Pool): number =>
  vacantShare(vacancies?.kind ?? "of-posts", vacancyRate?.value ?? 0, headcount.value, vacancies?.staff?.value);

/** Checks what a vacancy rate is said to be of. */
export function validateVacancies(pool: Pool, at: readonly PropertyKey[], problems: Problems): void {
  const { vacancies, vacancyRate } = pool;
  if (!vacancies) return;
  const { kind, staff, count } = vacancies;
  if (!vacancyRate)
    problems.add(at, {
      code: "missing-key",
      message: "It says what the vacancy rate is a share of, but there is no vacancy rate.",
      value: `kind: ${kind}`,
      rule: "vacancies belongs to vacancyRate.",
      fix: "Add vacancyRate, or remove vacancies.",
    });
  if (kind === "of-directly-employed" && !staff)
    problems.add(at, {
      code: "missing-key",
      message: "The staff that the vacancy rate divides by are not given.",
      value: `kind: ${kind}`,
      rule: "A rate of directly employed staff is vacancies ÷ (the staff that the publisher counts + vacancies).",
      fix: "Add staff: the headcount that the publisher divides by.",
    });
  if (kind !== "of-directly-employed" && staff)
    problems.add([...at, "staff"], {
      code: "kind-contradiction",
      message: "Staff are given, but the vacancy rate does not use them.",
      value: `kind: ${kind}`,
      rule: "staff belongs to kind: of-directly-employed.",
      fix: "Write kind: of-directly-employed, or remove staff.",
    });
  if (kind === "of-funded-fte" && count)
    problems.add([...at, "count"], {
      code: "kind-contradiction",
      message: "A number of vacancies cannot be compared with a rate of funded full-time equivalents.",
      value: `kind: ${kind}`,
      rule: "count belongs to a rate that divides by people or posts.",
      fix: "Remove count.",
    });
}

/** A warning where the vacancy rate, the vacancies and the people of a pool cannot all be right. */
export function vacanciesThatDisagree(id: string, { vacancyRate, vacancies, headcount }: Pool): string[] {
  const { kind = "of-posts", staff = headcount, count } = vacancies ?? {};
  if (!vacancyRate || !count || vacancyRate.value <= 0) return [];
  const implied = contradictingVacancies(
    { rate: vacancyRate.value, vacancies: count.value, staff: staff.value },
    { rate: halfUnit(vacancyRate.written), vacancies: halfUnit(count.written), staff: halfUnit(staff.written) },
  );
  if (!implied) return [];
  const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
  return [
    `"${id}" has a vacancy rate of ${vacancyRate.written}, ${people(count.value)} vacancies and ${people(staff.value)} people, which do not fit together. ${percent(vacancyRate.value)} would be ${people(implied.vacancies)} vacancies. ${people(count.value)} vacancies would be ${percent(implied.rate)}. Both would fit ${people(implied.staff)} people. The rate is used.${kind === "of-posts" ? " If the publisher divides by the staff it employs directly, write kind: of-directly-employed and staff." : ""}`,
  ];
}
