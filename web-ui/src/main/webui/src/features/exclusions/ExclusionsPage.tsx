import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useChangeRules, useDeleteRule } from "../../api/changes";
import type { ChangeRule } from "../../api/changeTypes";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExclusions } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { scopeLines } from "../changes/scopeText";
import { CreateRuleDialog } from "./CreateRuleDialog";

/** The changes of a tenant that need no approval. */
export function ExclusionsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.changes.rules.title}
          active={toExclusions(tenant.slug)}
          contentType="table"
          content={<RuleTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function RuleTable({ tenant }: { tenant: TenantMembership }) {
  const rules = useChangeRules(tenant.id);
  const [address, setAddress] = useSearchParams();
  const isProposed = address.has("actions");
  const [isCreating, setCreating] = useState(isProposed);
  const [deleted, setDeleted] = useState<ChangeRule>();
  const mayWrite = may(tenant, "change-rule:write");
  const actions: TableProps.ColumnDefinition<ChangeRule> = {
    id: "actions",
    header: text.changes.rules.actions,
    cell: (rule) => (
      <Button
        variant="inline-link"
        ariaLabel={text.changes.rules.deleteOf(rule.name)}
        onClick={() => {
          setDeleted(rule);
        }}
      >
        {text.changes.rules.delete}
      </Button>
    ),
  };
  return (
    <>
      <Table
        variant="full-page"
        columnDefinitions={[...COLUMNS, ...(mayWrite ? [actions] : [])]}
        items={rules.data ?? []}
        trackBy="id"
        loading={rules.isPending}
        loadingText={text.changes.rules.loading}
        ariaLabels={{ tableLabel: text.changes.rules.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.changes.rules.lead(tenant.name)}
            actions={
              mayWrite && (
                <Button
                  variant="primary"
                  onClick={() => {
                    setCreating(true);
                  }}
                >
                  {text.changes.rules.create}
                </Button>
              )
            }
          >
            {text.changes.rules.title}
          </Header>
        }
        empty={
          rules.isError ? (
            <LoadFailed problem={toProblem(rules.error)} onRetry={() => void rules.refetch()} />
          ) : (
            <EmptyState title={text.changes.rules.none}>{text.changes.rules.noneDetail}</EmptyState>
          )
        }
      />
      {isCreating && mayWrite && (
        <CreateRuleDialog
          tenant={tenant.id}
          given={{ actions: address.get("actions") ?? "", principals: address.get("principals") ?? "" }}
          onEnd={() => {
            setCreating(false);
            setAddress({}, { replace: true });
          }}
        />
      )}
      {deleted && (
        <DeleteDialog
          tenant={tenant.id}
          rule={deleted}
          onEnd={() => {
            setDeleted(undefined);
          }}
        />
      )}
    </>
  );
}

const COLUMNS: TableProps.ColumnDefinition<ChangeRule>[] = [
  { id: "name", header: text.changes.rules.name, isRowHeader: true, cell: ({ name }) => name },
  { id: "kind", header: text.changes.rules.kind, cell: ({ kind }) => text.changes.rules.kinds[kind] },
  { id: "reason", header: text.changes.rules.reason, cell: ({ reason }) => reason },
  {
    id: "scope",
    header: text.changes.rules.scope,
    minWidth: 220,
    cell: ({ scope }) => scopeLines(scope).map((line) => <div key={line}>{line}</div>),
  },
  { id: "owner", header: text.changes.rules.owner, cell: ({ owner }) => owner },
  {
    id: "expires",
    header: text.changes.rules.expires,
    cell: ({ expiresAt }) => (expiresAt === undefined ? text.changes.rules.never : moment(expiresAt)),
  },
  {
    id: "matched",
    header: text.changes.rules.matched,
    cell: ({ lastMatchedAt }) =>
      lastMatchedAt === undefined ? text.changes.rules.neverMatched : moment(lastMatchedAt),
  },
];

interface DeleteProperties {
  tenant: string;
  rule: ChangeRule;
  onEnd: () => void;
}

function DeleteDialog({ tenant, rule, onEnd }: DeleteProperties) {
  const deletion = useDeleteRule(tenant);
  return (
    <ConfirmDialog
      title={text.changes.rules.deleteTitle(rule.name)}
      confirm={text.changes.rules.delete}
      cancel={text.changes.rules.cancel}
      isPending={deletion.isPending}
      failure={deletion.error}
      onDismiss={onEnd}
      onConfirm={() => {
        deletion.mutate(rule, { onSuccess: onEnd });
      }}
    >
      <Box>{text.changes.rules.deleteDetail}</Box>
    </ConfirmDialog>
  );
}
