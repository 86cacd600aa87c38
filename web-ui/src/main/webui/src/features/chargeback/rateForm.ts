import type { RateCard } from "../../api/chargeback";
import { text } from "../../i18n/en";
import type { FieldFaults } from "../schedules/draft";
import { isDay, isDayOrEmpty } from "./allocationForm";
import { nextKey, type Row } from "./rows";

/** What stands in the fields of a tier. */
export interface TierInputs extends Row {
  upTo: string;
  price: string;
}

/** What stands in the fields of a rate. */
export interface RateInputs extends Row {
  meter: string;
  validFrom: string;
  validTo: string;
  tiers: readonly TierInputs[];
}

export interface CardInputs {
  currency: string;
  rates: readonly RateInputs[];
}

const DECIMAL = /^\d{1,15}(\.\d{1,12})?$/;

export function inputsOf({ currency, rates }: RateCard): CardInputs {
  return {
    currency,
    rates: rates.map(({ meter, validFrom, validTo = "", tiers }, key) => ({
      key,
      meter,
      validFrom,
      validTo,
      tiers: tiers.map(({ upTo = "", price }, tier) => ({ key: tier, upTo, price })),
    })),
  };
}

export function newRate(rates: readonly RateInputs[]): RateInputs {
  return { key: nextKey(rates), meter: "", validFrom: "", validTo: "", tiers: [newTier([])] };
}

/** A tier for the end; the one that was the last needs a quantity from then on. */
export function newTier(tiers: readonly TierInputs[]): TierInputs {
  return { key: nextKey(tiers), upTo: "", price: "" };
}

/** What cannot be sent as it is, by its place in the request. */
export function faultsOf({ rates }: CardInputs): FieldFaults {
  return Object.fromEntries(rates.flatMap((rate, index) => faultsOfRate(rate, `rates[${index}]`)));
}

function faultsOfRate({ validFrom, validTo, tiers }: RateInputs, place: string): [string, string][] {
  const { notDay, notDecimal } = text.chargeback;
  const isWrong = (input: string) => input.trim() !== "" && !DECIMAL.test(input.trim());
  return [
    ...(isDayOrEmpty(validFrom) ? [] : [[`${place}.validFrom`, notDay] satisfies [string, string]]),
    ...(isDayOrEmpty(validTo) ? [] : [[`${place}.validTo`, notDay] satisfies [string, string]]),
    ...tiers.flatMap(({ upTo, price }, tier): [string, string][] => [
      ...(tier < tiers.length - 1 && isWrong(upTo)
        ? [[`${place}.tiers[${tier}].upTo`, notDecimal] satisfies [string, string]]
        : []),
      ...(isWrong(price) ? [[`${place}.tiers[${tier}].price`, notDecimal] satisfies [string, string]] : []),
    ]),
  ];
}

/** The rate card of a form, with decimals as they were typed; undefined while something is missing or wrong. */
export function documentOf(inputs: CardInputs, version: number): RateCard | undefined {
  if (inputs.currency.trim().length !== 3 || !inputs.rates.every(isComplete)) {
    return undefined;
  }
  return {
    version,
    currency: inputs.currency.trim().toUpperCase(),
    rates: inputs.rates.map(({ meter, validFrom, validTo, tiers }) => ({
      meter,
      validFrom: validFrom.trim(),
      ...(validTo.trim() === "" ? {} : { validTo: validTo.trim() }),
      tiers: tiers.map(({ upTo, price }, tier) => ({
        ...(tier < tiers.length - 1 ? { upTo: upTo.trim() } : {}),
        price: price.trim(),
      })),
    })),
  };
}

function isComplete({ meter, validFrom, validTo, tiers }: RateInputs): boolean {
  return (
    meter !== "" &&
    isDay(validFrom) &&
    isDayOrEmpty(validTo) &&
    tiers.every(
      ({ upTo, price }, tier) => DECIMAL.test(price.trim()) && (tier === tiers.length - 1 || DECIMAL.test(upTo.trim())),
    )
  );
}

/** The prices of a rate in a line: `up to 500: 0.02; above: 0.015`. */
export function summaryOf({ validTo, tiers }: RateInputs): string {
  const { card, rules } = text.chargeback;
  const prices = tiers.map(({ upTo, price }, tier) =>
    tiers.length === 1 ? price : tier === tiers.length - 1 ? card.last(price) : card.tier(upTo, price),
  );
  return [...prices, ...(validTo === "" ? [] : [rules.until(validTo)])].filter((part) => part !== "").join("; ");
}
