import { describe, expect, it } from "vitest";
import type { Parameter } from "../../api/types";
import { faultsOf, inputOf, valueOf, valuesOf } from "./values";

const parameter = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({ name: "p", type, ...more });

describe("values of a form", () => {
  it.each([
    ["text", " a b ", " a b "],
    ["integer", " 12 ", 12],
    ["integer", "12.5", "12.5"],
    ["integer", "99999999999999999999", "99999999999999999999"],
    ["number", "1.5e3", 1500],
    ["number", "many", "many"],
    ["boolean", "true", true],
    ["time-range", " last 7 days ", "last 7 days"],
    ["list", "a\n\n b \n", ["a", "b"]],
  ] as const)("reads %s %j", (type, input, value) => {
    expect(valueOf(parameter(type), input)).toEqual(value);
  });

  it("reads a list of numbers", () => {
    expect(valueOf(parameter("list", { of: "integer" }), "1\n2")).toEqual([1, 2]);
  });

  it("leaves empty fields to their defaults", () => {
    expect(valuesOf([parameter("text"), { name: "q", type: "integer" }], { p: " ", q: "3" })).toEqual({ q: 3 });
  });

  it.each([
    ["last 7 days", "last 7 days"],
    [5, "5"],
    [["a", "b"], "a\nb"],
    [{ start: "2024-05-01", end: "2024-05-02" }, "2024-05-01/2024-05-02"],
    [undefined, ""],
  ] as const)("shows %j", (value, input) => {
    expect(inputOf(value as never)).toBe(input);
  });

  it("tells the faults of values", () => {
    const violations = [
      { field: "values.period", reason: "must be a range" },
      { field: "values.names[3]", reason: "must be a text" },
      { field: "statement", reason: "is wrong" },
    ];
    expect(faultsOf(violations)).toEqual({ period: "must be a range", names: "must be a text" });
  });
});
