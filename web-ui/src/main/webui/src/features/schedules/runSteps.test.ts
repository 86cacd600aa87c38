import { describe, expect, it } from "vitest";
import type { ScheduleRun } from "../../api/schedulerTypes";
import { stepsOf } from "./runSteps";

const run = (change: Partial<ScheduleRun>): ScheduleRun => ({
  id: "r",
  schedule: "s",
  origin: "schedule",
  dueAt: "2026-05-01T08:00:00Z",
  state: "scheduled",
  owner: { issuer: "i", subject: "s", name: "Eve" },
  attempts: 0,
  deliveries: [],
  createdAt: "2026-05-01T08:00:00Z",
  ...change,
});
const startedAt = "2026-05-01T08:00:01Z";
const delivery = { delivery: { format: "csv", when: "always" }, state: "succeeded" } as const;
const statuses = (change: Partial<ScheduleRun>) => stepsOf(run(change)).map(({ status }) => status);

describe("the steps of a run", () => {
  it.each([
    [{ state: "scheduled" }, ["current", "waiting", "waiting", "waiting"]],
    [{ state: "running", startedAt }, ["done", "current", "waiting", "waiting"]],
    [{ state: "delivering", startedAt, rows: 1 }, ["done", "done", "current", "waiting"]],
    [{ state: "succeeded", startedAt, rows: 0, deliveries: [delivery] }, ["done", "done", "done", "done"]],
    [{ state: "succeeded", startedAt, rows: 0 }, ["done", "done", "omitted", "done"]],
    [{ state: "failed", startedAt }, ["done", "failed", "omitted", "failed"]],
    [{ state: "failed", startedAt, rows: 1, deliveries: [delivery] }, ["done", "done", "failed", "failed"]],
    [{ state: "timed_out", startedAt }, ["done", "failed", "omitted", "failed"]],
    [{ state: "cancelled" }, ["done", "omitted", "omitted", "stopped"]],
    [{ state: "cancelled", startedAt }, ["done", "stopped", "omitted", "stopped"]],
    [{ state: "skipped" }, ["done", "omitted", "omitted", "stopped"]],
  ] as const)("are told of %j", (change, expected) => {
    expect(statuses(change as Partial<ScheduleRun>)).toEqual(expected);
  });

  it("have the times that are known", () => {
    const endedAt = "2026-05-01T08:00:09Z";
    expect(stepsOf(run({ state: "succeeded", startedAt, endedAt, rows: 0 })).map(({ at }) => at)).toEqual([
      "2026-05-01T08:00:00Z",
      startedAt,
      undefined,
      endedAt,
    ]);
  });
});
