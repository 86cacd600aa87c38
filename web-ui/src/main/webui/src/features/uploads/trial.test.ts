import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/client";
import type { NewUpload, UploadsApi } from "../../api/uploads";
import type { AccountState, TakenFile, Upload } from "../../api/types";
import { anUpload } from "./anUpload";
import { named } from "./names";
import { bringsNothing, isUnusual, readable, remarkable, tryOut, type Trial } from "./trial";

const upload = (more: Partial<Upload> = {}) => anUpload({ dryRun: true, admitted: 0, ...more });

const taken = (more: Partial<TakenFile> = {}): TakenFile => ({
  received: 1,
  filtered: 0,
  setAside: 0,
  reasons: [],
  ...more,
});

/** A server that remembers what was asked of it. */
class Server implements UploadsApi {
  readonly opened: NewUpload[] = [];
  readonly taken: string[] = [];
  closed = 0;
  answers: Record<string, TakenFile | ProblemError> = {};
  sums: Upload[] = [upload({ admitted: 1 })];

  open = (wanted: NewUpload) => {
    this.opened.push(wanted);
    return Promise.resolve(upload({ state: "RECEIVING" }));
  };

  put = (_: string, name: string) => {
    const answer = this.answers[name] ?? taken();
    if (answer instanceof ProblemError) {
      return Promise.reject(answer);
    }
    this.taken.push(name);
    return Promise.resolve(answer);
  };

  close = () => {
    this.closed += 1;
    return Promise.resolve(this.sums[0] ?? upload());
  };

  settled = () => {
    this.sums.shift();
    return Promise.resolve(this.sums[0] ?? upload());
  };
}

const files = (...names: string[]) => named(names.map((name) => new File(["{}"], name)));
const unwatched = { opened: () => undefined, taken: () => undefined };
const live = () => new AbortController().signal;
const account = (id: string, state: AccountState) => ({ id, state, count: 1 });
const trial = (sum: Partial<Upload>): Trial => ({ sum: upload({ admitted: 1, ...sum }), examples: [], failures: [] });

describe("tryOut", () => {
  it("lets all files be read in a dry run, closes it, and waits for its sum", async () => {
    const server = new Server();
    server.sums = [upload({ state: "WRITING" }), upload({ admitted: 2 })];
    const found = await tryOut(server, { files: files("a", "b"), store: "s1" }, unwatched, live());
    expect(server.opened).toMatchObject([{ dryRun: true, store: "s1" }]);
    expect(server.taken.sort()).toEqual(["a", "b"]);
    expect(server.closed).toBe(1);
    expect(found.sum.admitted).toBe(2);
  });

  it("names no store where none is wanted", async () => {
    const server = new Server();
    await tryOut(server, { files: files("a") }, unwatched, live());
    expect(server.opened[0]).not.toHaveProperty("store");
  });

  it("shows where records stand that would be set aside, and no more than twenty of them", async () => {
    const server = new Server();
    const reason = { position: { line: 3 }, reason: "no-event-id", detail: "no eventID" };
    server.answers = { a: taken({ setAside: 15, reasons: Array.from({ length: 15 }, () => reason) }) };
    server.answers.b = server.answers.a ?? taken();
    const found = await tryOut(server, { files: files("a", "b") }, unwatched, live());
    expect(found.examples).toHaveLength(20);
    expect(found.examples[0]).toEqual({ ...reason, file: "a" });
  });

  it("tells of files that could not be read, and leaves them out of what is sent", async () => {
    const server = new Server();
    server.answers = { a: new ProblemError({ type: "about:blank", title: "Too large", status: 413 }) };
    const order = { files: files("a", "b") };
    const found = await tryOut(server, order, unwatched, live());
    expect(found.failures.map((failure) => failure.file.name)).toEqual(["a"]);
    expect(readable(order, found).files.map((file) => file.name)).toEqual(["b"]);
  });

  it("ends when somebody stops it", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(tryOut(new Server(), { files: files("a") }, unwatched, stop.signal)).rejects.toBe(stop.signal.reason);
  });
});

describe("what is unusual", () => {
  it("is nothing about events of accounts that the tenant has already", () => {
    expect(isUnusual(trial({ accounts: [account("111111111111", "admitted")] }))).toBe(false);
  });

  it.each<AccountState>(["new", "not-admitted", "foreign"])("is an account that is %s", (state) => {
    const found = trial({ accounts: [account("111111111111", "admitted"), account("222222222222", state)] });
    expect(isUnusual(found)).toBe(true);
    expect(remarkable(found.sum).map((each) => each.id)).toEqual(["222222222222"]);
  });

  it("is a record that would be set aside", () => {
    expect(isUnusual(trial({ setAside: 1 }))).toBe(true);
  });

  it("is that nothing would come of it", () => {
    expect(isUnusual(trial({ admitted: 0, filtered: 5 }))).toBe(true);
    expect(bringsNothing(upload({ digestFiles: 1 }))).toBe(false);
  });
});
