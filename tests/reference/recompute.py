#!/usr/bin/env python3
"""Recompute a projection from resolved.json, without Cadre.

Reads every number the engine used (opening heads, hazards, moves, external joiners, people hired away or taken out to
train, FTE factors, demand) and works the projection out again from the equations of the method, cell by cell, with
plain loops. Writes one line for each number: year,pool,measure,value. Needs Python 3.9 or later and nothing else.

The file is read and checked in resolved.py; projection.py has the flows of each cell; one_step.py has the equations.

    python3 recompute.py out/cumbria/resolved.json --out cumbria.csv

Exit code 0: written, and people are conserved. 1: they are not (nothing is written). 2: the file cannot be read.
"""

import argparse
import json
import math
import sys

sys.dont_write_bytecode = True
from projection import NotConserved, close_enough, project  # noqa: E402
from resolved import BadInput, Model  # noqa: E402


def headcount(heads):
    return math.fsum(x for by_age in heads for by_tenure in by_age for x in by_tenure)


def groups(model):
    """Every pool, then all of them, then every sector, employer and level of those that have one: (id, members)."""
    out = [(pool["id"], [i]) for i, pool in enumerate(model.pools)]
    out.append(("all", list(range(len(model.pools)))))
    for field in ("sector", "employer", "level"):
        for name in dict.fromkeys(pool[field] for pool in model.pools if field in pool):
            members = [i for i, pool in enumerate(model.pools) if pool.get(field) == name]
            out.append(("%s:%s" % (field, name), members))
    return out


def rows(model):
    """(year, pool, measure, value), years first, then pools and groups, then measures."""
    stocks, flows = project(model)
    out = []
    for t in range(len(model.years) + 1):
        year = model.base if t == 0 else model.years[t - 1]
        for name, members in groups(model):
            values = {"headcount": math.fsum(headcount(stocks[t][p]) for p in members)}
            values["supply"] = math.fsum(
                model.pools[p]["fte"][t][s * model.ages + a] * math.fsum(stocks[t][p][s][a])
                for p in members for s in range(model.sexes) for a in range(model.ages))
            values["supply"] += math.fsum(model.pools[p]["traineeFte"][t] for p in members)
            values["demand"] = math.fsum(model.pools[p]["demand"][t] for p in members)
            values["funded"] = math.fsum(model.pools[p]["funded"][t] for p in members)
            values["gap"] = values["demand"] - values["supply"]
            if t > 0:
                flow = flows[t - 1]
                for measure in sorted({m for p in members for m in flow[p]}):
                    values[measure] = math.fsum(flow[p].get(measure, 0.0) for p in members)
                opening = math.fsum(headcount(stocks[t - 1][p]) for p in members)
                close_enough(opening + values["joiners"] - values["leavers"], values["headcount"],
                             opening + values["joiners"], "%s %d" % (name, year))
            out.extend((year, name, measure, value) for measure, value in values.items())
    return out


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def main():
    parser = argparse.ArgumentParser(description="Recompute a projection from resolved.json, without Cadre.")
    parser.add_argument("resolved", help="the resolved.json of a run")
    parser.add_argument("--out", help="the CSV file to write; the screen when left out")
    options = parser.parse_args()
    try:
        with open(options.resolved, encoding="utf-8") as file:
            table = rows(Model(json.load(file)))
    except NotConserved as error:
        print("people are not conserved: %s" % error, file=sys.stderr)
        return 1
    except (BadInput, OSError, ValueError, KeyError, TypeError, IndexError) as error:
        print("%s cannot be used: %s %s" % (options.resolved, type(error).__name__, error), file=sys.stderr)
        return 2
    text = "year,pool,measure,value\n" + "".join("%d,%s,%s,%.17g\n" % (y, quoted(p), m, v) for y, p, m, v in table)
    if options.out:
        with open(options.out, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
