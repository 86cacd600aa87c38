/** Where a moment stands to a period of validity; both ends belong to it. */
export function validityAt(now: number, from: string, until: string): "future" | "current" | "past" {
  if (now < Date.parse(from)) {
    return "future";
  }
  return now > Date.parse(until) ? "past" : "current";
}
