import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/client";
import { named, type NamedFile } from "./names";
import { persist, sendAll, type Pause } from "./sending";

const files = (...names: string[]) => named(names.map((name) => new File(["{}"], name)));
const refusal = (status: number, type = "about:blank") => new ProblemError({ type, title: "Refused", status });
const live = () => new AbortController().signal;

function counted() {
  const pauses: number[] = [];
  const pause: Pause = (millis) => {
    pauses.push(millis);
    return Promise.resolve();
  };
  return { pauses, pause };
}

describe("sendAll", () => {
  it("sends every file once, at most three in parallel", async () => {
    const sent: string[] = [];
    let under = 0;
    let most = 0;
    const send = async ({ name }: NamedFile) => {
      under += 1;
      most = Math.max(most, under);
      await Promise.resolve();
      under -= 1;
      sent.push(name);
    };
    expect(await sendAll(files("a", "b", "c", "d", "e"), send, live())).toEqual([]);
    expect(sent.sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(most).toBe(3);
  });

  it("reports a refused file and sends the others", async () => {
    const sent: string[] = [];
    const send = ({ name }: NamedFile) => {
      if (name === "b") {
        return Promise.reject(refusal(413));
      }
      sent.push(name);
      return Promise.resolve();
    };
    const failures = await sendAll(files("a", "b", "c"), send, live());
    expect(failures.map((each) => [each.file.name, each.problem.status])).toEqual([["b", 413]]);
    expect(sent).toEqual(["a", "c"]);
  });

  it("reports the files not sent when it is stopped", async () => {
    const stop = new AbortController();
    const sent: string[] = [];
    const send = ({ name }: NamedFile) => {
      sent.push(name);
      stop.abort();
      return Promise.resolve();
    };
    const failures = await sendAll(files("a", "b", "c"), send, stop.signal);
    expect(sent).toEqual(["a"]);
    expect(failures.map((each) => each.file.name)).toEqual(["b", "c"]);
  });
});

describe("persist", () => {
  it.each([
    ["nothing answers", refusal(0, "/problems/unreachable")],
    ["the service is busy with the file", refusal(409, "/problems/upload-busy")],
    ["there were too many requests", refusal(429)],
    ["the service cannot answer now", refusal(503)],
  ])("tries again, later each time, when %s", async (_, failure) => {
    const { pauses, pause } = counted();
    let tries = 0;
    const answer = persist(
      () => {
        tries += 1;
        return tries < 3 ? Promise.reject(failure) : Promise.resolve("received");
      },
      live(),
      pause,
    );
    expect(await answer).toBe("received");
    expect(pauses).toEqual([1000, 2000]);
  });

  it("gives up after four times", async () => {
    const { pauses, pause } = counted();
    const failure = refusal(503);
    await expect(persist(() => Promise.reject(failure), live(), pause)).rejects.toBe(failure);
    expect(pauses).toHaveLength(3);
  });

  it("does not retry a refused request", async () => {
    const { pauses, pause } = counted();
    const failure = refusal(409, "/problems/upload-closed");
    await expect(persist(() => Promise.reject(failure), live(), pause)).rejects.toBe(failure);
    expect(pauses).toEqual([]);
  });
});
