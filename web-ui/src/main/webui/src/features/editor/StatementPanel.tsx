import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { may } from "../../api/session";
import type { Parameter, SqlLanguage, TenantMembership } from "../../api/types";
import { toEditor, toQueries } from "../../app/links";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { markOf } from "./marks";
import { RunStatus } from "./RunStatus";
import { StatementEditor } from "./StatementEditor";
import { useLiveFaults } from "./useLiveFaults";
import type { StatementRun } from "./useStatementRun";

interface Properties {
  tenant: TenantMembership;
  statement: string;
  parameters: Parameter[];
  onChange: (statement: string) => void;
  onRun: (statement: string) => void;
  /** Keeps the statement as a query; undefined where the user may not. */
  onSave: (() => void) | undefined;
  /** Opens the form of a schedule that runs the statement; undefined where the user may not. */
  onSchedule: (() => void) | undefined;
  run: StatementRun;
  sqlLanguage: SqlLanguage | undefined;
}

/** The editor with its actions, the status of the run and the problem of a failed run. */
export function StatementPanel(properties: Properties) {
  const { tenant, statement, parameters, onChange, onRun, run, sqlLanguage } = properties;
  const { problem } = run;
  const faults = useLiveFaults(tenant, statement, parameters);
  const mark = useMemo(() => problem && markOf(problem), [problem]);
  return (
    <Container
      header={
        <Header variant="h2" actions={<Actions {...properties} />}>
          {text.editor.statement}
        </Header>
      }
      footer={<RunStatus run={run} />}
    >
      <SpaceBetween size="s">
        <StatementEditor
          statement={statement}
          onChange={onChange}
          onRun={onRun}
          mark={mark}
          faults={faults}
          sqlLanguage={sqlLanguage}
        />
        {problem && (
          <LoadFailed
            problem={mark ? { ...problem, title: `${problem.title} · ${mark.location}` } : problem}
            {...(mark
              ? {}
              : {
                  onRetry: () => {
                    onRun(statement);
                  },
                })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

function Actions({ tenant, statement, onRun, onSave, onSchedule, run }: Properties) {
  const follow = useFollow();
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box variant="small" color="text-body-secondary">
        {text.editor.runHint}
      </Box>
      <Button href={toQueries(tenant.slug)} onFollow={follow}>
        {text.editor.ask}
      </Button>
      <CopyToClipboard
        variant="button"
        copyButtonText={text.editor.copyLink}
        copySuccessText={text.editor.linkCopied}
        copyErrorText={text.editor.linkNotCopied}
        textToCopy={`${window.location.origin}${toEditor(tenant.slug, statement)}`}
      />
      {onSave && <Button onClick={onSave}>{text.catalogue.save}</Button>}
      {onSchedule && <Button onClick={onSchedule}>{text.schedules.scheduleThis}</Button>}
      {run.isActive && (
        <Button onClick={run.cancel} loading={run.isCancelling} disabled={run.id === undefined}>
          {text.editor.cancel}
        </Button>
      )}
      <Button
        variant="primary"
        iconName="caret-right-filled"
        loading={run.isActive}
        disabled={statement.trim() === "" || !may(tenant, "query:run")}
        onClick={() => {
          onRun(statement);
        }}
      >
        {text.editor.run}
      </Button>
    </SpaceBetween>
  );
}
