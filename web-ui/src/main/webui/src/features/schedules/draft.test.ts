import { describe, expect, it } from "vitest";
import type { Schedule } from "../../api/schedulerTypes";
import type { Parameter } from "../../api/types";
import { draftOf, faultsOf, newDraft, refusalsElsewhere, refusalsOf, requestOf, specOf } from "./draft";

const period: Parameter = { name: "period", type: "time-range" };
const bounds: Parameter = { name: "window", type: "time-range" };

const schedule: Schedule = {
  id: "s1",
  version: 3,
  name: "Sign-ins",
  statement: "SELECT 1 WHERE eventTime > {{period.start}}",
  parameters: [period],
  values: { period: "last 7 days" },
  spec: { cron: "0 8 * * 1-5", timeZone: "Europe/Berlin", start: "2026-05-01T08:00:00Z", jitter: "PT2M" },
  window: { kind: "event-time", settling: "PT30M", coveredUntil: "2026-05-02T08:00:00Z" },
  policies: { overlap: "buffer_one", catchUpWindow: "PT24H", pauseAfterFailures: 0 },
  output: {
    compared: true,
    alert: { of: "column", column: "errorCode", operator: "=", value: "AccessDenied" },
    deliveries: [{ format: "parquet", when: "changed" }],
    notifications: [{ channel: "team", when: "failed" }],
  },
  owner: { issuer: "i", subject: "s", name: "Eve" },
  state: "active",
  failures: 0,
  createdAt: "2026-05-01T00:00:00Z",
  changedAt: "2026-05-01T00:00:00Z",
};

describe("the form of a schedule", () => {
  it("asks for the schedule that it shows", () => {
    expect(requestOf(draftOf(schedule), [period])).toEqual({
      name: "Sign-ins",
      statement: schedule.statement,
      parameters: [period],
      values: { period: "last 7 days" },
      spec: {
        cron: "0 8 * * 1-5",
        timeZone: "Europe/Berlin",
        start: "2026-05-01T08:00:00.000Z",
        jitter: "PT120S",
      },
      window: { kind: "event-time", settling: "PT1800S" },
      policies: { overlap: "buffer_one", catchUpWindow: "PT86400S", pauseAfterFailures: 0 },
      output: schedule.output,
    });
  });

  it("asks for a kept query at a version or at the newest, without declaring its parameters", () => {
    const draft = newDraft("UTC", { name: " n ", query: { id: "q", version: undefined } });
    expect(requestOf(draft, [period])).toMatchObject({ name: "n", query: { id: "q" } });
    expect(requestOf(draft, [period])).not.toHaveProperty("parameters");
    expect(requestOf({ ...draft, query: { id: "q", version: 2 } }, []).query).toEqual({ id: "q", version: 2 });
  });

  it("leaves the bounds of the window to each run", () => {
    const draft = newDraft("UTC", { source: "statement", statement: "…", inputs: { window: "today" } });
    const request = requestOf(draft, [bounds]);
    expect(request).not.toHaveProperty("parameters");
    expect(request).not.toHaveProperty("values");
  });

  it.each([
    ["none", undefined],
    ["arrival", { kind: "arrival" }],
    ["event-time", { kind: "event-time", settling: "PT900S", from: "2026-01-01T00:00:00.000Z" }],
  ] as const)("asks for the window %s", (window, asked) => {
    expect(requestOf(newDraft("UTC", { window, from: "2026-01-01" }), []).window).toEqual(asked);
  });

  it.each([
    [{ alert: "none" }, undefined],
    [{ alert: "no-data" }, { of: "no-data" }],
    [
      { alert: "rows", alertValue: " 10 " },
      { of: "rows", operator: ">", value: 10 },
    ],
    [
      { alert: "column", alertColumn: "n", alertOperator: "!=", alertValue: "a b" },
      { of: "column", column: "n", operator: "!=", value: "a b" },
    ],
  ] as const)("asks for the alert %j", (change, alert) => {
    expect(requestOf(newDraft("UTC", change), []).output?.alert).toEqual(alert);
  });

  it("has an interval without cron", () => {
    const spec = specOf(newDraft("Asia/Tokyo", { timing: "interval", every: { amount: "2", unit: "hours" } }));
    expect(spec).toEqual({ every: "PT7200S", timeZone: "Asia/Tokyo" });
  });

  it("has no spec while its fields cannot be sent", () => {
    expect(specOf(newDraft("UTC", { cron: " " }))).toBeUndefined();
    expect(specOf(newDraft("UTC", { end: "soon" }))).toBeUndefined();
    expect(specOf(newDraft("UTC", { timing: "interval", every: { amount: "x", unit: "hours" } }))).toBeUndefined();
  });

  it("names the fields that cannot be sent", () => {
    const draft = newDraft("UTC", {
      start: "soon",
      window: "event-time",
      settling: { amount: "", unit: "minutes" },
      pauseAfterFailures: "never",
    });
    expect(Object.keys(faultsOf(draft))).toEqual(["spec.start", "window.settling", "policies.pauseAfterFailures"]);
    expect(faultsOf(newDraft("UTC"))).toEqual({});
  });

  it("shows what the service refuses at its fields, and the rest above", () => {
    const refusals = refusalsOf([
      { field: "spec.cron", reason: "never fires" },
      { field: "spec.cron", reason: "is too long" },
      { field: "values.period", reason: "must be a range" },
      { field: "output.deliveries[0].when", reason: "needs results that are compared" },
      { field: "output.deliveries[0]", reason: "is nowhere" },
      { field: "somewhere", reason: "is wrong" },
    ]);
    expect(refusals["spec.cron"]).toBe("never fires; is too long");
    expect(refusalsElsewhere(refusals, ["spec.cron"])).toEqual([
      "output.deliveries[0] is nowhere",
      "somewhere is wrong",
    ]);
  });
});
