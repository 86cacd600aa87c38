import { text } from "../../i18n/en";
import { bringsNothing, remarkable, type Trial } from "./trial";

const MOST_NAMED = 5;

/** What somebody should know before these files are sent, the gravest first; empty where all is as usual. */
export function doubtsAbout({ sum, failures }: Trial): string[] {
  const accounts = remarkable(sum);
  const named = (["foreign", "new", "not-admitted"] as const).flatMap((state) => {
    const ofState = accounts.filter((account) => account.state === state);
    const more = ofState.length - MOST_NAMED;
    return [
      ...ofState.slice(0, MOST_NAMED).map(({ id, count }) => text.bring.doubts[state](id, text.bring.ofAccount(count))),
      ...(more > 0 ? [text.bring.moreAccounts[state](more)] : []),
    ];
  });
  return [
    ...named,
    ...failures.map(({ file, problem }) => text.bring.doubts.unreadable(file.name, problem.detail ?? problem.title)),
    ...(sum.setAside > 0 ? [text.bring.doubts.setAside(sum.setAside)] : []),
    ...(bringsNothing(sum) ? [text.bring.doubts.nothing] : []),
  ];
}
