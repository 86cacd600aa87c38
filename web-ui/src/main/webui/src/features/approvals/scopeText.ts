import type { ApprovalScope } from "../../api/approvalTypes";
import { text } from "../../i18n/en";

const LISTS = ["actions", "services", "resources", "accounts", "regions"] as const;

/** A scope in words, one condition each; all of them have to fit. */
export function conditionsOf(scope: ApprovalScope): string[] {
  const { inWords, principals } = text.approvals;
  const lists = LISTS.flatMap((list) =>
    scope[list].length === 0 ? [] : [`${inWords[list]} ${scope[list].join(inWords.or)}`],
  );
  const who = scope.principals.map(({ kind, pattern }) => `${principals[kind]} ${pattern}`);
  return who.length === 0 ? lists : [...lists, `${inWords.principals} ${who.join(inWords.or)}`];
}

/** A scope as a sentence. */
export function sentenceOf(scope: ApprovalScope): string {
  const conditions = conditionsOf(scope);
  return conditions.length === 0 ? text.approvals.everything : `${text.approvals.inWords.any} ${conditions.join(", ")}`;
}
