import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { AlertState, RunState, Schedule, ScheduleRun, ScheduleState } from "../../api/schedulerTypes";
import { text } from "../../i18n/en";

const OF_SCHEDULE: Record<ScheduleState, StatusIndicatorProps.Type> = {
  active: "success",
  paused: "warning",
  ended: "stopped",
};

export const OF_RUN: Record<RunState, StatusIndicatorProps.Type> = {
  scheduled: "pending",
  running: "in-progress",
  delivering: "in-progress",
  succeeded: "success",
  failed: "error",
  cancelled: "stopped",
  skipped: "stopped",
  timed_out: "error",
};

/** Where a schedule stands, and why it is paused. */
export function ScheduleStatus({ schedule }: { schedule: Pick<Schedule, "state" | "pause"> }) {
  return (
    <StatusIndicator type={OF_SCHEDULE[schedule.state]} wrapText>
      {schedule.pause
        ? text.schedules.pausedBecause(text.schedules.pauseReasons[schedule.pause.reason] ?? schedule.pause.reason)
        : text.schedules.states[schedule.state]}
    </StatusIndicator>
  );
}

/** Where a run stands, and why. */
export function RunStatus({ run }: { run: Pick<ScheduleRun, "state" | "reason"> }) {
  return (
    <StatusIndicator type={OF_RUN[run.state]} wrapText>
      {runStateText(run)}
    </StatusIndicator>
  );
}

/** `Failed: the execution took too long`. */
export function runStateText({ state, reason }: Pick<ScheduleRun, "state" | "reason">): string {
  const name = text.schedules.run.states[state];
  return reason === undefined ? name : `${name}: ${text.schedules.run.reasons[reason] ?? reason}`;
}

/** What an alert condition says of the last result. */
export function AlertStatus({ alert }: { alert: AlertState | undefined }) {
  if (alert === undefined) {
    return <>–</>;
  }
  return (
    <StatusIndicator type={alert === "firing" ? "error" : "success"}>
      {text.schedules.alertStates[alert]}
    </StatusIndicator>
  );
}
