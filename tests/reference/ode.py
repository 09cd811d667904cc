#!/usr/bin/env python3
"""The exact solution of one year of ode-example.json, as a linear differential equation.

Within a year heads N, person-years lived L and joiners follow

    dN/dt = G N + r        dL/dt = N

where G holds minus the whole hazard on its diagonal, and, in the row of each pool's first tenure, the hazards of the
moves that lead there (churn leads back to the same pool); r holds the joiners from outside, at the first tenure.
Nobody has a birthday or an anniversary inside the year. The answer is the exponential of one matrix, summed as a
Taylor series after halving the year, in 60-digit decimal arithmetic; a Runge-Kutta solution must agree.

    python3 ode.py > ode-solution.json       the solution
    python3 ode.py --orders                  how fast the step of the method comes near it with 1, 2, 4, 12 ... steps

Exit code 1 when the two solutions disagree or people are not conserved. Standard library only.
"""

import json
import math
import os
import sys
from decimal import Decimal, getcontext

sys.dont_write_bytecode = True
from one_step import step_continuous  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
getcontext().prec = 60


def load():
    # Decimal from the text of the numbers, so that 0.35 is 0.35; a run in floating point starts within 1e-16 of it.
    with open(os.path.join(HERE, "ode-example.json"), encoding="utf-8") as file:
        return json.load(file, parse_float=Decimal, parse_int=Decimal)


def system(example):
    """G (a list of rows), r and the opening heads, cell = pool * tenures + tenure."""
    pools, tenures = example["pools"], len(example["tenures"])
    index = {pool["id"]: i for i, pool in enumerate(pools)}
    size = len(pools) * tenures
    g = [[Decimal(0)] * size for _ in range(size)]
    r = [Decimal(0)] * size
    opening = [Decimal(0)] * size
    for p, pool in enumerate(pools):
        r[p * tenures] += pool["joiners"]
        for k in range(tenures):
            here = p * tenures + k
            opening[here] = pool["opening"][k]
            for hazard in pool["hazards"].values():
                g[here][here] -= hazard[k]
            for move in pool["moves"]:
                g[here][here] -= move["hazard"][k]
                g[index[move["to"]] * tenures][here] += move["hazard"][k]
    return g, r, opening


def multiply(a, b):
    n = len(a)
    return [[sum((a[i][m] * b[m][j] for m in range(n)), Decimal(0)) for j in range(n)] for i in range(n)]


def exponential(matrix):
    """e^matrix: Taylor series of matrix / 2^10, squared ten times."""
    n, halvings = len(matrix), 10
    small = [[x / 2**halvings for x in row] for row in matrix]
    total = [[Decimal(int(i == j)) for j in range(n)] for i in range(n)]
    term, count = [row[:] for row in total], 0
    while max(abs(x) for row in term for x in row) > Decimal("1e-58"):
        count += 1
        term = [[x / count for x in row] for row in multiply(term, small)]
        total = [[x + y for x, y in zip(left, right)] for left, right in zip(total, term)]
    for _ in range(halvings):
        total = multiply(total, total)
    return total


def exact(example):
    """Closing heads and person-years by cell, after one year."""
    g, r, opening = system(example)
    n = len(r)
    # One homogeneous system for (heads, person-years, 1): the last, constant, carries the joiners from outside.
    big = [[Decimal(0)] * (2 * n + 1) for _ in range(2 * n + 1)]
    for i in range(n):
        big[i][:n] = g[i]
        big[i][2 * n] = r[i]
        big[n + i][i] = Decimal(1)
    start = opening + [Decimal(0)] * n + [Decimal(1)]
    end = [sum((x * y for x, y in zip(row, start)), Decimal(0)) for row in exponential(big)]
    return end[:n], end[n : 2 * n]


def runge_kutta(example, steps):
    """The same by the classical fourth-order method in ordinary floating point."""
    g, r, opening = system(example)
    g, r = [[float(x) for x in row] for row in g], [float(x) for x in r]
    n, h = len(r), 1.0 / steps

    def slope(state):
        heads = state[:n]
        return [sum(x * y for x, y in zip(g[i], heads)) + r[i] for i in range(n)] + heads

    def along(state, rate, time):
        return [x + time * v for x, v in zip(state, rate)]

    state = [float(x) for x in opening] + [0.0] * n
    for _ in range(steps):
        k1 = slope(state)
        k2 = slope(along(state, k1, h / 2))
        k3 = slope(along(state, k2, h / 2))
        k4 = slope(along(state, k3, h))
        state = [x + h / 6 * (a + 2 * b + 2 * c + d) for x, a, b, c, d in zip(state, k1, k2, k3, k4)]
    return state[:n], state[n:]


def by_steps(example, steps):
    """The same by the step of the method, repeated; heads and person-years by cell."""
    pools, tenures = example["pools"], len(example["tenures"])
    index = {pool["id"]: i for i, pool in enumerate(pools)}
    heads = [[float(x) for x in pool["opening"]] for pool in pools]
    hazards = [{c: [float(x) for x in h] for c, h in pool["hazards"].items()} for pool in pools]
    moves = [{index[m["to"]]: [float(x) for x in m["hazard"]] for m in pool["moves"]} for pool in pools]
    lived = [0.0] * (len(pools) * tenures)
    nobody = [[0.0] * tenures for _ in pools]
    for _ in range(steps):
        external = [float(pool["joiners"]) / steps for pool in pools]
        heads, more, _joiners = step_continuous(heads, hazards, moves, external, nobody, 1.0 / steps)
        lived = [x + y for x, y in zip(lived, (z for row in more for z in row))]
    return [x for row in heads for x in row], lived


def solution(example):
    """What ode-solution.json holds, after the checks."""
    heads, lived = exact(example)
    rough_heads, rough_lived = runge_kutta(example, 4000)
    for mine, theirs in zip(heads + lived, rough_heads + rough_lived):
        assert abs(float(mine) - theirs) < 1e-11 * max(1.0, theirs), (mine, theirs)
    tenures = len(example["tenures"])
    out = {pool["id"]: {} for pool in example["pools"]}
    into = {pool["id"]: Decimal(0) for pool in example["pools"]}
    left = {}
    for p, pool in enumerate(example["pools"]):
        cells = range(p * tenures, (p + 1) * tenures)
        years = [lived[i] for i in cells]
        leavers = {cause: [h * y for h, y in zip(hazard, years)] for cause, hazard in pool["hazards"].items()}
        moved = {m["to"]: [h * y for h, y in zip(m["hazard"], years)] for m in pool["moves"]}
        for to, flow in moved.items():
            into[to] += sum(flow)
        left[pool["id"]] = sum(sum(flow) for flow in list(leavers.values()) + list(moved.values()))
        out[pool["id"]] = {"heads": [heads[i] for i in cells], "personYears": years, "leavers": leavers, "moves": moved}
    for pool in example["pools"]:
        mine = out[pool["id"]]
        mine["joiners"] = pool["joiners"] + into[pool["id"]]
        balance = sum(pool["opening"]) + mine["joiners"] - left[pool["id"]] - sum(mine["heads"])
        assert abs(balance) < Decimal("1e-45"), balance
    return {"what": "One year of ode-example.json solved exactly by ode.py; arrays by tenure, before the anniversary",
            "pools": out}


def plain(value):
    """Decimals as the nearest floating-point numbers, which keep 17 digits."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def orders(example):
    heads, lived = exact(example)
    truth = [float(x) for x in heads + lived]
    before = None
    print("steps  largest error  order")
    for steps in (1, 2, 4, 12, 48, 192):
        closing, years = by_steps(example, steps)
        error = max(abs(x - y) for x, y in zip(closing + years, truth))
        order = "" if before is None else "%.3f" % (math.log(before[1] / error) / math.log(steps / before[0]))
        print("%5d  %13.6e  %s" % (steps, error, order))
        before = (steps, error)


if __name__ == "__main__":
    if "--orders" in sys.argv[1:]:
        orders(load())
    else:
        print(json.dumps(plain(solution(load())), indent=2))
