import { eachIsOneError, text } from "./written-town.test-data.ts";

eachIsOneError({
  "a market nobody names": {
    file: text({ more: "labourMarkets: { entry-level: { capacity: base-year } }" }),
    code: "market-without-pools",
    at: "entry-level",
    value: "entry-level",
  },
  "a market that is not there": {
    file: text({
      homes: "recruitment: { market: entry }",
      hospital: "recruitment: { market: entri }",
      more: "labourMarkets: { entry: { capacity: 10 } }",
    }),
    code: "unknown-labour-market",
    at: "entri",
    value: "entri",
    didYouMean: "entry",
  },
  "a capacity that is no number": {
    file: text({ homes: "recruitment: { market: entry }", more: "labourMarkets: { entry: { capacity: plenty } }" }),
    code: "not-a-number",
    at: "plenty",
    value: "plenty",
  },
  "recruits from a pool that is not there": {
    file: text({ hospital: "recruitment: { from: { hoems: 8% } }" }),
    code: "unknown-pool",
    at: "hoems",
    value: "hoems",
    didYouMean: "homes",
  },
  "a circle of hiring shares": {
    file: text({ homes: "recruitment: { from: { hospital: 5% } }", hospital: "recruitment: { from: { homes: 8% } }" }),
    code: "hiring-loop",
    at: "{ hospital: 5% }",
    value: "homes ← hospital ← homes",
  },
  "a pool that hires from itself": {
    file: text({ homes: "recruitment: { from: { homes: 5% } }" }),
    code: "hiring-loop",
    at: "{ homes: 5% }",
    value: "homes ← homes",
  },
  "a pool that hires all its recruits elsewhere": {
    file: text({ hospital: "recruitment: { from: { homes: 97% } }" }),
    code: "shares-above-100",
    at: "{ homes: 97% }",
    value: "homes: 97%",
  },
  "returners without a delay": {
    file: text({ homes: "returners: [ { cause: retirement, share: 15% } ]" }),
    code: "bad-returner",
    at: "{ cause: retirement",
    value: "cause, share",
  },
  "returners given in both ways": {
    file: text({ homes: "returners: [ { heads: { 2020: 5 }, delay: 1 } ]" }),
    code: "bad-returner",
    at: "{ heads",
    value: "delay, heads",
  },
  "returners given in no way": {
    file: text({ homes: "returners: [ { } ]" }),
    code: "bad-returner",
    at: "{ } ]",
    value: "{}",
  },
});
