import type { CreditRequest } from "../../api/chargeback";
import { text } from "../../i18n/en";

export const EMPTY: CreditRequest = { costCentre: "", amount: "", reason: "" };

const DECIMAL = /^\d{1,15}(\.\d{1,12})?$/;

/** Why the amount cannot be sent; undefined while it is empty, or right. */
export function faultOfAmount({ amount }: CreditRequest): string | undefined {
  return amount.trim() === "" || DECIMAL.test(amount.trim()) ? undefined : text.chargeback.notDecimal;
}

/** The credit of a form; undefined while something is missing or wrong. */
export function creditOf({ costCentre, amount, reason }: CreditRequest): CreditRequest | undefined {
  return costCentre !== "" && DECIMAL.test(amount.trim()) && reason.trim() !== ""
    ? { costCentre, amount: amount.trim(), reason: reason.trim() }
    : undefined;
}
