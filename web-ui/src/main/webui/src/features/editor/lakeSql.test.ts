import { CompletionContext, type Completion, type CompletionSource } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { lakeSql } from "./lakeSql";

const WORDS = {
  keywords: ["SELECT", "FROM", "TRIM", "UNNEST"],
  functions: [
    {
      name: "trim",
      kind: "scalar" as const,
      signatures: [
        { text: "trim(varchar): varchar", chapter: "text", help: "Without blanks." },
        { text: "trim(varchar, varchar): varchar", chapter: "text", help: "Without these characters." },
      ],
    },
    {
      name: "rank",
      kind: "window" as const,
      signatures: [{ text: "rank(): bigint", chapter: "window", help: "Rank." }],
    },
    {
      name: "abs",
      kind: "scalar" as const,
      signatures: [
        { text: "abs(bigint): bigint", chapter: "number", help: "Without its sign." },
        { text: "abs(double): double", chapter: "number", help: "Without its sign." },
      ],
    },
  ],
};

async function completions(statement: string, words?: typeof WORDS): Promise<readonly Completion[]> {
  const state = EditorState.create({ doc: statement, extensions: [lakeSql(words)] });
  const context = new CompletionContext(state, statement.length, true);
  const sources = state.languageDataAt<CompletionSource>("autocomplete", statement.length);
  const results = await Promise.all(sources.map(async (source) => source(context)));
  return results.flatMap((result) => result?.options ?? []);
}

async function named(label: string, words?: typeof WORDS): Promise<Completion[]> {
  return (await completions("SELECT ", words)).filter((each) => each.label.toLowerCase() === label.toLowerCase());
}

describe("Lake SQL in the editor", () => {
  it("offers a function once, with its signatures and help", async () => {
    expect(await named("trim", WORDS)).toEqual([
      {
        label: "trim",
        type: "function",
        detail: "(varchar): varchar and 1 more",
        info: "trim(varchar): varchar\nWithout blanks.\n\ntrim(varchar, varchar): varchar\nWithout these characters.",
      },
    ]);
    expect(await named("rank", WORDS)).toMatchObject([{ detail: "(): bigint" }]);
  });

  it("says once what several signatures give", async () => {
    expect(await named("abs", WORDS)).toMatchObject([
      { info: "abs(bigint): bigint\nabs(double): double\nWithout its sign." },
    ]);
  });

  it("offers the keywords of the service, in capitals", async () => {
    expect(await named("unnest", WORDS)).toMatchObject([{ label: "UNNEST", type: "keyword" }]);
    expect(await named("having", WORDS)).toEqual([]);
  });

  it("offers columns and keywords before the service has told its words", async () => {
    expect(await named("eventName")).toHaveLength(1);
    expect(await named("having")).toMatchObject([{ label: "HAVING" }]);
    expect(await named("eventName", WORDS)).toHaveLength(1);
  });

  it("offers nothing but fields behind a dot", async () => {
    const offered = (await completions("SELECT tlsDetails.", WORDS)).map((each) => each.label);
    expect(offered).toEqual(["tlsVersion", "cipherSuite", "clientProvidedHostHeader"]);
  });
});
