import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { Elapsed } from "../../components/Elapsed";
import { duration, size } from "../../components/format";
import { text } from "../../i18n/en";
import type { Phase, StatementRun } from "./useStatementRun";
import type { QueryStatistics } from "../../api/types";

const LOOKS: Record<Exclude<Phase, "IDLE">, StatusIndicatorProps.Type> = {
  SUBMITTING: "loading",
  QUEUED: "pending",
  RUNNING: "in-progress",
  FINISHED: "success",
  FAILED: "error",
  CANCELLED: "stopped",
  TIMED_OUT: "warning",
};

/** State of a run with its elapsed time, and after the end with rows, run time and bytes scanned. */
export function RunStatus({ run }: { run: StatementRun }) {
  if (run.phase === "IDLE") {
    return <StatusIndicator type="pending">{text.editor.notRun}</StatusIndicator>;
  }
  return (
    <div data-testid="run-status" role="status">
      <SpaceBetween direction="horizontal" size="l">
        <StatusIndicator type={LOOKS[run.phase]}>{text.editor.states[run.phase]}</StatusIndicator>
        {run.isActive ? (
          <span data-testid="elapsed">
            <Elapsed since={run.startedAt} />
          </span>
        ) : (
          figures(run.run?.statistics).map((figure) => (
            <Box key={figure} variant="span" color="text-body-secondary">
              {figure}
            </Box>
          ))
        )}
      </SpaceBetween>
    </div>
  );
}

/** Statistics of a run; missing values are left out. */
export function figures(statistics: QueryStatistics | null | undefined): string[] {
  const { rows, runTimeMillis, bytesScanned } = statistics ?? {};
  return [
    rows == null ? undefined : text.result.rows(rows),
    runTimeMillis == null ? undefined : duration(runTimeMillis),
    bytesScanned == null ? undefined : text.result.scanned(size(bytesScanned)),
  ].filter((figure) => figure !== undefined);
}
