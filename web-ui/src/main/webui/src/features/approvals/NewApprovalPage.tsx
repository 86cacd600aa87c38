import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useNavigate } from "react-router";
import { APPROVAL_STATES } from "../../api/approvalTypes";
import { useKeepApproval } from "../../api/approvals";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toApproval, toApprovals } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { EMPTY, faultsOf, fieldOf, requestOf, type ApprovalInputs } from "./approvalForm";

/** The form of a new approval, or of a new version of one. */
export function NewApprovalPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.approvals.create}
          above={[{ text: text.approvals.title, href: toApprovals(tenant.slug) }]}
          active={toApprovals(tenant.slug)}
          content={
            <ContentLayout header={<Header variant="h1">{text.approvals.create}</Header>}>
              <ApprovalForm key={tenant.id} tenant={tenant} />
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}

type TextField = Exclude<keyof ApprovalInputs, "state" | "isEmergency" | "isEverythingMeant">;

const STATES = APPROVAL_STATES.map((value) => ({ value, label: text.approvals.states[value] }));

function ApprovalForm({ tenant }: { tenant: TenantMembership }) {
  const keep = useKeepApproval(tenant.id);
  const navigate = useNavigate();
  const follow = useFollow();
  const [inputs, setInputs] = useState(EMPTY);
  const { form } = text.approvals;
  const problem = keep.error ? toProblem(keep.error) : undefined;
  const request = requestOf(inputs);
  const faultOf = (name: keyof ApprovalInputs) =>
    faultsOf(inputs)[name] ?? problem?.violations?.find(({ field }) => fieldOf(field) === name)?.reason;
  const field = (name: TextField, label: string, hint?: string) => (
    <FormField label={label} constraintText={hint} errorText={faultOf(name)}>
      <Input
        value={inputs[name]}
        onChange={({ detail }) => {
          setInputs({ ...inputs, [name]: detail.value });
        }}
      />
    </FormField>
  );
  const list = (name: TextField, label: string, hint: string = form.listHint) => (
    <FormField label={label} constraintText={hint} errorText={faultOf(name)}>
      <Textarea
        value={inputs[name]}
        rows={3}
        onChange={({ detail }) => {
          setInputs({ ...inputs, [name]: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" href={toApprovals(tenant.slug)} onFollow={follow}>
            {form.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={request === undefined}
            loading={keep.isPending}
            onClick={() => {
              if (request !== undefined) {
                keep.mutate(request, {
                  onSuccess: ({ system, id }) => void navigate(toApproval(tenant.slug, system, id)),
                });
              }
            }}
          >
            {form.save}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {problem && <LoadFailed problem={problem} />}
        <Container header={<Header variant="h2">{text.approvals.details}</Header>}>
          <SpaceBetween size="m">
            <ColumnLayout columns={3}>
              {field("system", text.approvals.system, form.systemHint)}
              {field("id", text.approvals.id)}
              {field("version", text.approvals.version)}
            </ColumnLayout>
            <ColumnLayout columns={3}>
              <FormField label={text.approvals.state}>
                <Select
                  selectedOption={STATES.find(({ value }) => value === inputs.state) ?? null}
                  options={STATES}
                  onChange={({ detail }) => {
                    const state = APPROVAL_STATES.find((known) => known === detail.selectedOption.value);
                    setInputs({ ...inputs, state: state ?? inputs.state });
                  }}
                />
              </FormField>
              {field("start", form.start, form.timeHint)}
              {field("end", form.end, form.timeHint)}
            </ColumnLayout>
            <ColumnLayout columns={3}>
              {field("title", text.approvals.name)}
              {field("requester", text.approvals.requester)}
              {field("link", text.approvals.link)}
            </ColumnLayout>
            {list("approvers", text.approvals.approvers)}
            <Checkbox
              checked={inputs.isEmergency}
              onChange={({ detail }) => {
                setInputs({ ...inputs, isEmergency: detail.checked });
              }}
            >
              {form.emergency}
            </Checkbox>
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{text.approvals.scope}</Header>}>
          <SpaceBetween size="m">
            <ColumnLayout columns={3}>
              {list("accounts", form.accounts)}
              {list("regions", form.regions)}
              {list("services", form.services)}
            </ColumnLayout>
            <ColumnLayout columns={3}>
              {list("actions", form.actions)}
              {list("resources", form.resources)}
              {list("principals", form.principals, form.principalHint)}
            </ColumnLayout>
            <FormField errorText={faultOf("isEverythingMeant")}>
              <Checkbox
                checked={inputs.isEverythingMeant}
                onChange={({ detail }) => {
                  setInputs({ ...inputs, isEverythingMeant: detail.checked });
                }}
              >
                {form.everything}
              </Checkbox>
            </FormField>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Form>
  );
}
