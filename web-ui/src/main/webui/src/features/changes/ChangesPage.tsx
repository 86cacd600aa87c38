import Button from "@cloudscape-design/components/button";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { TenantMembership } from "../../api/types";
import { toChanges, toChangeSettings } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { ChangeChart } from "./ChangeChart";
import { ChangeTable } from "./ChangeTable";
import { FilterFields } from "./FilterFields";
import { addressOf, filtersOf, queryOf } from "./filters";
import { QueueTable } from "./QueueTable";
import { ReportMenu } from "./ReportMenu";

/** The write events of a tenant with their verdicts. */
export function ChangesPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.changes.title}
          active={toChanges(tenant.slug)}
          contentType="table"
          content={<Changes key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function Changes({ tenant }: { tenant: TenantMembership }) {
  const [address, setAddress] = useSearchParams();
  const follow = useFollow();
  const [now] = useState(() => Date.now());
  const isQueue = address.get("view") === "queue";
  const filters = filtersOf(address);
  const query = queryOf(filters, now).toString();
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="s">
        <SegmentedControl
          label={text.changes.title}
          selectedId={isQueue ? "queue" : "all"}
          options={[
            { id: "all", text: text.changes.all },
            { id: "queue", text: text.changes.toReview },
          ]}
          onChange={({ detail }) => {
            setAddress(detail.selectedId === "queue" ? { view: "queue" } : {});
          }}
        />
        <ReportMenu tenant={tenant.id} now={now} />
        <Button iconName="settings" href={toChangeSettings(tenant.slug)} onFollow={follow}>
          {text.changes.settings.title}
        </Button>
      </SpaceBetween>
      {isQueue ? (
        <QueueTable tenant={tenant} />
      ) : (
        <>
          <FilterFields
            filters={filters}
            onChange={(changed) => {
              setAddress(addressOf({ ...filters, ...changed }), { replace: true });
            }}
          />
          <ChangeChart tenant={tenant.id} query={query} />
          <ChangeTable tenant={tenant} query={query} />
        </>
      )}
    </SpaceBetween>
  );
}
