import type { SetAside } from "../../api/types";
import { text } from "../../i18n/en";

/** Where a record stands: `in a.json, line 3, record 3`. What is not known is left out. */
export function placeOf({ inside, line, record, byte }: SetAside["position"]): string {
  const words = text.bring.places;
  return [
    inside ? `${words.inside} ${inside}` : undefined,
    line == null ? undefined : `${words.line} ${line.toLocaleString("en")}`,
    record == null ? undefined : `${words.record} ${record.toLocaleString("en")}`,
    byte == null || line != null ? undefined : `${words.byte} ${byte.toLocaleString("en")}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
