import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/client";
import type { NewUpload, UploadsApi } from "../../api/uploads";
import type { AccountState, ReceivedFile, Upload } from "../../api/types";
import { anUpload } from "./anUpload";
import { named } from "./names";
import { storesNothing, isUnusual, readable, unusualAccounts, performDryRun, type DryRunResult } from "./dryRun";

const upload = (more: Partial<Upload> = {}) => anUpload({ dryRun: true, admitted: 0, ...more });

const received = (more: Partial<ReceivedFile> = {}): ReceivedFile => ({
  received: 1,
  filtered: 0,
  rejected: 0,
  reasons: [],
  ...more,
});

/** Fake server that records the calls. */
class Server implements UploadsApi {
  readonly opened: NewUpload[] = [];
  readonly received: string[] = [];
  closed = 0;
  answers: Record<string, ReceivedFile | ProblemError> = {};
  totals: Upload[] = [upload({ admitted: 1 })];

  open = (wanted: NewUpload) => {
    this.opened.push(wanted);
    return Promise.resolve(upload({ state: "RECEIVING" }));
  };

  put = (_: string, name: string) => {
    const answer = this.answers[name] ?? received();
    if (answer instanceof ProblemError) {
      return Promise.reject(answer);
    }
    this.received.push(name);
    return Promise.resolve(answer);
  };

  close = () => {
    this.closed += 1;
    return Promise.resolve(this.totals[0] ?? upload());
  };

  settled = () => {
    this.totals.shift();
    return Promise.resolve(this.totals[0] ?? upload());
  };
}

const files = (...names: string[]) => named(names.map((name) => new File(["{}"], name)));
const unwatched = { opened: () => undefined, received: () => undefined };
const live = () => new AbortController().signal;
const account = (id: string, state: AccountState) => ({ id, state, count: 1 });
const resultOf = (totals: Partial<Upload>): DryRunResult => ({
  totals: upload({ admitted: 1, ...totals }),
  examples: [],
  failures: [],
});

describe("performDryRun", () => {
  it("uploads all files into a dry run, closes it, and waits for its totals", async () => {
    const server = new Server();
    server.totals = [upload({ state: "WRITING" }), upload({ admitted: 2 })];
    const found = await performDryRun(server, { files: files("a", "b"), store: "s1" }, unwatched, live());
    expect(server.opened).toMatchObject([{ dryRun: true, store: "s1" }]);
    expect(server.received.sort()).toEqual(["a", "b"]);
    expect(server.closed).toBe(1);
    expect(found.totals.admitted).toBe(2);
  });

  it("names no store without a chosen one", async () => {
    const server = new Server();
    await performDryRun(server, { files: files("a") }, unwatched, live());
    expect(server.opened[0]).not.toHaveProperty("store");
  });

  it("returns at most twenty rejected records with their locations", async () => {
    const server = new Server();
    const reason = { position: { line: 3 }, reason: "no-event-id", detail: "no eventID" };
    server.answers = { a: received({ rejected: 15, reasons: Array.from({ length: 15 }, () => reason) }) };
    server.answers.b = server.answers.a ?? received();
    const found = await performDryRun(server, { files: files("a", "b") }, unwatched, live());
    expect(found.examples).toHaveLength(20);
    expect(found.examples[0]).toEqual({ ...reason, file: "a" });
  });

  it("reports files that could not be read and leaves them out of the import", async () => {
    const server = new Server();
    server.answers = { a: new ProblemError({ type: "about:blank", title: "Too large", status: 413 }) };
    const request = { files: files("a", "b") };
    const found = await performDryRun(server, request, unwatched, live());
    expect(found.failures.map((failure) => failure.file.name)).toEqual(["a"]);
    expect(readable(request, found).files.map((file) => file.name)).toEqual(["b"]);
  });

  it("ends when it is stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(performDryRun(new Server(), { files: files("a") }, unwatched, stop.signal)).rejects.toBe(
      stop.signal.reason,
    );
  });
});

describe("an unusual dry run", () => {
  it("is not one with admitted accounts only", () => {
    expect(isUnusual(resultOf({ accounts: [account("111111111111", "admitted")] }))).toBe(false);
  });

  it.each<AccountState>(["new", "not-admitted", "foreign"])("has an account that is %s", (state) => {
    const found = resultOf({ accounts: [account("111111111111", "admitted"), account("222222222222", state)] });
    expect(isUnusual(found)).toBe(true);
    expect(unusualAccounts(found.totals).map((each) => each.id)).toEqual(["222222222222"]);
  });

  it("has a rejected record", () => {
    expect(isUnusual(resultOf({ rejected: 1 }))).toBe(true);
  });

  it("stores nothing", () => {
    expect(isUnusual(resultOf({ admitted: 0, filtered: 5 }))).toBe(true);
    expect(storesNothing(upload({ digestFiles: 1 }))).toBe(false);
  });
});
