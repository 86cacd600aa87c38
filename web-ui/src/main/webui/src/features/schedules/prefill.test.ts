import { describe, expect, it } from "vitest";
import { draftFrom, windowIn } from "./prefill";

describe("a form that is filled in", () => {
  it("has the statement of the editor with its parameters", () => {
    const parameters = [{ name: "period", type: "time-range" as const }];
    expect(draftFrom(undefined, { statement: "SELECT 1", parameters, inputs: { period: "today" } })).toEqual({
      source: "statement",
      statement: "SELECT 1",
      declared: parameters,
      inputs: { period: "today" },
      window: "none",
    });
  });

  it("has the kept query of the address", () => {
    expect(draftFrom("q", { inputs: { a: "1" } })).toEqual({
      source: "query",
      query: { id: "q", version: undefined },
      inputs: { a: "1" },
    });
  });

  it.each([undefined, null, "text", { statement: 5 }, {}])("is empty without either: %j", (state) => {
    expect(draftFrom(undefined, state)).toEqual({});
  });

  it.each([
    ["eventTime >= {{window.start}} AND eventTime < {{ window.end }}", "event-time"],
    ["ingestPosition >= {{window.startPosition}}", "arrival"],
    ["eventTime >= {{period.start}}", "none"],
  ])("knows the window of %s", (statement, window) => {
    expect(windowIn(statement)).toBe(window);
  });
});
