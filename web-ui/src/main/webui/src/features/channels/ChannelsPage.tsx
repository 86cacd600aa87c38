import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { useChannels, useDeleteChannel, useTryChannel } from "../../api/channels";
import { toProblem } from "../../api/client";
import type { Channel, ChannelTrial } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toChannels } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { CreateChannelDialog } from "./CreateChannelDialog";

/** Whom a tenant has told of runs and of changes. */
export function ChannelsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.channels.title}
          active={toChannels(tenant.slug)}
          contentType="table"
          content={<ChannelTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function ChannelTable({ tenant }: { tenant: TenantMembership }) {
  const channels = useChannels(tenant.id);
  const trial = useTryChannel(tenant.id);
  const [isCreating, setCreating] = useState(false);
  const [deleted, setDeleted] = useState<Channel>();
  const mayWrite = may(tenant, "notification:write");
  const tried = channels.data?.find(({ id }) => id === trial.variables)?.name ?? "";
  const actions: TableProps.ColumnDefinition<Channel> = {
    id: "actions",
    header: text.channels.actions,
    cell: (channel) => (
      <SpaceBetween direction="horizontal" size="s">
        <Button
          variant="inline-link"
          ariaLabel={text.channels.testOf(channel.name)}
          loading={trial.isPending && trial.variables === channel.id}
          onClick={() => {
            trial.mutate(channel.id);
          }}
        >
          {text.channels.test}
        </Button>
        <Button
          variant="inline-link"
          ariaLabel={text.channels.deleteOf(channel.name)}
          onClick={() => {
            setDeleted(channel);
          }}
        >
          {text.channels.delete}
        </Button>
      </SpaceBetween>
    ),
  };
  return (
    <SpaceBetween size="m">
      {trial.isError && <LoadFailed problem={toProblem(trial.error)} />}
      {trial.data && <Outcome name={tried} trial={trial.data} />}
      <Table
        variant="full-page"
        columnDefinitions={[...COLUMNS, ...(mayWrite ? [actions] : [])]}
        items={channels.data ?? []}
        trackBy="id"
        loading={channels.isPending}
        loadingText={text.channels.loading}
        ariaLabels={{ tableLabel: text.channels.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.channels.lead(tenant.name)}
            actions={
              mayWrite && (
                <Button
                  variant="primary"
                  onClick={() => {
                    setCreating(true);
                  }}
                >
                  {text.channels.create}
                </Button>
              )
            }
          >
            {text.channels.title}
          </Header>
        }
        empty={
          channels.isError ? (
            <LoadFailed problem={toProblem(channels.error)} onRetry={() => void channels.refetch()} />
          ) : (
            <EmptyState title={text.channels.none}>{text.channels.noneDetail}</EmptyState>
          )
        }
      />
      {isCreating && (
        <CreateChannelDialog
          tenant={tenant.id}
          onEnd={() => {
            setCreating(false);
          }}
        />
      )}
      {deleted && (
        <DeleteDialog
          tenant={tenant.id}
          channel={deleted}
          onEnd={() => {
            setDeleted(undefined);
          }}
        />
      )}
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<Channel>[] = [
  { id: "name", header: text.channels.name, isRowHeader: true, cell: ({ name }) => name },
  { id: "kind", header: text.channels.kind, cell: ({ kind }) => text.channels.kinds[kind] },
  { id: "where", header: text.channels.where, cell: ({ addresses, url }) => url ?? addresses.join(", ") },
];

/** What a trial answers: delivered, or what stands against it. */
function Outcome({ name, trial }: { name: string; trial: ChannelTrial }) {
  if (trial.delivered) {
    return <Alert type="success">{text.channels.delivered(name)}</Alert>;
  }
  return (
    <Alert type="error" header={text.channels.undelivered(name)}>
      {trial.detail ?? text.channels.answered(trial.statusCode)}
    </Alert>
  );
}

interface DeleteProperties {
  tenant: string;
  channel: Channel;
  onEnd: () => void;
}

function DeleteDialog({ tenant, channel, onEnd }: DeleteProperties) {
  const deletion = useDeleteChannel(tenant);
  return (
    <ConfirmDialog
      title={text.channels.deleteTitle(channel.name)}
      confirm={text.channels.delete}
      cancel={text.channels.cancel}
      isPending={deletion.isPending}
      failure={deletion.error}
      onDismiss={onEnd}
      onConfirm={() => {
        deletion.mutate(channel.id, { onSuccess: onEnd });
      }}
    >
      <Box>{text.channels.deleteDetail}</Box>
    </ConfirmDialog>
  );
}
