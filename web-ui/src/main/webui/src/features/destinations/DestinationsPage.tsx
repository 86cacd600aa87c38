import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { toProblem } from "../../api/client";
import { OWN_BUCKET, useDeleteDestination, useDestinations, useTryDestination } from "../../api/destinations";
import type { Destination, DestinationTrial } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toDestinations } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { CreateDialog } from "./CreateDialog";

/** The buckets beside its own that results of a tenant may be delivered to. */
export function DestinationsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.destinations.title}
          active={toDestinations(tenant.slug)}
          contentType="table"
          content={<DestinationTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function DestinationTable({ tenant }: { tenant: TenantMembership }) {
  const destinations = useDestinations(tenant.id);
  const trial = useTryDestination(tenant.id);
  const [isCreating, setCreating] = useState(false);
  const [deleted, setDeleted] = useState<Destination>();
  const mayWrite = may(tenant, "destination:write");
  const tried =
    trial.variables === OWN_BUCKET
      ? text.destinations.ownBucket
      : (destinations.data?.find(({ id }) => id === trial.variables)?.name ?? "");
  const isTrying = (id: string) => trial.isPending && trial.variables === id;
  return (
    <SpaceBetween size="m">
      {trial.isError && <LoadFailed problem={toProblem(trial.error)} />}
      {trial.data && <Outcome name={tried} trial={trial.data} />}
      <Table
        variant="full-page"
        columnDefinitions={[
          ...COLUMNS,
          ...(mayWrite
            ? [
                {
                  id: "actions",
                  header: text.destinations.actions,
                  cell: (destination: Destination) => (
                    <SpaceBetween direction="horizontal" size="s">
                      <Button
                        variant="inline-link"
                        ariaLabel={text.destinations.testOf(destination.name)}
                        loading={isTrying(destination.id)}
                        onClick={() => {
                          trial.mutate(destination.id);
                        }}
                      >
                        {text.destinations.test}
                      </Button>
                      <Button
                        variant="inline-link"
                        ariaLabel={text.destinations.deleteOf(destination.name)}
                        onClick={() => {
                          setDeleted(destination);
                        }}
                      >
                        {text.destinations.delete}
                      </Button>
                    </SpaceBetween>
                  ),
                },
              ]
            : []),
        ]}
        items={destinations.data ?? []}
        trackBy="id"
        loading={destinations.isPending}
        loadingText={text.destinations.loading}
        ariaLabels={{ tableLabel: text.destinations.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.destinations.lead(tenant.name)}
            actions={
              mayWrite && (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button
                    loading={isTrying(OWN_BUCKET)}
                    onClick={() => {
                      trial.mutate(OWN_BUCKET);
                    }}
                  >
                    {text.destinations.testOwn}
                  </Button>
                  <Button
                    variant="primary"
                    onClick={() => {
                      setCreating(true);
                    }}
                  >
                    {text.destinations.create}
                  </Button>
                </SpaceBetween>
              )
            }
          >
            {text.destinations.title}
          </Header>
        }
        empty={
          destinations.isError ? (
            <LoadFailed problem={toProblem(destinations.error)} onRetry={() => void destinations.refetch()} />
          ) : (
            <EmptyState title={text.destinations.none}>{text.destinations.noneDetail}</EmptyState>
          )
        }
      />
      {isCreating && (
        <CreateDialog
          tenant={tenant.id}
          onEnd={() => {
            setCreating(false);
          }}
        />
      )}
      {deleted && (
        <DeleteDialog
          tenant={tenant.id}
          destination={deleted}
          onEnd={() => {
            setDeleted(undefined);
          }}
        />
      )}
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<Destination>[] = [
  { id: "name", header: text.destinations.name, isRowHeader: true, cell: ({ name }) => name },
  { id: "where", header: text.destinations.where, cell: ({ bucket, prefix }) => <code>{`${bucket}/${prefix}`}</code> },
  { id: "endpoint", header: text.destinations.endpoint, cell: ({ endpoint }) => endpoint },
  { id: "region", header: text.destinations.region, cell: ({ region }) => <span className="state">{region}</span> },
  {
    id: "access",
    header: text.destinations.access,
    cell: ({ accessKeyId = "", roleArn, externalId = "" }) =>
      roleArn === undefined ? text.destinations.accessKey(accessKeyId) : text.destinations.role(roleArn, externalId),
  },
];

/** What a trial answers: usable, or what stands against it. */
function Outcome({ name, trial }: { name: string; trial: DestinationTrial }) {
  if (trial.usable) {
    return <Alert type="success">{text.destinations.usable(name)}</Alert>;
  }
  return (
    <Alert type="error" header={text.destinations.unusable(name)}>
      {trial.missingPermissions.map((permission) => (
        <div key={permission}>{text.destinations.missing(permission)}</div>
      ))}
      {trial.detail}
    </Alert>
  );
}

interface DeleteProperties {
  tenant: string;
  destination: Destination;
  onEnd: () => void;
}

function DeleteDialog({ tenant, destination, onEnd }: DeleteProperties) {
  const deletion = useDeleteDestination(tenant);
  return (
    <ConfirmDialog
      title={text.destinations.deleteTitle(destination.name)}
      confirm={text.destinations.delete}
      cancel={text.destinations.cancel}
      isPending={deletion.isPending}
      failure={deletion.error}
      onDismiss={onEnd}
      onConfirm={() => {
        deletion.mutate(destination.id, { onSuccess: onEnd });
      }}
    >
      <Box>{text.destinations.deleteDetail}</Box>
    </ConfirmDialog>
  );
}
