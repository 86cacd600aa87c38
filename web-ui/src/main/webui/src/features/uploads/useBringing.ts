import { useEffect, useMemo, useRef, useState } from "react";
import { toProblem } from "../../api/client";
import { uploadsApi } from "../../api/uploads";
import type { Problem } from "../../api/types";
import { bytesOf, type NamedFile } from "./names";
import { persist, sendAll, type Failure } from "./sending";
import { isUnusual, opening, readable, tryOut, type Order, type Trial } from "./trial";

/** What has got through so far. */
export interface Taken {
  files: number;
  bytes: number;
}

/**
 * Where somebody is who brings files.
 *
 * CHOOSING -> CHECKING -> (ASKING ->) SENDING -> SENT, and STUCK where files did not get through.
 */
export type Step =
  | { phase: "CHOOSING"; problem?: Problem }
  | { phase: "CHECKING"; order: Order; upload?: string; taken: Taken }
  | { phase: "ASKING"; order: Order; trial: Trial }
  | { phase: "SENDING"; order: Order; upload?: string; taken: Taken }
  | { phase: "STUCK"; order: Order; upload: string; failures: Failure[]; problem?: Problem }
  | { phase: "SENT"; upload: string };

export interface Bringing {
  step: Step;
  /** Tries the files out, asks where something is unusual, and sends them. */
  bring: (order: Order) => void;
  /** Sends what was asked about. */
  confirm: () => void;
  /** Sends once more what did not get through. */
  goOn: () => void;
  /** Ends the upload without what did not get through. */
  endWithout: () => void;
  /** Stops what is under way. */
  stop: () => void;
  startAnew: () => void;
}

const NOTHING: Taken = { files: 0, bytes: 0 };

export function useBringing(tenant: string): Bringing {
  const api = useMemo(() => uploadsApi(tenant), [tenant]);
  const [step, setStep] = useState<Step>({ phase: "CHOOSING" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const watch = {
    opened: (upload: string) => {
      setStep((now) => ("taken" in now ? { ...now, upload } : now));
    },
    taken: (file: NamedFile) => {
      setStep((now) => ("taken" in now ? { ...now, taken: added(now.taken, file) } : now));
    },
  };

  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    const control = new AbortController();
    running.current = control;
    void work(control.signal).catch((failure: unknown) => {
      setStep(control.signal.aborted ? { phase: "CHOOSING" } : { phase: "CHOOSING", problem: toProblem(failure) });
    });
  };

  const send = async (order: Order, signal: AbortSignal) => {
    setStep({ phase: "SENDING", order, taken: NOTHING });
    const { id } = await api.open(opening(order, false));
    await deliver(order, id, order.files, signal);
  };

  const deliver = async (order: Order, upload: string, files: readonly NamedFile[], signal: AbortSignal) => {
    const before = order.files.filter((file) => !files.includes(file));
    setStep({ phase: "SENDING", order, upload, taken: { files: before.length, bytes: bytesOf(before) } });
    const failures = await sendAll(
      files,
      async (file) => {
        await api.put(upload, file.name, file.file, signal);
        watch.taken(file);
      },
      signal,
    );
    if (failures.length > 0) {
      setStep({ phase: "STUCK", order, upload, failures });
    } else {
      await end(order, upload, signal);
    }
  };

  const end = async (order: Order, upload: string, signal: AbortSignal) => {
    try {
      await persist(() => api.close(upload), signal);
      setStep({ phase: "SENT", upload });
    } catch (failure) {
      setStep({ phase: "STUCK", order, upload, failures: [], problem: toProblem(failure) });
    }
  };

  return {
    step,
    bring: (order) => {
      run(async (signal) => {
        setStep({ phase: "CHECKING", order, taken: NOTHING });
        const trial = await tryOut(api, order, watch, signal);
        if (isUnusual(trial)) {
          setStep({ phase: "ASKING", order, trial });
        } else {
          await send(order, signal);
        }
      });
    },
    confirm: () => {
      if (step.phase === "ASKING") {
        run((signal) => send(readable(step.order, step.trial), signal));
      }
    },
    goOn: () => {
      if (step.phase === "STUCK") {
        const rest = step.failures.map((failure) => failure.file);
        run((signal) => deliver(step.order, step.upload, rest, signal));
      }
    },
    endWithout: () => {
      if (step.phase === "STUCK") {
        run((signal) => end(step.order, step.upload, signal));
      }
    },
    stop: () => running.current?.abort(),
    startAnew: () => {
      setStep({ phase: "CHOOSING" });
    },
  };
}

function added(taken: Taken, { file }: NamedFile): Taken {
  return { files: taken.files + 1, bytes: taken.bytes + file.size };
}
