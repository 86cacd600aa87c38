import { describe, expect, it } from "vitest";
import { markOf, rangeOf, type Mark } from "./marks";

const statement = "SELECT eventName\nFORM $EDS_ID\n";
const mark = (line: number, column: number, length?: number): Mark => ({
  line,
  column,
  length,
  message: "wrong",
  location: "",
});
const marked = (each: Mark, text = statement) => {
  const { from, to } = rangeOf(each, text);
  return text.slice(from, to);
};

describe("marks", () => {
  it("reaches to the end of the word where no length is known", () => {
    expect(marked(mark(2, 1))).toBe("FORM");
    expect(marked(mark(2, 6))).toBe("$EDS_ID");
  });

  it("takes the length that the service names", () => {
    expect(marked(mark(1, 8, 5))).toBe("event");
  });

  it.each([mark(9, 99), mark(0, 0), mark(3, 1), mark(1, 400, 7)])("stays inside of the text", (outside) => {
    const { from, to } = rangeOf(outside, statement);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(statement.length);
    expect(to).toBeGreaterThan(from);
  });

  it("says the hint beneath the message", () => {
    const problem = { type: "/problems/invalid-statement", title: "Invalid", status: 400, line: 1, column: 8 };
    expect(markOf({ ...problem, detail: "unknown", hint: "write x" })?.message).toBe("unknown\nwrite x");
    expect(markOf({ ...problem, detail: "unknown" })?.message).toBe("unknown");
  });

  it("marks nothing where the problem has no location", () => {
    expect(markOf({ type: "/problems/unavailable", title: "Unavailable", status: 503 })).toBeUndefined();
  });
});
