/** A row of a form. Its key stays when it is moved. */
export interface Row {
  key: number;
}

/** The key of a row that is added. */
export function nextKey(rows: readonly Row[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1;
}

/** The rows with one of them changed. */
export function changed<R extends Row>(rows: readonly R[], key: number, change: Partial<R>): R[] {
  return rows.map((row) => (row.key === key ? { ...row, ...change } : row));
}

export function without<R extends Row>(rows: readonly R[], key: number): R[] {
  return rows.filter((row) => row.key !== key);
}

/** The rows with one of them a place higher (-1) or lower (1); as they are where there is no such place. */
export function moved<R extends Row>(rows: readonly R[], key: number, by: -1 | 1): R[] {
  const from = rows.findIndex((row) => row.key === key);
  const row = rows[from];
  const to = from + by;
  if (row === undefined || to < 0 || to >= rows.length) {
    return [...rows];
  }
  const others = without(rows, key);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

/** Texts that are filled in, trimmed; the others are absent. */
export function filled<F extends string>(inputs: Readonly<Record<F, string>>, fields: readonly F[]) {
  const entries = fields.map((field) => [field, inputs[field].trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== "")) as Partial<Record<F, string>>;
}
