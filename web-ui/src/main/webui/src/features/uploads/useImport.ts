import { useEffect, useMemo, useRef, useState } from "react";
import { toProblem } from "../../api/client";
import { uploadsApi } from "../../api/uploads";
import type { Problem } from "../../api/types";
import { bytesOf, type NamedFile } from "./names";
import { persist, sendAll, type Failure } from "./sending";
import { isUnusual, opening, performDryRun, readable, type DryRunResult, type ImportRequest } from "./dryRun";

/** The files and bytes received so far. */
export interface Progress {
  files: number;
  bytes: number;
}

/**
 * The state of an import.
 *
 * CHOOSING -> DRY_RUN -> (REVIEW ->) UPLOADING -> UPLOADED, or INCOMPLETE after failed files.
 */
export type Step =
  | { phase: "CHOOSING"; problem?: Problem }
  | { phase: "DRY_RUN"; request: ImportRequest; upload?: string; progress: Progress }
  | { phase: "REVIEW"; request: ImportRequest; result: DryRunResult }
  | { phase: "UPLOADING"; request: ImportRequest; upload?: string; progress: Progress }
  | { phase: "INCOMPLETE"; request: ImportRequest; upload: string; failures: Failure[]; problem?: Problem }
  | { phase: "UPLOADED"; upload: string };

export interface Import {
  step: Step;
  /** Starts with a dry run; uploads the files unless its result needs a review. */
  start: (request: ImportRequest) => void;
  /** Uploads the reviewed files. */
  confirm: () => void;
  /** Uploads the failed files again. */
  resume: () => void;
  /** Closes the upload without the failed files. */
  closeWithout: () => void;
  /** Stops the dry run or the upload. */
  stop: () => void;
  /** Returns to the choice of files. */
  reset: () => void;
}

const NOTHING: Progress = { files: 0, bytes: 0 };

export function useImport(tenant: string): Import {
  const api = useMemo(() => uploadsApi(tenant), [tenant]);
  const [step, setStep] = useState<Step>({ phase: "CHOOSING" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const watch = {
    opened: (upload: string) => {
      setStep((now) => ("progress" in now ? { ...now, upload } : now));
    },
    received: (file: NamedFile) => {
      setStep((now) => ("progress" in now ? { ...now, progress: added(now.progress, file) } : now));
    },
  };

  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    const control = new AbortController();
    running.current = control;
    void work(control.signal).catch((failure: unknown) => {
      setStep(control.signal.aborted ? { phase: "CHOOSING" } : { phase: "CHOOSING", problem: toProblem(failure) });
    });
  };

  const openAndUpload = async (request: ImportRequest, signal: AbortSignal) => {
    setStep({ phase: "UPLOADING", request, progress: NOTHING });
    const { id } = await api.open(opening(request, false));
    await uploadFiles(request, id, request.files, signal);
  };

  const uploadFiles = async (
    request: ImportRequest,
    upload: string,
    files: readonly NamedFile[],
    signal: AbortSignal,
  ) => {
    const before = request.files.filter((file) => !files.includes(file));
    setStep({ phase: "UPLOADING", request, upload, progress: { files: before.length, bytes: bytesOf(before) } });
    const failures = await sendAll(
      files,
      async (file) => {
        await api.put(upload, file.name, file.file, signal);
        watch.received(file);
      },
      signal,
    );
    if (failures.length > 0) {
      setStep({ phase: "INCOMPLETE", request, upload, failures });
    } else {
      await close(request, upload, signal);
    }
  };

  const close = async (request: ImportRequest, upload: string, signal: AbortSignal) => {
    try {
      await persist(() => api.close(upload), signal);
      setStep({ phase: "UPLOADED", upload });
    } catch (failure) {
      setStep({ phase: "INCOMPLETE", request, upload, failures: [], problem: toProblem(failure) });
    }
  };

  return {
    step,
    start: (request) => {
      run(async (signal) => {
        setStep({ phase: "DRY_RUN", request, progress: NOTHING });
        const result = await performDryRun(api, request, watch, signal);
        if (isUnusual(result)) {
          setStep({ phase: "REVIEW", request, result });
        } else {
          await openAndUpload(request, signal);
        }
      });
    },
    confirm: () => {
      if (step.phase === "REVIEW") {
        run((signal) => openAndUpload(readable(step.request, step.result), signal));
      }
    },
    resume: () => {
      if (step.phase === "INCOMPLETE") {
        const rest = step.failures.map((failure) => failure.file);
        run((signal) => uploadFiles(step.request, step.upload, rest, signal));
      }
    },
    closeWithout: () => {
      if (step.phase === "INCOMPLETE") {
        run((signal) => close(step.request, step.upload, signal));
      }
    },
    stop: () => running.current?.abort(),
    reset: () => {
      setStep({ phase: "CHOOSING" });
    },
  };
}

function added(progress: Progress, { file }: NamedFile): Progress {
  return { files: progress.files + 1, bytes: progress.bytes + file.size };
}
