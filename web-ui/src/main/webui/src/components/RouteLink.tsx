import Link, { type LinkProps } from "@cloudscape-design/components/link";
import { useFollow } from "./useFollow";

/** A link to another page of the console. */
export function RouteLink(link: Pick<LinkProps, "href" | "variant" | "children">) {
  return <Link {...link} onFollow={useFollow()} />;
}
