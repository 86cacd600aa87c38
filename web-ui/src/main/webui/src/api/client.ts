import type { Problem } from "./types";

/** A refusal of the API. Callers branch on `problem.type`, never on text. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

const UNREACHABLE: Problem = {
  type: "/problems/unreachable",
  title: "Tarn cannot be reached",
  status: 0,
  detail: "Check your connection, then try again.",
};

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>("GET", path, undefined, signal);
}

export function post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  return send<T>("POST", path, body, undefined, headers);
}

export function remove<T>(path: string): Promise<T> {
  return send<T>("DELETE", path);
}

async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers?: Record<string, string>,
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: "application/json",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      // No other site can send this header, so the edge knows that the console asked.
      ...(method === "GET" ? {} : { "X-Tarn-Csrf": "1" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((failure: unknown) => {
    throw signal?.aborted ? failure : new ProblemError(UNREACHABLE);
  });
  if (!response.ok) {
    throw new ProblemError(await problemOf(response));
  }
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: "about:blank", title: `Answer ${response.status}`, status: response.status };
  if (!response.headers.get("Content-Type")?.includes("json")) {
    return fallback;
  }
  return { ...fallback, ...((await response.json().catch(() => ({}))) as Partial<Problem>) };
}

/** What went wrong, whatever was thrown. */
export function toProblem(failure: unknown): Problem {
  return failure instanceof ProblemError
    ? failure.problem
    : { type: "about:blank", title: failure instanceof Error ? failure.message : String(failure), status: 0 };
}
