import { text } from "../../i18n/en";
import { storesNothing, unusualAccounts, type DryRunResult } from "./dryRun";

const MOST_NAMED = 5;

/** Warnings about a dry run, the most serious first; empty if nothing is unusual. */
export function warningsOf({ totals, failures }: DryRunResult): string[] {
  const accounts = unusualAccounts(totals);
  const named = (["foreign", "new", "not-admitted"] as const).flatMap((state) => {
    const ofState = accounts.filter((account) => account.state === state);
    const more = ofState.length - MOST_NAMED;
    return [
      ...ofState
        .slice(0, MOST_NAMED)
        .map(({ id, count }) => text.imports.warnings[state](id, text.imports.ofAccount(count))),
      ...(more > 0 ? [text.imports.moreAccounts[state](more)] : []),
    ];
  });
  return [
    ...named,
    ...failures.map(({ file, problem }) =>
      text.imports.warnings.unreadable(file.name, problem.detail ?? problem.title),
    ),
    ...(totals.rejected > 0 ? [text.imports.warnings.rejected(totals.rejected)] : []),
    ...(storesNothing(totals) ? [text.imports.warnings.nothing] : []),
  ];
}
