const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A month as published (`2018-JUN`, `2018-06-30`, `30/06/2018`, `Jun-18`, `June 2018`) as `2018-06`. */
export function parseMonth(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?(?:[t ].*)?$/.exec(word);
  if (iso) return monthOf(iso[1]!, Number(iso[2]));
  // British order: the day first.
  const british = /^\d{1,2}\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(word);
  if (british) return monthOf(british[2]!, Number(british[1]));
  const yearFirst = /^(\d{4})[- ]([a-z]{3,9})$/.exec(word);
  if (yearFirst) return named(yearFirst[1]!, yearFirst[2]!);
  const monthFirst = /^(?:\d{1,2}[- ])?([a-z]{3,9})[- ](\d{4}|\d{2})$/.exec(word);
  return monthFirst ? named(monthFirst[2]!.padStart(4, "20"), monthFirst[1]!) : undefined;
}

const named = (year: string, word: string): string | undefined =>
  monthOf(year, MONTHS.findIndex((month) => FULL.test(word) && word.startsWith(month)) + 1);

const FULL =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

const monthOf = (year: string, month: number): string | undefined =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : undefined;
