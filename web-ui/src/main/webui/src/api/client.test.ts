import { afterEach, expect, it, vi } from "vitest";
import { get, post, postFile, ProblemError, toProblem } from "./client";

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(response: Response) {
  const fetching = vi.fn<typeof fetch>(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetching);
  return fetching;
}

it("shows with each write that the console asked", async () => {
  const fetching = answering(new Response("{}"));
  await post("/v1/tenants/acme/queries", { statement: "SELECT 1" });
  expect(fetching.mock.calls[0]?.[1]?.headers).toMatchObject({ "X-Tarn-Csrf": "1" });
});

it("hands a file to the browser as it is", async () => {
  const fetching = answering(new Response("{}"));
  const file = new File(["{}"], "trail.json", { type: "application/json" });
  await postFile("/v1/tenants/acme/uploads/1/files?name=trail.json", file);
  expect(fetching.mock.calls[0]?.[1]?.body).toBe(file);
  expect(fetching.mock.calls[0]?.[1]?.headers).toMatchObject({
    "X-Tarn-Csrf": "1",
    "Content-Type": "application/octet-stream",
  });
});

it("throws the problem that the service names", async () => {
  const document = { type: "/problems/invalid-statement", title: "Invalid statement", status: 400, line: 2, column: 1 };
  const headers = { "Content-Type": "application/problem+json" };
  answering(new Response(JSON.stringify(document), { status: 400, headers }));
  const failure: unknown = await get("/v1/me").catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(ProblemError);
  expect(toProblem(failure)).toEqual(document);
});

it("makes a problem of an answer that is none", async () => {
  answering(new Response("<html>", { status: 502, headers: { "Content-Type": "text/html" } }));
  expect(toProblem(await get("/v1/me").catch((thrown: unknown) => thrown))).toMatchObject({ status: 502 });
});

it("says so when nothing answers", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  expect(toProblem(await get("/v1/me").catch((thrown: unknown) => thrown)).type).toBe("/problems/unreachable");
});
