import AppLayout from "@cloudscape-design/components/app-layout";
import Box from "@cloudscape-design/components/box";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useMe } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { text } from "../../i18n/en";
import { ResultPanel } from "./ResultPanel";
import { RowDetails } from "./RowDetails";
import type { ResultRow } from "./rows";
import { FIRST_STATEMENT } from "./statements";
import { StatementPanel } from "./StatementPanel";
import { useStatementRun } from "./useStatementRun";

/** The editor of the tenant named in the address. */
export function EditorPage() {
  const { tenant: slug } = useParams();
  const tenant = useMe().data?.tenants.find((each) => each.slug === slug || each.id === slug);
  return tenant ? (
    <TenantEditor key={tenant.id} tenant={tenant} />
  ) : (
    <Box padding="xxxl">
      <EmptyState title={text.tenants.nothingFound}>{text.tenants.notYours}</EmptyState>
    </Box>
  );
}

function TenantEditor({ tenant }: { tenant: TenantMembership }) {
  const [search, setSearch] = useSearchParams();
  const [statement, setStatement] = useState(search.get("statement") ?? FIRST_STATEMENT);
  const [opened, setOpened] = useState<ResultRow>();
  const run = useStatementRun(tenant.id);
  const start = (wanted: string) => {
    if (wanted.trim() === "" || run.isActive) {
      return;
    }
    setOpened(undefined);
    setSearch({ statement: wanted }, { replace: true });
    run.start(wanted);
  };
  return (
    <AppLayout
      headerSelector="#header"
      navigationHide
      toolsHide
      splitPanelOpen={opened !== undefined}
      onSplitPanelToggle={({ detail }) => {
        if (!detail.open) {
          setOpened(undefined);
        }
      }}
      splitPanelPreferences={{ position: "side" }}
      onSplitPanelPreferencesChange={() => undefined}
      splitPanel={
        opened && (
          <SplitPanel header={text.result.details(opened.number)} hidePreferencesButton closeBehavior="hide">
            <RowDetails row={opened} columns={run.columns} />
          </SplitPanel>
        )
      }
      content={
        <ContentLayout
          header={
            <Header variant="h1" description={`${text.editor.lead} ${tenant.name}`}>
              {text.editor.title}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <StatementPanel statement={statement} onChange={setStatement} onRun={start} run={run} />
            <ResultPanel tenant={tenant.id} run={run} opened={opened} onOpen={setOpened} />
          </SpaceBetween>
        </ContentLayout>
      }
    />
  );
}
