import type { Export } from "../../api/schedulerTypes";
import { text } from "../../i18n/en";

/** A file of an export; those of the proof have no rows, and no digest beside themselves. */
export interface ShownFile {
  name: string;
  what?: string;
  rows?: number;
  bytes?: number;
  sha256?: string;
}

/** The files of an export: those of the result, and once it has succeeded its proof. */
export function filesOf({ files, state }: Pick<Export, "files" | "state">): ShownFile[] {
  const proof: ShownFile[] =
    state === "succeeded"
      ? [
          { name: "result_sign.json", what: text.exports.signFile },
          { name: "result_statement.dsse.json", what: text.exports.statementFile },
        ]
      : [];
  return [...files, ...proof];
}
