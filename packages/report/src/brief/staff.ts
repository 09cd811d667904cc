import { countText, headline, roughText } from "@cadre/charts";
import { gapDrivers } from "cadre/results";
import { rounded } from "../pack/cell.ts";
import type { PackBrief } from "../pack/pack.ts";
import { groupName, type PackSetting } from "../pack/setting.ts";
import { splitOf } from "../pack/split.ts";
import { gapOf } from "../pack/stated.ts";
import { retiringUntil } from "../pages/retirement.ts";
import { capitalised, shareWords } from "./rough.ts";

/** Why the gap changes: flows that nearly cancel are netted, so that three things are left. */
export function causesBrief(setting: PackSetting): PackBrief {
  const { first, pool, year } = setting;
  const drivers = gapDrivers(first, { pool, year });
  const sum = (ids: readonly string[]) =>
    drivers.reduce((total, { id, value }) => (ids.includes(id) ? total + value : total), 0);
  const posts = sum(["people-served", "other-demand"]);
  const retired = sum(["retirements"]);
  const all = drivers.reduce((total, { value }) => total + value, 0);
  const others = all - posts - retired;
  const unit = first.unit({ pool, measure: "gap" }).short;
  const signed = (value: number) => `${rounded(value) > 0 ? "+" : ""}${roughText(value)}`;
  const named = [
    { what: "more posts", value: posts },
    { what: "retirements", value: retired },
  ].sort((one, other) => other.value - one.value);
  const most = named[0] && named[0].value > 0 && all > 0 ? `, mostly through ${named[0].what}` : "";
  const moves =
    rounded(all) === 0
      ? "stays as it is"
      : `${all > 0 ? "widens" : "narrows"} by about ${roughText(Math.abs(all))} ${unit}`;
  return {
    headline: `The gap ${moves}${most}`,
    so: [
      { mark: signed(posts), words: posts < 0 ? "fewer posts are needed." : "more posts are needed." },
      ...(rounded(retired) === 0 ? [] : [{ mark: signed(retired), words: "posts fall open because people retire." }]),
      {
        mark: signed(others),
        words:
          others < 0
            ? "recruits and returners beyond all who leave for other reasons."
            : "leavers beyond all who join.",
      },
    ],
  };
}

/** Where the gap is. */
export function whereBrief(setting: PackSetting): PackBrief | undefined {
  const { first, pool, year } = setting;
  const split = pool === "all" ? splitOf(first) : undefined;
  if (!split) return undefined;
  const ranked = split.ids
    .map((id) => ({
      id,
      gap: gapOf(setting, first, { pool: id, year }),
      before: gapOf(setting, first, { pool: id, year: first.base }),
    }))
    .sort((one, other) => other.gap - one.gap);
  const short = ranked.filter(({ gap }) => rounded(gap) > 0);
  const [most] = ranked;
  if (!most) return undefined;
  const unit = first.unit({ pool, measure: "gap" }).short;
  const together = short.reduce((total, { gap }) => total + gap, 0);
  const one = split.groups.slice(0, -1);
  if (short.length === 0)
    return {
      headline: `No ${one} is short of staff in ${year}`,
      so: [{ mark: `0 of ${ranked.length}`, words: `${split.groups} are short of staff.` }],
    };
  const name = groupName(first, most.id);
  return {
    headline: headline(name, (called) => `Largest gap in ${year}: ${called}, about ${roughText(most.gap)} ${unit}`),
    so: [
      { mark: `${short.length} of ${ranked.length}`, words: `${split.groups} would be short of staff in ${year}.` },
      ...(ranked.length > 1
        ? [{ mark: capitalised(shareWords(most.gap / together)), words: `of the shortage is at ${name}.` }]
        : []),
      { mark: roughText(most.before), words: `were short there in ${first.base}.` },
    ],
  };
}

/** Who retires. */
export function retireBrief(setting: PackSetting): PackBrief | undefined {
  const { first, pool, year } = setting;
  const all = retiringUntil(setting, year);
  const staff = first.at({ pool, measure: "headcount", year: first.base });
  if (rounded(all) === 0 || rounded(staff) === 0) return undefined;
  const middle = Math.round((first.base + year) / 2);
  const early = retiringUntil(setting, middle);
  return {
    headline: `About ${roughText(all)} people retire by ${year}`,
    so: [
      {
        mark: countText((100 * all) / staff),
        words: `retire for every 100 in post in ${first.base}, those recruited since counted too.`,
      },
      { mark: roughText(early), words: `retire by ${middle}.` },
      { mark: roughText(all - early), words: `retire after that, by ${year}.` },
    ],
  };
}
