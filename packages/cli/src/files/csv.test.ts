import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("a line of CSV", () => {
  it("quotes as RFC 4180 says", () => {
    expect(csvLine(["a", 'say "b"', "c,d", "e\nf", undefined, ""])).toBe('a,"say ""b""","c,d","e\nf",,\n');
  });

  it("keeps every digit of a number", () => {
    for (const value of [0.1 + 0.2, 1e-300, -5, 33452]) expect(Number(csvLine([value]))).toBe(value);
  });

  it.each(["=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "-", "=", "+ 5"])("makes no formula of %j", (text) => {
    expect(csvLine([text])).toBe(`'${text}\n`);
  });

  it.each(["-5", "+1.5e3", "a=b", "16-29", "'x"])("leaves %j as it is", (text) => {
    expect(csvLine([text])).toBe(`${text}\n`);
  });
});
