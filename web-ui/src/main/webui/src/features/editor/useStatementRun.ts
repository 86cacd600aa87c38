import { useState } from "react";
import { toProblem } from "../../api/client";
import { isOver, useCancel, useRun, useSubmit } from "../../api/queries";
import type { Column, Problem, QueryRun, QueryState, Submission } from "../../api/types";

export type Phase = "IDLE" | "SUBMITTING" | QueryState;

export interface StatementRun {
  phase: Phase;
  isActive: boolean;
  id: string | undefined;
  run: QueryRun | undefined;
  columns: Column[];
  /** Local time of the start in milliseconds. */
  startedAt: number;
  problem: Problem | undefined;
  isCancelling: boolean;
  start: (submission: Submission) => void;
  cancel: () => void;
}

/**
 * Submits, follows and cancels one statement at a time; a new start drops the one before.
 *
 * @param opened an execution that there is already, followed until something is started
 */
export function useStatementRun(tenant: string, opened?: string): StatementRun {
  const [startedAt, setStartedAt] = useState(0);
  const submit = useSubmit(tenant);
  const cancel = useCancel(tenant);
  const id = submit.isIdle ? opened : submit.data?.id;
  const followed = useRun(tenant, id);
  const run = followed.data ?? submit.data;
  const failure = submit.error ?? followed.error;
  const phase = phaseOf(submit.isPending, failure !== null, run);
  return {
    phase,
    isActive: phase === "SUBMITTING" || (run !== undefined && !isOver(run) && failure === null),
    id,
    run,
    columns: run?.columns ?? [],
    startedAt: startedAt === 0 ? Date.parse(run?.startedAt ?? run?.submittedAt ?? "") : startedAt,
    problem: failure ? toProblem(failure) : (run?.problem ?? undefined),
    isCancelling: cancel.isPending || (cancel.isSuccess && !isOver(run)),
    start: (submission) => {
      setStartedAt(Date.now());
      cancel.reset();
      submit.mutate(submission);
    },
    cancel: () => {
      if (id !== undefined) {
        cancel.mutate(id);
      }
    },
  };
}

function phaseOf(isSubmitting: boolean, hasFailed: boolean, run: QueryRun | undefined): Phase {
  if (isSubmitting) {
    return "SUBMITTING";
  }
  if (hasFailed) {
    return "FAILED";
  }
  return run?.state ?? "IDLE";
}
