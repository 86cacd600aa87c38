import type { Completion } from "@codemirror/autocomplete";
import { SQLDialect, sql } from "@codemirror/lang-sql";
import type { Extension } from "@codemirror/state";
import type { SqlFunction, SqlLanguage, SqlSignature } from "../../api/types";
import { text } from "../../i18n/en";
import { COLUMNS } from "./columns";

type Words = Pick<SqlLanguage, "functions" | "keywords">;

const TYPES = "varchar boolean bigint integer double timestamp date time map array row json real decimal";

/** What every release has, for as long as the service has not told its own. */
const FEW_WORDS: Words = {
  functions: [],
  keywords: (
    "select from where and or not in like between is null group by having order asc desc limit as distinct case when then " +
    "else end join inner left right full outer cross on using union all with true false interval over partition"
  ).split(" "),
};

/** Lake SQL with the words of the service: how they are highlighted, and how they complete beside the columns. */
export function lakeSql({ functions, keywords }: Words = FEW_WORDS): Extension {
  const dialect = SQLDialect.define({
    keywords: keywords.join(" ").toLowerCase(),
    types: TYPES,
    builtin: functions.map((each) => each.name).join(" "),
    operatorChars: "*+-%<>!=|/",
    specialVar: "$",
    identifierQuotes: '"',
    doubleQuotedStrings: false,
    backslashEscapes: false,
  });
  return sql({
    dialect,
    schema: COLUMNS,
    upperCaseKeywords: true,
    keywordCompletion: completionsOf(functions),
  });
}

/** How a word completes: a function with its signatures and help, a keyword as it is and after the columns. */
function completionsOf(functions: readonly SqlFunction[]): (label: string, type: string) => Completion {
  const byName = new Map(functions.map((each) => [each.name, each]));
  return (label, type) => {
    const found = byName.get(label.toLowerCase());
    return found ? completionOf(found) : { label, type, boost: -1 };
  };
}

function completionOf({ name, signatures }: SqlFunction): Completion {
  const first = signatures[0]?.text.slice(name.length) ?? "";
  const others = signatures.length - 1;
  return {
    label: name,
    type: "function",
    detail: others > 0 ? `${first} ${text.editor.moreSignatures(others)}` : first,
    info: helpOf(signatures),
  };
}

/** All signatures, and below those that give the same what they give. */
function helpOf(signatures: readonly SqlSignature[]): string {
  const byHelp = new Map<string, string[]>();
  for (const { text: signature, help } of signatures) {
    byHelp.set(help, [...(byHelp.get(help) ?? []), signature]);
  }
  return [...byHelp].map(([help, texts]) => [...texts, help].join("\n")).join("\n\n");
}
