import { describe, expect, it } from "vitest";
import { parametersIn } from "./placeholders";

describe("parameters in a statement", () => {
  it("are found once each, in the order of the text, with what was declared", () => {
    const statement =
      "SELECT {{b}} FROM $EDS_ID WHERE eventTime >= {{ p.start }} AND eventTime < {{p.end}} AND x = {{b}}";
    expect(
      parametersIn(statement, [
        { name: "b", type: "integer" },
        { name: "gone", type: "text" },
      ]),
    ).toEqual([
      { name: "b", type: "integer" },
      { name: "p", type: "time-range", default: "last 7 days" },
    ]);
  });

  it("are not found in texts and comments", () => {
    expect(parametersIn("SELECT '{{a}}', \"{{b}}\" -- {{c}}\n/* {{d}} */ FROM x", [])).toEqual([]);
  });
});
