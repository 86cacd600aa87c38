import type { RunState, ScheduleRun } from "../../api/schedulerTypes";

/** How far a run is with one of its steps. */
export type StepStatus = "done" | "current" | "waiting" | "failed" | "stopped" | "omitted";

export interface RunStep {
  name: "scheduled" | "running" | "delivering" | "ended";
  status: StepStatus;
  /** When it began; undefined before, and where that is not recorded. */
  at: string | undefined;
}

const END: ReadonlySet<RunState> = new Set(["succeeded", "failed", "cancelled", "skipped", "timed_out"]);

/** The steps of a run: what is behind it, where it stands, and what is left. */
export function stepsOf(run: ScheduleRun): RunStep[] {
  const isOver = END.has(run.state);
  const hasBegun = run.startedAt !== undefined;
  const hasResult = run.rows !== undefined;
  const end = endOf(run.state);
  return [
    { name: "scheduled", status: run.state === "scheduled" ? "current" : "done", at: run.dueAt },
    { name: "running", status: running(run.state, hasBegun, hasResult, end), at: run.startedAt },
    { name: "delivering", status: delivering(run, isOver, hasResult, end), at: undefined },
    { name: "ended", status: isOver ? end : "waiting", at: run.endedAt },
  ];
}

function endOf(state: RunState): StepStatus {
  switch (state) {
    case "failed":
    case "timed_out":
      return "failed";
    case "cancelled":
    case "skipped":
      return "stopped";
    default:
      return "done";
  }
}

function running(state: RunState, hasBegun: boolean, hasResult: boolean, end: StepStatus): StepStatus {
  if (state === "running") {
    return "current";
  }
  if (state === "scheduled") {
    return "waiting";
  }
  return hasBegun ? (hasResult ? "done" : end) : "omitted";
}

function delivering(run: ScheduleRun, isOver: boolean, hasResult: boolean, end: StepStatus): StepStatus {
  if (run.state === "delivering") {
    return "current";
  }
  if (!isOver) {
    return "waiting";
  }
  return hasResult && run.deliveries.length > 0 ? end : "omitted";
}
