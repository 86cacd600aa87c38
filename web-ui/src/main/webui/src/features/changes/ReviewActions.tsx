import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useReview } from "../../api/changes";
import type { Change, ChangeDetails, ReviewDecision } from "../../api/changeTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExclusions } from "../../app/links";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";

interface Properties {
  tenant: TenantMembership;
  details: ChangeDetails;
}

/** What a reviewer can decide of a change. */
export function ReviewActions({ tenant, details }: Properties) {
  const { change } = details;
  const [decision, setDecision] = useState<ReviewDecision>();
  const decisions: ReviewDecision[] =
    change.review === "none" ? ["accept", "violation", "attach"] : ["reopen", "attach"];
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {decisions.map((each) => (
          <Button
            key={each}
            variant={each === "accept" ? "primary" : "normal"}
            onClick={() => {
              setDecision(each);
            }}
          >
            {text.changes.reviewing[each]}
          </Button>
        ))}
        {may(tenant, "change-rule:write") && (
          <RouteLink href={`${toExclusions(tenant.slug)}?${exclusionOf(change).toString()}`}>
            {text.changes.reviewing.exclude}
          </RouteLink>
        )}
      </SpaceBetween>
      {decision !== undefined && (
        <ReviewDialog
          tenant={tenant.id}
          details={details}
          decision={decision}
          onEnd={() => {
            setDecision(undefined);
          }}
        />
      )}
    </>
  );
}

/** The address of a new rule for changes like this one. */
function exclusionOf({ eventSource, eventName, sessionName }: Change): URLSearchParams {
  const query = new URLSearchParams({ actions: `${eventSource.replace(".amazonaws.com", "")}:${eventName}` });
  if (sessionName !== undefined) {
    query.set("principals", sessionName);
  }
  return query;
}

interface DialogProperties {
  tenant: string;
  details: ChangeDetails;
  decision: ReviewDecision;
  onEnd: () => void;
}

function ReviewDialog({ tenant, details, decision, onEnd }: DialogProperties) {
  const { change, group } = details;
  const review = useReview(tenant, change.id);
  const [reason, setReason] = useState("");
  const [isForGroup, setForGroup] = useState(true);
  const [system, setSystem] = useState(change.nearest?.approval.system ?? "");
  const [id, setId] = useState(change.nearest?.approval.id ?? "");
  const isAttaching = decision === "attach";
  const isComplete = reason.trim() !== "" && (!isAttaching || (system.trim() !== "" && id.trim() !== ""));
  return (
    <ConfirmDialog
      title={text.changes.reviewing[decision]}
      confirm={text.changes.reviewing[decision]}
      cancel={text.changes.reviewing.cancel}
      isPending={review.isPending}
      isDisabled={!isComplete}
      failure={review.error}
      onDismiss={onEnd}
      onConfirm={() => {
        const approval = isAttaching ? { approval: { system: system.trim(), id: id.trim() } } : {};
        review.mutate({ decision, reason: reason.trim(), group: isForGroup, ...approval }, { onSuccess: onEnd });
      }}
    >
      <FormField label={text.changes.reviewing.reason} constraintText={text.changes.reviewing.reasonHint}>
        <Textarea
          value={reason}
          onChange={({ detail }) => {
            setReason(detail.value);
          }}
        />
      </FormField>
      {isAttaching && (
        <ColumnLayout columns={2}>
          <FormField label={text.changes.reviewing.system}>
            <Input
              value={system}
              onChange={({ detail }) => {
                setSystem(detail.value);
              }}
            />
          </FormField>
          <FormField label={text.changes.reviewing.id}>
            <Input
              value={id}
              onChange={({ detail }) => {
                setId(detail.value);
              }}
            />
          </FormField>
        </ColumnLayout>
      )}
      {group.length > 1 && (
        <Checkbox
          checked={isForGroup}
          onChange={({ detail }) => {
            setForGroup(detail.checked);
          }}
        >
          {text.changes.reviewing.group(group.length)}
        </Checkbox>
      )}
    </ConfirmDialog>
  );
}
