"""Counts a staff list day by day, from the rules of docs/method/staff-list.md and not from the library.

Usage: staff_list.py LIST AS_OF YEARS
Writes pool,figure,group,value for the made-up list of the tests. Person-years are written as days.
"""

import csv
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta

AGES = [(0, 24, "16-24"), (25, 34, "25-34"), (35, 44, "35-44"), (45, 54, "45-54"), (55, 59, "55-59"), (60, 64, "60-64"), (65, 200, "65+")]
SEXES = {"F": "female", "Male": "male"}
CAUSES = {"Retirement Age": "retirement", "Death in service": "death"}
DAY = timedelta(days=1)
BREAK = 31


def day_of(text):
    d, m, y = text.split("/")
    return date(int(y), int(m), int(d))


def same_date(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def completed(since, day):
    years = day.year - since.year
    return years - 1 if same_date(since, years) > day else years


def age_band(age):
    return next(name for low, high, name in AGES if low <= age <= high)


def usable(row, as_of):
    """The row as values, or None when it cannot be used."""
    try:
        if not row["Employee Number"] or row["Gender"] not in SEXES:
            return None
        birth, start = day_of(row["Date of Birth"]), day_of(row["Start Date"])
        last = day_of(row["Leaving Date"]) if row["Leaving Date"] else None
        fte = float(row["WTE"])
    except ValueError:
        return None
    end = min(last or as_of, as_of)
    if not 0 < fte <= 1.5 or (last and last < start) or completed(birth, start) < 14 or completed(birth, end) > 100:
        return None
    return {
        "assignment": row["Assignment Number"],
        "pool": row["Staff Group"],
        "sex": SEXES[row["Gender"]],
        "birth": birth,
        "start": start,
        "last": last,
        "fte": fte,
        "cause": CAUSES.get(row["Reason for Leaving"], "leaving"),
        "source": row["Recruitment Source"] or "not said",
    }


def people_of(path, as_of):
    people = defaultdict(list)
    left_out = 0
    with open(path, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found = usable(row, as_of)
            same = people[row["Employee Number"]] if found else []
            if not found or any(other["assignment"] == found["assignment"] for other in same):
                left_out += 1
            elif found["start"] <= as_of:
                same.append(found)
    return people, left_out


def days_of(rows, as_of):
    """The pool of each day on which the person is in post, from the first to the list's date."""
    first = min(row["start"] for row in rows)
    length = (as_of - first).days + 1
    held = [None] * length
    order = sorted(range(len(rows)), key=lambda i: rows[i]["start"])
    cuts = sorted({row["start"] for row in rows} | {row["last"] + DAY for row in rows if row["last"]} | {as_of + DAY})
    for begin, end in zip(cuts, cuts[1:]):
        if begin > as_of:
            continue
        fte = {}
        for i in order:
            if rows[i]["start"] <= begin and (rows[i]["last"] is None or rows[i]["last"] >= begin):
                fte[rows[i]["pool"]] = fte.get(rows[i]["pool"], 0) + rows[i]["fte"]
        if fte:
            best = max(fte.values())
            pool = next(name for name, amount in fte.items() if amount > best - 1e-9)
            for day in range((begin - first).days, min((end - first).days, length)):
                held[day] = pool
    gap = 0
    for day in range(length):
        if held[day] is None:
            gap += 1
        else:
            if 0 < gap <= BREAK:
                held[day - gap : day] = [held[day - gap - 1]] * gap
            gap = 0
    return first, held


def count(path, as_of, years):
    since = same_date(as_of, -years)
    people, left_out = people_of(path, as_of)
    totals = Counter()
    survivors = Counter()
    for rows in people.values():
        if not rows:
            continue
        first, held = days_of(rows, as_of)
        birth, sex = rows[0]["birth"], rows[0]["sex"]
        pool_at = lambda day: held[(day - first).days] if first <= day <= as_of else None
        begun = None
        seen = False
        for n, pool in enumerate(held):
            day = first + n * DAY
            before = held[n - 1] if n else None
            if pool and pool != before:
                begun = day
                if day > since:
                    if before:
                        totals[pool, "arrivals", before] += 1
                    else:
                        row = next(r for r in sorted(rows, key=lambda r: r["start"]) if r["start"] == day and r["pool"] == pool)
                        totals[pool, "joiners", "came back" if seen else row["source"]] += 1
                        totals[pool, "joinersByAge", age_band(completed(birth, day))] += 1
                        year = completed(day, as_of)
                        for after in range(year + 1):
                            year_end = same_date(same_date(as_of, -year), after)
                            stretch = held[n : (year_end - first).days + 1]
                            survivors[pool, year, after] += 0
                            survivors[pool, year, after] += all(one == pool for one in stretch)
                        survivors[pool, year, "joined"] += 1
            seen = seen or pool is not None
            if before and pool != before and day > since:
                last = day - DAY
                cells = [("all", "all"), ("age", age_band(completed(birth, last))), ("sex", sex), ("tenure", tenure(spell, last))]
                if pool:
                    totals[before, "moves", pool] += 1
                else:
                    cause = next((r["cause"] for r in sorted(rows, key=lambda r: r["start"]) if r["last"] == last and r["pool"] == before), "leaving")
                    for by, group in cells:
                        totals[before, f"leavers {cause} {by}", group] += 1
            if pool and day > since:
                for by, group in [("all", "all"), ("age", age_band(completed(birth, day))), ("sex", sex), ("tenure", tenure(begun, day))]:
                    totals[pool, f"days {by}", group] += 1
            if pool:
                spell = begun
        pool = pool_at(as_of)
        if pool:
            fte = sum(row["fte"] for row in rows if row["last"] is None or row["last"] >= as_of)
            totals[pool, "headcount", "all"] += 1
            totals[pool, "fte", "all"] += fte
            totals[pool, "sex", sex] += 1
            totals[pool, "tenure", tenure(begun, as_of)] += 1
            band = age_band(completed(birth, as_of))
            totals[pool, f"heads {sex}", band] += 1
            totals[pool, f"fte {sex}", band] += fte
    for (pool, year, after), number in survivors.items():
        totals[pool, f"survival {same_date(as_of, -year)}", str(after)] = number
    totals["", "leftOut", "all"] = left_out
    return totals


def tenure(begun, day):
    years = completed(begun, day)
    return "3+" if years >= 3 else str(years)


if __name__ == "__main__":
    path, as_of, years = sys.argv[1], date.fromisoformat(sys.argv[2]), int(sys.argv[3])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["pool", "figure", "group", "value"])
    for (pool, figure, group), value in sorted(count(path, as_of, years).items()):
        out.writerow([pool, figure, group, round(value, 6)])
