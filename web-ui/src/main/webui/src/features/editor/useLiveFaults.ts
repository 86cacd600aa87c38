import { useEffect, useMemo, useState } from "react";
import { useFaults } from "../../api/queries";
import { may } from "../../api/session";
import type { Parameter, Submission, TenantMembership } from "../../api/types";
import { markOf, type Mark } from "./marks";

/** How long the author must pause before the text is checked, in milliseconds. */
const PAUSE = 700;

const NONE: Mark[] = [];

/** The faults of the statement while it is written, as the service sees them; none until it has looked. */
export function useLiveFaults(tenant: TenantMembership, statement: string, parameters: Parameter[]): Mark[] {
  const current = JSON.stringify({ statement, ...(parameters.length > 0 ? { parameters } : {}) });
  const [checked, setChecked] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => {
      setChecked(statement.trim() === "" || !may(tenant, "query:run") ? undefined : current);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [tenant, statement, current]);
  const submission = useMemo(
    () => (checked === undefined ? undefined : (JSON.parse(checked) as Submission)),
    [checked],
  );
  const faults = useFaults(tenant.id, submission);
  const found = checked === current ? faults.data : undefined;
  return useMemo(
    () =>
      found?.flatMap((fault) => markOf({ type: "about:blank", title: fault.detail, status: 400, ...fault }) ?? []) ??
      NONE,
    [found],
  );
}
