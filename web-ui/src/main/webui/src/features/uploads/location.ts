import type { RejectedRecord } from "../../api/types";
import { text } from "../../i18n/en";

/** The location of a record in a file: `in a.json, line 3, record 3`. Unknown parts are left out. */
export function locationOf({ inside, line, record, byte }: RejectedRecord["position"]): string {
  const words = text.imports.locationParts;
  return [
    inside ? `${words.inside} ${inside}` : undefined,
    line == null ? undefined : `${words.line} ${line.toLocaleString("en")}`,
    record == null ? undefined : `${words.record} ${record.toLocaleString("en")}`,
    byte == null || line != null ? undefined : `${words.byte} ${byte.toLocaleString("en")}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
