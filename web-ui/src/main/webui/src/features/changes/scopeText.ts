import type { Scope } from "../../api/changeTypes";
import { text } from "../../i18n/en";

/** A scope in words, a line for each list that restricts it. */
export function scopeLines(scope: Scope): string[] {
  const lists = [
    [text.changes.scope.accounts, scope.accounts],
    [text.changes.scope.regions, scope.regions],
    [text.changes.scope.services, scope.services],
    [text.changes.scope.actions, scope.actions],
    [text.changes.scope.resources, scope.resources],
    [
      text.changes.scope.principals,
      scope.principals?.map(({ kind, pattern }) => `${text.changes.scope.kinds[kind]} ${pattern}`),
    ],
  ] as const;
  const lines = lists.flatMap(([name, entries = []]) => (entries.length === 0 ? [] : `${name}: ${entries.join(", ")}`));
  return lines.length === 0 ? [text.changes.scope.everything] : lines;
}
