import type { RunWindow } from "../../api/schedulerTypes";
import { moment } from "../../components/format";
import { text } from "../../i18n/en";

/** What a run is about, in words; a dash without a window. */
export function windowText(window: RunWindow | undefined): string {
  if (window?.start !== undefined && window.end !== undefined) {
    return text.schedules.run.range(moment(window.start), moment(window.end));
  }
  if (window?.startPosition !== undefined && window.endPosition !== undefined) {
    return text.schedules.run.positions(window.startPosition, window.endPosition);
  }
  return "–";
}
