import type { Cell } from "../../api/types";
import { text } from "../../i18n/en";
import { cellText } from "./rows";

const LONGEST = 300;

/** A value in the result grid on one line; long values are cut, the details of the row show them in full. */
export function CellValue({ cell }: { cell: Cell | undefined }) {
  const value = cellText(cell);
  if (value === undefined) {
    return <span className="cell cell-null">{text.result.empty}</span>;
  }
  return <span className="cell">{value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}</span>;
}
