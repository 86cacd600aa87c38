import { toProblem } from "../../api/client";
import type { Problem } from "../../api/types";
import { text } from "../../i18n/en";
import type { NamedFile } from "./names";

/** Fewer than the connections of a browser to one host, so that requests for the progress still find one. */
const AT_ONCE = 3;
const TRIES = 4;
const FIRST_PAUSE = 500;

/** A file that failed to upload, with the reason. */
export interface Failure {
  file: NamedFile;
  problem: Problem;
}

export type Pause = (millis: number) => Promise<void>;

const pausing: Pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Uploads the files in parallel and returns those that failed. A failed file does not stop the others. */
export async function sendAll(
  files: readonly NamedFile[],
  send: (file: NamedFile) => Promise<void>,
  signal: AbortSignal,
  pause: Pause = pausing,
): Promise<Failure[]> {
  const waiting = [...files];
  const failures: Failure[] = [];
  const line = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const sent = file;
      await persist(() => send(sent), signal, pause).catch((failure: unknown) => {
        failures.push({ file: sent, problem: signal.aborted ? STOPPED : toProblem(failure) });
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return failures;
}

const STOPPED: Problem = { type: "about:blank", title: text.imports.stopped, status: 0 };

/** Retries the action with back-off while its failure is temporary. */
export async function persist<T>(action: () => Promise<T>, signal: AbortSignal, pause: Pause = pausing): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await action();
    } catch (failure) {
      if (attempt === TRIES || signal.aborted || !isTemporary(toProblem(failure))) {
        throw failure;
      }
    }
    await pause(FIRST_PAUSE * 2 ** attempt);
  }
}

function isTemporary({ type, status }: Problem): boolean {
  return type === "/problems/unreachable" || type === "/problems/upload-busy" || status === 429 || status >= 500;
}
