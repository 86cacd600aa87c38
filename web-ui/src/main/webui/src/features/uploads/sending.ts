import { toProblem } from "../../api/client";
import type { Problem } from "../../api/types";
import { text } from "../../i18n/en";
import type { NamedFile } from "./names";

/** Fewer than the connections that a browser has for one address: what is asked in between needs one, too. */
const AT_ONCE = 3;
const TRIES = 4;
const FIRST_PAUSE = 500;

/** A file that did not get through, and why. */
export interface Failure {
  file: NamedFile;
  problem: Problem;
}

export type Pause = (millis: number) => Promise<void>;

const pausing: Pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Sends all files, several side by side, and returns those that did not get through. One does not hold up the others. */
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

const STOPPED: Problem = { type: "about:blank", title: text.bring.stopped, status: 0 };

/** Tries once more, a few times, what may pass; what is refused stays refused. */
export async function persist<T>(action: () => Promise<T>, signal: AbortSignal, pause: Pause = pausing): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await action();
    } catch (failure) {
      if (attempt === TRIES || signal.aborted || !mayPass(toProblem(failure))) {
        throw failure;
      }
    }
    await pause(FIRST_PAUSE * 2 ** attempt);
  }
}

function mayPass({ type, status }: Problem): boolean {
  return type === "/problems/unreachable" || type === "/problems/upload-busy" || status === 429 || status >= 500;
}
