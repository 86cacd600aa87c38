import Box from "@cloudscape-design/components/box";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { AlertState, RunState, Schedule, ScheduleRun, ScheduleState } from "../../api/schedulerTypes";
import { text } from "../../i18n/en";

const OF_SCHEDULE: Record<ScheduleState, StatusIndicatorProps.Type> = {
  active: "success",
  paused: "warning",
  ended: "stopped",
};

const OF_RUN: Record<RunState, StatusIndicatorProps.Type> = {
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
    <>
      <StatusIndicator type={OF_SCHEDULE[schedule.state]}>{text.schedules.states[schedule.state]}</StatusIndicator>
      {schedule.pause && <Reason>{pauseReasonOf(schedule.pause)}</Reason>}
    </>
  );
}

/** Why a schedule is paused, in words. */
export function pauseReasonOf({ reason }: { reason: string }): string {
  return text.schedules.pauseReasons[reason] ?? reason;
}

/** Where a run stands, and why. */
export function RunStatus({ run: { state, reason } }: { run: Pick<ScheduleRun, "state" | "reason"> }) {
  return (
    <>
      <StatusIndicator type={OF_RUN[state]}>{text.schedules.run.states[state]}</StatusIndicator>
      {reason !== undefined && <Reason>{text.schedules.run.reasons[reason] ?? reason}</Reason>}
    </>
  );
}

function Reason({ children }: { children: string }) {
  return (
    <Box variant="small" color="text-body-secondary" display="block">
      {children}
    </Box>
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
