import { describe, expect, it } from "vitest";
import { text } from "../../i18n/en";
import { isQuestion, QUESTIONS } from "./questions";

describe("questions", () => {
  it("are statements over the tenant's own store", () => {
    for (const statement of Object.values(QUESTIONS)) {
      expect(statement).toMatch(/^-- .*\?/);
      expect(statement).toContain("FROM $EDS_ID");
    }
  });

  it("each have words of their own", () => {
    expect(Object.keys(text.editor.questions)).toEqual(Object.keys(QUESTIONS));
  });

  it("are distinguished from other names", () => {
    expect(isQuestion("consoleChanges")).toBe(true);
    expect(isQuestion("somethingElse")).toBe(false);
  });
});
