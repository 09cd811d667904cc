"""Heads at the base date by sex, age and tenure, and who joins at which sex and age (docs/method/opening-stock.md)."""

import math

from bands import shares, spread_shares
from hazards import scheduled


def sums(given, cells):
    """Heads by entry from heads by cell."""
    k = given.tenures
    return [math.fsum(cells[i * k:(i + 1) * k]) for i in range(given.entries)]


def heads_by_entry(given, pool):
    """Bands spread over single ages, thinner where retirement and death leave fewer; sexes alike."""
    retiring, dying = scheduled(given, pool.get("retirement")), scheduled(given, pool.get("death"))
    sexes = shares(pool.get("sex"), given.sex)
    out = []
    for s, share in enumerate(sexes):
        gone, weight = 0.0, []
        for a in range(given.ages):
            here = (s * given.ages + a) * given.tenures
            hazard = retiring[here] + dying[here]
            weight.append(max(math.exp(-gone - hazard / 2), 1e-9))
            gone += hazard
        spread = [1 / given.ages] * given.ages
        if pool.get("ages"):
            spread = spread_shares(given, pool["ages"], weight)
        out.extend(pool["headcount"] * share * x for x in spread)
    return out


def fitted_tenure(given, by_entry, by_tenure):
    """Heads by cell from shares by tenure: proportional fitting, nobody having served longer than since the youngest age."""
    wanted = [share * sum(by_entry) for share in shares(by_tenure, given.tenure_labels)]
    old_enough = [[1.0 if given.ages == 1 or i % given.ages >= k else 0.0 for k in range(given.tenures)]
                  for i in range(given.entries)]
    column = list(wanted)
    for _ in range(20000):
        rows = []
        for i, heads in enumerate(by_entry):
            raw = [column[k] * old_enough[i][k] for k in range(given.tenures)]
            total = sum(raw)
            rows.append([x * heads / total if total > 0 else 0.0 for x in raw])
        got = [math.fsum(row[k] for row in rows) for k in range(given.tenures)]
        off = max(abs(g - w) for g, w in zip(got, wanted))
        if off <= 1e-13 * max(1.0, sum(by_entry)):
            break
        column = [c * w / g if g > 0 else 0.0 for c, w, g in zip(column, wanted, got)]
    return [x for row in rows for x in row]


def steady_tenure(given, by_entry, stay, kept, joiners, not_hired):
    """Heads by cell as these shares staying and these joiners would make them, built up along the ages of each sex."""
    k_all, last = given.tenures, given.tenures - 1
    first = min(1, last)
    out = [0.0] * given.cells
    for s in range(len(given.sex)):
        now = [0.0] * k_all
        share = [1.0 if k == first else 0.0 for k in range(k_all)]
        for a in range(given.ages):
            i = s * given.ages + a
            staying = [stay[i * k_all + k] * not_hired for k in range(k_all)]
            if a == given.ages - 1:
                now[first] += joiners[i] * kept[i]
                now = at_rest(now, staying)
            total = sum(now)
            if total > 0:
                share = [x / total for x in now]
            out[i * k_all:(i + 1) * k_all] = [by_entry[i] * x for x in share]
            older = [0.0] * k_all
            for k in range(k_all):
                older[min(k + 1, last)] += now[k] * staying[k]
            older[first] += joiners[i] * kept[i]
            now = older
    return out


def at_rest(entering, staying):
    """The open last age, to which the same people come every year."""
    last = len(entering) - 1
    if staying[last] >= 1 - 1e-12:
        return [1.0 if k == last else 0.0 for k in range(last + 1)]
    out = list(entering)
    for k in range(1, last):
        out[k] += out[k - 1] * staying[k - 1]
    if last > 0:
        out[last] += out[last - 1] * staying[last - 1]
    out[last] /= 1 - staying[last]
    return out


def profile(given, ages, sex, staff):
    """Shares by entry from ages and sexes as given; what is not given is as among the staff."""
    n = given.ages
    parts = [staff[s * n:(s + 1) * n] for s in range(len(given.sex))]
    everybody = [sum(part[a] for part in parts) for a in range(n)]
    of_sex = shares(sex, given.sex) if sex else [sum(part) / sum(staff) for part in parts]
    spread = spread_shares(given, ages, [1.0] * n) if ages and n > 1 else None
    out = []
    for share, part in zip(of_sex, parts):
        here = part if sum(part) > 0 else everybody
        out.extend(share * (spread[a] if spread else here[a] / sum(here)) for a in range(n))
    return out


def staff_by_entry(given, pool, opening):
    """Heads by entry; where a pool opens empty, the shares that its file gives."""
    heads = sums(given, opening)
    if any(x > 0 for x in heads):
        return heads
    spread = [1 / given.ages] * given.ages
    if pool.get("ages") and given.ages > 1:
        spread = spread_shares(given, pool["ages"], [1.0] * given.ages)
    return [share * x for share in shares(pool.get("sex"), given.sex) for x in spread]


def recruits_given(given, pool, by_entry):
    """Shares of recruits by entry where the file gives their ages or sexes; nothing where they are worked out."""
    of = pool["recruitment"]
    if given.ages > 1 and not of.get("ages") and not of.get("sex"):
        return None
    sexes = shares(of.get("sex") or pool.get("sex"), given.sex)
    spread = spread_shares(given, of["ages"], [1.0] * given.ages) if of.get("ages") else None
    out = []
    for s, share in enumerate(sexes):
        here = by_entry[s * given.ages:(s + 1) * given.ages]
        for a, heads in enumerate(here):
            of_age = heads / sum(here) if sum(here) > 0 else 1 / given.ages
            out.append(share * (spread[a] if spread else of_age))
    return out
