"""Posts needed and posts paid for at each reference date (docs/method/demand.md)."""

from formula import Formula


def posts_at_base(given, p, in_post):
    """Posts given, or those in post and the vacancies beside them."""
    pool, demand = given.pools[p], given.system["demand"].get(given.ids[p], {})
    if "posts" in demand:
        return demand["posts"]
    if "workload" in demand:
        return posts_by_workload(demand["workload"])
    rate, how = pool.get("vacancyRate", 0.0), pool.get("vacancies", {})
    if how.get("kind") == "of-directly-employed":
        # Vacancies ÷ (the staff that the publisher counts + vacancies), beside all who are in post.
        vacant = rate / (1 - rate) * how["staff"]
        return in_post * (pool["headcount"] + vacant) / pool["headcount"]
    return in_post / (1 - rate)


def posts_by_workload(work):
    """Activities × standard time ÷ available working time, with allowances."""
    there = (52 * work["daysPerWeek"] - sum(work["daysOff"].values())) * work["hoursPerDay"]
    hours = sum(one["perYear"] * one["minutes"] / 60 for one in work["activities"])
    return hours / there / (1 - work.get("support", 0.0)) + work.get("extraHours", 0.0) / there


def drivers_path(given, people, changes, p, need):
    demand = given.system["demand"].get(given.ids[p], {})
    indices = [people.index(driver["population"]) for driver in demand.get("drivers", [])]
    out, grown = [need], 1.0
    for y, year in enumerate(given.years, 1):
        growth = changes.number("demand.growthPerHead", demand.get("growthPerHead", 0.0), year, p)
        produced = changes.number("demand.productivity", demand.get("productivity", 0.0), year, p)
        grown *= (1 + growth) / (1 + produced)
        out.append(need * grown)
    for index in indices:
        out = [x * index[y] for y, x in enumerate(out)]
    return out


def formula_path(given, people, text, need):
    formula = Formula(text)
    out = []
    for y, _ in enumerate(given.dates):
        see = {"base": need, "years": y, "year": given.base + y,
               "people": lambda label, y=y: people.of(label)[y], "people0": lambda label: people.of(label)[0]}
        out.append(formula.at(see))
    return out


def funded_path(given, funded, posts, demand):
    if "posts" in funded:
        points = {int(year): fte for year, fte in funded["posts"].items()}
        if min(points) > given.base:
            points[given.base] = posts
        return [on_line(sorted(points.items()), year) for year in [given.base] + given.years]
    if "growth" in funded:
        return [posts * (1 + funded["growth"]) ** y for y in range(len(given.dates))]
    return list(demand)


def on_line(points, year):
    if year <= points[0][0]:
        return points[0][1]
    for (a, low), (b, high) in zip(points, points[1:]):
        if year <= b:
            return low + (high - low) * (year - a) / (b - a)
    return points[-1][1]


def moved(given, changes, paths):
    """Shifts and substitutions, all from the demand before any of them."""
    ways = []
    for n, one in enumerate(given.system["shifts"]):
        take = lambda y, year, n=n, one=one: (
            paths[given.index[one["from"]]][y] * changes.number("shifts.%d.share" % n, one["share"], year))
        ways.append((one["from"], one["to"], one, take))
    for n, one in enumerate(given.system["substitutions"]):
        take = lambda y, year, n=n, one=one: changes.number("substitutions.%d.fte" % n, one["fte"], year)
        ways.append((one["of"], one["by"], one, take))
    out = [list(path) for path in paths]
    for y, year in enumerate([given.base] + given.years):
        for p, name in enumerate(given.ids):
            mine = [(given.index[to], one["ratio"], take(y, year) * min(1.0, max(0.0, (year - one["start"] + 1) / one["over"])))
                    for origin, to, one, take in ways if origin == name]
            wanted = sum(fte for _, _, fte in mine)
            gone = min(wanted, paths[p][y])
            out[p][y] -= gone
            part = gone / wanted if wanted > 0 else 0.0
            for q, ratio, fte in mine:
                out[q][y] += fte * part * ratio
    return out


def demand_paths(given, people, changes, in_post):
    """demand[p][date] and funded[p][date], before what trainees add."""
    paths, budgets = [], []
    for p, name in enumerate(given.ids):
        demand = given.system["demand"].get(name, {})
        posts = posts_at_base(given, p, in_post[p])
        need = posts * (1 + demand.get("unmetNeed", 0.0))
        text = demand.get("formula")
        path = formula_path(given, people, text, need) if text else drivers_path(given, people, changes, p, need)
        path = [path[0]] + [changes.number("demand.posts", x, given.base + y, p) for y, x in enumerate(path[1:], 1)]
        paths.append(path)
        budgets.append(funded_path(given, demand["funded"], posts, path) if "funded" in demand else None)
    after = moved(given, changes, paths)
    funded = [after[p] if own is None else own for p, own in enumerate(budgets)]
    return after, [[path[0]] + [changes.number("demand.funded", x, given.base + y, p) for y, x in enumerate(path[1:], 1)]
                   for p, path in enumerate(funded)]
