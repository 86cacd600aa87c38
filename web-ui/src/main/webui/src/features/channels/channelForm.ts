import type { ChannelKind, SaveChannelRequest } from "../../api/schedulerTypes";

/** What stands in the form of a channel. */
export interface ChannelInputs {
  name: string;
  kind: ChannelKind;
  addresses: string;
  url: string;
}

export const EMPTY: ChannelInputs = { name: "", kind: "email", addresses: "", url: "" };

/** Addresses as they are typed in, one a line or with commas between. */
export function addressesOf(input: string): string[] {
  return input.split(/[\s,;]+/).filter((address) => address !== "");
}

/** The request of a form: only what belongs to the kind is sent. */
export function channelOf({ name, kind, addresses, url }: ChannelInputs): SaveChannelRequest {
  const where = kind === "email" ? { addresses: addressesOf(addresses) } : { url: url.trim() };
  return { name: name.trim(), kind, ...where };
}

/** Whether enough is filled in to be sent. */
export function isComplete({ name, kind, addresses, url }: ChannelInputs): boolean {
  const where = kind === "email" ? addressesOf(addresses).length > 0 : url.trim() !== "";
  return name.trim() !== "" && where;
}
