import type { StatementLine } from "../../api/chargeback";

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
