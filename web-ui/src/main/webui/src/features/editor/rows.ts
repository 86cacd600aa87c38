import type { Cell, ResultPage } from "../../api/types";

/** A row of a result with its number in the whole result, from 1. */
export interface ResultRow {
  number: number;
  cells: Cell[];
}

/** The rows of one page, numbered through all pages before it. */
export function rowsOf(pages: ResultPage[], page: number): ResultRow[] {
  const before = pages.slice(0, page).reduce((sum, each) => sum + each.rows.length, 0);
  return (pages[page]?.rows ?? []).map((cells, index) => ({ number: before + index + 1, cells }));
}

/** A value as text on one line; undefined for null. */
export function cellText(cell: Cell | undefined): string | undefined {
  if (cell === null || cell === undefined) {
    return undefined;
  }
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}

/** A value as text for reading: JSON, also JSON inside of text, is indented. */
export function readableText(cell: Cell | undefined): string | undefined {
  if (typeof cell === "object" && cell !== null) {
    return JSON.stringify(cell, null, 2);
  }
  const plain = cellText(cell);
  return plain !== undefined && /^[[{]/.test(plain) ? indented(plain) : plain;
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
