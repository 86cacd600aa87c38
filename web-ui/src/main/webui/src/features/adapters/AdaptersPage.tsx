import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { useAdapters, useDeleteAdapter, useRotateSecret } from "../../api/adapters";
import type { Adapter } from "../../api/approvalTypes";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toAdapters } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { AdapterDialog } from "./AdapterDialog";
import { DeliveriesDialog } from "./DeliveriesDialog";

/** The systems that send approvals of a tenant. */
export function AdaptersPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.adapters.title}
          active={toAdapters(tenant.slug)}
          contentType="table"
          content={<AdapterTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

/** What is asked or shown about the adapters at the moment. */
type Shown =
  | { is: "nothing" }
  | { is: "creating" }
  | { is: "log" | "changing" | "rotating" | "deleting" | "secret"; adapter: Adapter };

const NOTHING: Shown = { is: "nothing" };

function AdapterTable({ tenant }: { tenant: TenantMembership }) {
  const adapters = useAdapters(tenant.id);
  const [shown, setShown] = useState<Shown>(NOTHING);
  const mayWrite = may(tenant, "adapter:write");
  return (
    <SpaceBetween size="m">
      {shown.is === "secret" && <Secret adapter={shown.adapter} />}
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(mayWrite, setShown)}
        items={adapters.data ?? []}
        trackBy="id"
        loading={adapters.isPending}
        loadingText={text.adapters.loading}
        ariaLabels={{ tableLabel: text.adapters.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.adapters.lead(tenant.name)}
            actions={
              mayWrite && (
                <Button
                  variant="primary"
                  onClick={() => {
                    setShown({ is: "creating" });
                  }}
                >
                  {text.adapters.create}
                </Button>
              )
            }
          >
            {text.adapters.title}
          </Header>
        }
        empty={
          adapters.isError ? (
            <LoadFailed problem={toProblem(adapters.error)} onRetry={() => void adapters.refetch()} />
          ) : (
            <EmptyState title={text.adapters.none}>{text.adapters.noneDetail}</EmptyState>
          )
        }
      />
      <Dialog tenant={tenant.id} shown={shown} onShow={setShown} />
    </SpaceBetween>
  );
}

function columnsOf(mayWrite: boolean, onShow: (shown: Shown) => void): TableProps.ColumnDefinition<Adapter>[] {
  const action = (label: string, ariaLabel: string, shown: Shown) => (
    <Button
      variant="inline-link"
      ariaLabel={ariaLabel}
      onClick={() => {
        onShow(shown);
      }}
    >
      {label}
    </Button>
  );
  return [
    { id: "name", header: text.adapters.name, isRowHeader: true, cell: ({ name }) => name },
    { id: "kind", header: text.adapters.kind, cell: ({ kind }) => text.adapters.kinds[kind] },
    { id: "address", header: text.adapters.address, cell: (adapter) => <code>{addressOf(adapter)}</code> },
    { id: "changed", header: text.adapters.changed, cell: ({ changedAt }) => moment(changedAt) },
    {
      id: "actions",
      header: text.adapters.actions,
      cell: (adapter) => (
        <SpaceBetween direction="horizontal" size="s">
          {action(text.adapters.log, text.adapters.logOf(adapter.name), { is: "log", adapter })}
          {mayWrite && action(text.adapters.change, text.adapters.changeOf(adapter.name), { is: "changing", adapter })}
          {mayWrite && action(text.adapters.rotate, text.adapters.rotateOf(adapter.name), { is: "rotating", adapter })}
          {mayWrite && action(text.adapters.delete, text.adapters.deleteOf(adapter.name), { is: "deleting", adapter })}
        </SpaceBetween>
      ),
    },
  ];
}

function addressOf({ path }: Adapter): string {
  return window.location.origin + path;
}

function Secret({ adapter }: { adapter: Adapter }) {
  return (
    <Alert type="success" header={text.adapters.secretTitle(adapter.name)}>
      <SpaceBetween size="s">
        {text.adapters.secretDetail}
        <KeyValuePairs
          items={[
            { label: text.adapters.address, value: <code>{addressOf(adapter)}</code> },
            { label: text.adapters.secret, value: <code>{adapter.secret}</code> },
          ]}
        />
      </SpaceBetween>
    </Alert>
  );
}

interface DialogProperties {
  tenant: string;
  shown: Shown;
  onShow: (shown: Shown) => void;
}

function Dialog({ tenant, shown, onShow }: DialogProperties) {
  const onEnd = () => {
    onShow(NOTHING);
  };
  const onSecret = (adapter: Adapter) => {
    onShow({ is: "secret", adapter });
  };
  switch (shown.is) {
    case "nothing":
    case "secret":
      return null;
    case "creating":
      return <AdapterDialog tenant={tenant} adapter={undefined} onSaved={onSecret} onDismiss={onEnd} />;
    case "changing":
      return <AdapterDialog tenant={tenant} adapter={shown.adapter} onSaved={onEnd} onDismiss={onEnd} />;
    case "log":
      return <DeliveriesDialog tenant={tenant} adapter={shown.adapter} onDismiss={onEnd} />;
    case "rotating":
      return <RotateDialog tenant={tenant} adapter={shown.adapter} onMade={onSecret} onDismiss={onEnd} />;
    case "deleting":
      return <DeleteDialog tenant={tenant} adapter={shown.adapter} onEnd={onEnd} />;
  }
}

interface RotateProperties {
  tenant: string;
  adapter: Adapter;
  onMade: (adapter: Adapter) => void;
  onDismiss: () => void;
}

function RotateDialog({ tenant, adapter, onMade, onDismiss }: RotateProperties) {
  const rotation = useRotateSecret(tenant);
  return (
    <ConfirmDialog
      title={text.adapters.rotateOf(adapter.name)}
      confirm={text.adapters.rotate}
      cancel={text.adapters.cancel}
      isPending={rotation.isPending}
      failure={rotation.error}
      onDismiss={onDismiss}
      onConfirm={() => {
        rotation.mutate(adapter.id, { onSuccess: onMade });
      }}
    >
      <Box>{text.adapters.rotateDetail}</Box>
    </ConfirmDialog>
  );
}

function DeleteDialog({ tenant, adapter, onEnd }: { tenant: string; adapter: Adapter; onEnd: () => void }) {
  const deletion = useDeleteAdapter(tenant);
  return (
    <ConfirmDialog
      title={text.adapters.deleteTitle(adapter.name)}
      confirm={text.adapters.delete}
      cancel={text.adapters.cancel}
      isPending={deletion.isPending}
      failure={deletion.error}
      onDismiss={onEnd}
      onConfirm={() => {
        deletion.mutate(adapter, { onSuccess: onEnd });
      }}
    >
      <Box>{text.adapters.deleteDetail}</Box>
    </ConfirmDialog>
  );
}
