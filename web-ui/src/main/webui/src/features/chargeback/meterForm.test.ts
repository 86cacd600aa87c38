import { describe, expect, it } from "vitest";
import type { Meter } from "../../api/chargeback";
import { fieldsOf, inputsOf, isComplete, NEW, requestOf } from "./meterForm";

const meter: Meter = {
  id: "sign-ins",
  name: "Sign-ins",
  unit: "sign-in",
  builtIn: false,
  enabled: true,
  statement: "SELECT eventTime AS at, 1 AS n FROM $EDS_ID WHERE eventName = {{event}}",
  parameters: [{ name: "event", type: "text" }],
  values: { event: "ConsoleLogin" },
  columns: { quantity: "n", time: "at", payers: ["who", "region"], principalArn: "who" },
  version: 4,
};

describe("the form of a meter", () => {
  it("sends what it was filled with", () => {
    expect(requestOf(inputsOf(meter), meter.parameters)).toEqual({
      id: "sign-ins",
      meter: {
        name: "Sign-ins",
        unit: "sign-in",
        statement: meter.statement,
        parameters: meter.parameters,
        values: meter.values,
        columns: meter.columns,
      },
    });
  });

  it("sends a kept query in the version that was taken, and no statement", () => {
    const kept = inputsOf({ ...meter, query: "0197", queryVersion: 2 });
    const sent = requestOf(kept, meter.parameters).meter;
    expect(sent.query).toEqual({ id: "0197", version: 2 });
    expect(sent.statement).toBeUndefined();
    expect(sent.parameters).toBeUndefined();
    expect(requestOf({ ...kept, query: { id: "0198", version: undefined } }, []).meter.query).toEqual({ id: "0198" });
  });

  it("does not send the ends of the time that is asked for", () => {
    const sent = requestOf(NEW, [{ name: "window", type: "time-range" }]).meter;
    expect(sent.parameters).toBeUndefined();
    expect(sent.columns).toEqual({ quantity: "units", time: "at", payers: ["who"], principalArn: "who" });
  });

  it("needs an id, a name, a unit, and the columns of quantity and time", () => {
    const complete = inputsOf(meter);
    expect(isComplete(complete)).toBe(true);
    expect(isComplete({ ...complete, id: "Sign ins" })).toBe(false);
    expect(isComplete({ ...complete, unit: " " })).toBe(false);
    expect(isComplete({ ...complete, time: "" })).toBe(false);
    expect(isComplete({ ...complete, source: "query" })).toBe(false);
  });

  it("shows refusals at the fields, whether it is new or changed", () => {
    expect(fieldsOf({ "meter.name": "a", "columns.payers[1]": "b", "columns.time": "c", id: "d" })).toEqual({
      name: "a",
      "columns.payers": "b",
      "columns.time": "c",
      id: "d",
    });
  });
});
