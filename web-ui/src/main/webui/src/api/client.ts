import type { Problem } from "./types";

/** An error response of the API. Callers branch on `problem.type`, never on text. */
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
  return send<T>("GET", path, { signal });
}

/** What was read, and the version that a change of it is based on. */
export interface Versioned<T> {
  value: T;
  version: number;
}

/** Reads what tells its version in its `ETag` only; a proxy that compresses may have made it a weak one. */
export async function getVersioned<T>(path: string, signal?: AbortSignal): Promise<Versioned<T>> {
  const response = await answerTo("GET", path, { signal });
  const version = /^(?:W\/)?"(\d+)/.exec(response.headers.get("ETag") ?? "")?.[1];
  return { value: (await response.json()) as T, version: Number(version ?? 0) };
}

/** The header of a change that is based on a version. */
export function basedOn(version: number): Record<string, string> {
  return { "If-Match": `"${String(version)}"` };
}

export function post<T>(
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  signal?: AbortSignal,
): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), type: "application/json" };
  return send<T>("POST", path, { ...json, headers, signal });
}

export function put<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), type: "application/json" };
  return send<T>("PUT", path, { ...json, headers });
}

/** Sends a file as it is: the browser streams it, and it is never in memory whole. */
export function postFile<T>(
  path: string,
  file: Blob,
  signal?: AbortSignal,
  type = "application/octet-stream",
): Promise<T> {
  return send<T>("POST", path, { body: file, type, signal });
}

export function remove<T>(path: string, headers?: Record<string, string>): Promise<T> {
  return send<T>("DELETE", path, { headers });
}

interface Sent {
  body?: string | Blob;
  type?: string;
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}

async function send<T>(method: string, path: string, sent: Sent): Promise<T> {
  const text = await (await answerTo(method, path, sent)).text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function answerTo(method: string, path: string, { body, type, headers, signal }: Sent): Promise<Response> {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: "application/json",
      ...(type === undefined ? {} : { "Content-Type": type }),
      // No other site can send this header, so the edge knows that the console asked.
      ...(method === "GET" ? {} : { "X-Tarn-Csrf": "1" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }).catch((failure: unknown) => {
    throw signal?.aborted ? failure : new ProblemError(UNREACHABLE);
  });
  if (!response.ok) {
    throw new ProblemError(await problemOf(response));
  }
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: "about:blank", title: `Answer ${response.status}`, status: response.status };
  if (!response.headers.get("Content-Type")?.includes("json")) {
    return fallback;
  }
  return { ...fallback, ...((await response.json().catch(() => ({}))) as Partial<Problem>) };
}

/** The problem of a failure; an unexpected error becomes a problem with its message. */
export function toProblem(failure: unknown): Problem {
  return failure instanceof ProblemError
    ? failure.problem
    : { type: "about:blank", title: failure instanceof Error ? failure.message : String(failure), status: 0 };
}
