import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { usePreviewRules, type AllocationPreview, type AllocationRules } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toAllocation } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import * as allocationForm from "./allocationForm";
import { DocumentEditor } from "./DocumentEditor";
import { RuleFields } from "./RuleFields";

/** Who pays for a tenant's usage, with what a change would do to the open month. */
export function AllocationPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.allocation}
          active={toAllocation(tenant.slug)}
          content={
            <DocumentEditor
              key={tenant.id}
              tenant={tenant}
              name="allocation-rules"
              title={text.chargeback.allocation}
              lead={text.chargeback.allocationLead}
              form={allocationForm}
              fields={(part) => <RuleFields {...part} />}
            >
              {(edited) => <Preview tenant={tenant} edited={edited} />}
            </DocumentEditor>
          }
        />
      )}
    </OfTenant>
  );
}

function Preview({ tenant, edited }: { tenant: TenantMembership; edited: AllocationRules | undefined }) {
  const preview = usePreviewRules(tenant.id);
  return (
    <SpaceBetween size="m">
      <Button
        disabled={edited === undefined}
        loading={preview.isPending}
        onClick={() => {
          if (edited) {
            preview.mutate(edited);
          }
        }}
      >
        {text.chargeback.preview}
      </Button>
      {preview.isError && <LoadFailed problem={toProblem(preview.error)} />}
      {preview.data && <Shares preview={preview.data} />}
    </SpaceBetween>
  );
}

function Shares({ preview }: { preview: AllocationPreview }) {
  return (
    <SpaceBetween size="m">
      {preview.rulesWithoutUsage.length > 0 && (
        <Alert type="warning" header={text.chargeback.unmatched}>
          {preview.rulesWithoutUsage.map(({ index, name }) => (
            <div key={index}>{name}</div>
          ))}
        </Alert>
      )}
      <Table
        columnDefinitions={[
          { id: "name", header: text.chargeback.costCentre, isRowHeader: true, cell: (share) => share.costCentre },
          { id: "before", header: text.chargeback.before, cell: ({ before }) => `${before} ${preview.currency}` },
          { id: "after", header: text.chargeback.after, cell: ({ after }) => `${after} ${preview.currency}` },
        ]}
        items={preview.costCentres}
        trackBy="costCentre"
        ariaLabels={{ tableLabel: text.chargeback.previewOf(preview.month) }}
        header={<Header variant="h2">{text.chargeback.previewOf(preview.month)}</Header>}
      />
    </SpaceBetween>
  );
}
