import Button from "@cloudscape-design/components/button";
import Alert from "@cloudscape-design/components/alert";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toProblem } from "../../api/client";
import type { Schedule } from "../../api/schedulerTypes";
import { useSaveSchedule } from "../../api/schedules";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toSchedule, toSchedules } from "../../app/links";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { parametersIn } from "../catalogue/placeholders";
import { faultsOf, refusalsElsewhere, refusalsOf, requestOf, type ScheduleDraft } from "./draft";
import { OutputFields } from "./OutputFields";
import { PolicyFields } from "./PolicyFields";
import { QueryFields, useParametersOf } from "./QueryFields";
import { SpecFields } from "./SpecFields";
import { WindowFields } from "./WindowFields";

/** The fields at which refusals are shown; those of values and deliveries have their places too. */
const FIELDS = [
  "name",
  "query",
  "statement",
  "parameters",
  "spec.cron",
  "spec.every",
  "spec.timeZone",
  "spec.start",
  "spec.end",
  "spec.jitter",
  "window",
  "policies.overlap",
  "policies.catchUpWindow",
  "policies.pauseAfterFailures",
  "output.alert",
  "output.deliveries",
];

interface Properties {
  tenant: TenantMembership;
  initial: ScheduleDraft;
  /** The schedule that is changed; undefined for a new one. */
  base: Pick<Schedule, "id" | "version"> | undefined;
}

/** The form of a schedule. The service has the rules: what it refuses is told at the fields. */
export function ScheduleForm({ tenant, initial, base }: Properties) {
  const navigate = useNavigate();
  const follow = useFollow();
  const [draft, setDraft] = useState(initial);
  const save = useSaveSchedule(tenant.id, base);
  const ofQuery = useParametersOf(tenant.id, draft.source === "query" ? draft.query : undefined);
  const parameters = draft.source === "query" ? ofQuery : parametersIn(draft.statement, draft.declared);
  const problem = save.error ? toProblem(save.error) : undefined;
  const refusals = refusalsOf(problem?.violations);
  const unsendable = faultsOf(draft);
  const faults = { ...refusals, ...unsendable };
  const elsewhere = refusalsElsewhere(refusals, FIELDS);
  const isComplete =
    Object.keys(unsendable).length === 0 &&
    draft.name.trim() !== "" &&
    (draft.source === "query" ? draft.query !== undefined : draft.statement.trim() !== "");
  const change = (changed: Partial<ScheduleDraft>) => {
    setDraft((before) => ({ ...before, ...changed }));
  };
  const part = { draft, onChange: change, faults };
  if (!may(tenant, "schedule:write")) {
    return <Alert type="info">{text.schedules.form.mayNot}</Alert>;
  }
  return (
    <Form
      errorText={problem?.violations && text.schedules.form.refused}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="link"
            href={base ? toSchedule(tenant.slug, base.id) : toSchedules(tenant.slug)}
            onFollow={follow}
          >
            {text.schedules.form.cancel}
          </Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={!isComplete}
            onClick={() => {
              save.mutate(requestOf(draft, parameters), {
                onSuccess: ({ id }) => void navigate(toSchedule(tenant.slug, id)),
              });
            }}
          >
            {text.schedules.form.save}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <QueryFields tenant={tenant} {...part} parameters={parameters} />
        <SpecFields tenant={tenant.id} {...part} />
        <WindowFields {...part} isNew={base === undefined} />
        <OutputFields tenant={tenant} {...part} />
        <PolicyFields {...part} />
        {problem && (problem.violations === undefined || elsewhere.length > 0) && (
          <LoadFailed problem={elsewhere.length > 0 ? { ...problem, detail: elsewhere.join("; ") } : problem} />
        )}
      </SpaceBetween>
    </Form>
  );
}
