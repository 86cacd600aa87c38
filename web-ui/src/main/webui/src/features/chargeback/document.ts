import type { KeptDocument, StatementLine } from "../../api/chargeback";

/** A document as people edit it: without its version. */
export function textOf(kept: KeptDocument): string {
  return JSON.stringify({ ...kept, version: undefined }, null, 2);
}

/** The document that a text says, based on a version; nothing where it is no JSON object. */
export function documentOf(text: string, version: number): KeptDocument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, version } : undefined;
  } catch {
    return undefined;
  }
}

/** The price of a line: one, several with their quantities, or nothing where no rate was valid. */
export function priceOf({ rateFrom, prices }: StatementLine): string | undefined {
  if (rateFrom === undefined) {
    return undefined;
  }
  const [only, ...others] = prices;
  return only !== undefined && others.length === 0
    ? only.price
    : prices.map(({ price, quantity }) => `${quantity} × ${price}`).join(" + ");
}
