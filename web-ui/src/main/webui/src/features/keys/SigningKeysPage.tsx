import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { toProblem } from "../../api/client";
import type { SigningKeys } from "../../api/schedulerTypes";
import { SIGNING_KEYS_ADDRESS, useSigningKeys } from "../../api/signingKeys";
import { toSigningKeys } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { validityAt } from "./validity";

const LOOKS: Record<ReturnType<typeof validityAt>, StatusIndicatorProps.Type> = {
  future: "pending",
  current: "success",
  past: "stopped",
};

/** The public keys that results of this installation are checked with. */
export function SigningKeysPage() {
  const keys = useSigningKeys();
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.keys.title}
          active={toSigningKeys(tenant.slug)}
          content={
            <ContentLayout
              header={
                <Header
                  variant="h1"
                  description={text.keys.lead}
                  actions={
                    <Button iconName="download" href={SIGNING_KEYS_ADDRESS} download="tarn-signing-keys.json">
                      {text.keys.download}
                    </Button>
                  }
                >
                  {text.keys.title}
                </Header>
              }
            >
              {keys.data ? (
                <Tables keys={keys.data} />
              ) : keys.isError ? (
                <LoadFailed problem={toProblem(keys.error)} onRetry={() => void keys.refetch()} />
              ) : (
                <Loading />
              )}
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}

interface ShownKey {
  id: string;
  from: string;
  until: string;
}

function Tables({ keys }: { keys: SigningKeys }) {
  const ofSignFiles = keys.PublicKeyList.map(({ Fingerprint, ValidityStartTime, ValidityEndTime }) => ({
    id: Fingerprint,
    from: ValidityStartTime,
    until: ValidityEndTime,
  }));
  const ofStatements = keys.statementKeys.map(({ keyId, validFrom, validUntil }) => ({
    id: keyId,
    from: validFrom,
    until: validUntil,
  }));
  return (
    <SpaceBetween size="l">
      <KeyTable title={text.keys.signFileKeys} idLabel={text.keys.fingerprint} keys={ofSignFiles} />
      <KeyTable title={text.keys.statementKeys} idLabel={text.keys.keyId} keys={ofStatements} />
    </SpaceBetween>
  );
}

function KeyTable({ title, idLabel, keys }: { title: string; idLabel: string; keys: ShownKey[] }) {
  const [now] = useState(Date.now);
  return (
    <Table
      items={keys}
      trackBy="id"
      ariaLabels={{ tableLabel: title }}
      wrapLines
      header={
        <Header variant="h2" counter={`(${keys.length})`}>
          {title}
        </Header>
      }
      empty={<EmptyState title={text.keys.none}>{text.keys.noneDetail}</EmptyState>}
      columnDefinitions={[
        {
          id: "id",
          header: idLabel,
          isRowHeader: true,
          minWidth: 320,
          cell: ({ id }) => <code className="long-name">{id}</code>,
        },
        { id: "from", header: text.keys.from, minWidth: 190, cell: ({ from }) => moment(from) },
        { id: "until", header: text.keys.until, minWidth: 190, cell: ({ until }) => moment(until) },
        {
          id: "state",
          header: text.keys.state,
          minWidth: 140,
          cell: ({ from, until }) => {
            const state = validityAt(now, from, until);
            return <StatusIndicator type={LOOKS[state]}>{text.keys[state]}</StatusIndicator>;
          },
        },
      ]}
    />
  );
}
