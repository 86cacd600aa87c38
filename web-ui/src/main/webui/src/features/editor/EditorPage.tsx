import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useSqlLanguage } from "../../api/sqlLanguage";
import type { TenantMembership } from "../../api/types";
import { toEditor } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { text } from "../../i18n/en";
import { ResultPanel } from "./ResultPanel";
import { RowDetails } from "./RowDetails";
import type { ResultRow } from "./rows";
import { FIRST_STATEMENT } from "./statements";
import { StatementPanel } from "./StatementPanel";
import { useStatementRun } from "./useStatementRun";

/** The editor of the tenant named in the address. */
export function EditorPage() {
  return <OfTenant>{(tenant) => <TenantEditor key={tenant.id} tenant={tenant} />}</OfTenant>;
}

function TenantEditor({ tenant }: { tenant: TenantMembership }) {
  const [search, setSearch] = useSearchParams();
  const [statement, setStatement] = useState(search.get("statement") ?? FIRST_STATEMENT);
  const [opened, setOpened] = useState<ResultRow>();
  const run = useStatementRun(tenant.id);
  const sqlLanguage = useSqlLanguage(tenant.id).data;
  const start = (wanted: string) => {
    if (wanted.trim() === "" || run.isActive) {
      return;
    }
    setOpened(undefined);
    setSearch({ statement: wanted }, { replace: true });
    run.start(wanted);
  };
  return (
    <TenantPage
      tenant={tenant}
      title={text.editor.title}
      active={toEditor(tenant.slug)}
      splitPanelOpen={opened !== undefined}
      onSplitPanelToggle={({ detail }) => {
        if (!detail.open) {
          setOpened(undefined);
        }
      }}
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
            <StatementPanel
              statement={statement}
              onChange={setStatement}
              onRun={start}
              run={run}
              sqlLanguage={sqlLanguage}
            />
            <ResultPanel tenant={tenant.id} run={run} opened={opened} onOpen={setOpened} />
          </SpaceBetween>
        </ContentLayout>
      }
    />
  );
}
