import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import { useLocation } from "react-router";
import type { SqlLanguage } from "../../api/types";
import { toEditor } from "../../app/links";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { markOf } from "./marks";
import { isQuestion, QUESTIONS } from "./questions";
import { RunStatus } from "./RunStatus";
import { StatementEditor, type Replacement } from "./StatementEditor";
import type { StatementRun } from "./useStatementRun";

interface Properties {
  statement: string;
  onChange: (statement: string) => void;
  onRun: (statement: string) => void;
  run: StatementRun;
  sqlLanguage: SqlLanguage | undefined;
}

/** The editor with its actions, the status of the run and the problem of a failed run. */
export function StatementPanel({ statement, onChange, onRun, run, sqlLanguage }: Properties) {
  const { problem } = run;
  const [replacement, setReplacement] = useState<Replacement>();
  const mark = useMemo(() => problem && markOf(problem), [problem]);
  return (
    <Container
      header={
        <Header variant="h2" actions={<Actions statement={statement} onAsk={setReplacement} onRun={onRun} run={run} />}>
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
          replacement={replacement}
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

interface ActionsProperties extends Pick<Properties, "statement" | "onRun" | "run"> {
  onAsk: (question: Replacement) => void;
}

function Actions({ statement, onAsk, onRun, run }: ActionsProperties) {
  const { pathname } = useLocation();
  const tenant = pathname.split("/")[2] ?? "";
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box variant="small" color="text-body-secondary">
        {text.editor.runHint}
      </Box>
      <ButtonDropdown
        items={Object.entries(text.editor.questions).map(([id, words]) => ({ id, text: words }))}
        onItemClick={({ detail }) => {
          if (isQuestion(detail.id)) {
            onAsk({ statement: QUESTIONS[detail.id] });
          }
        }}
      >
        {text.editor.ask}
      </ButtonDropdown>
      <CopyToClipboard
        variant="button"
        copyButtonText={text.editor.copyLink}
        copySuccessText={text.editor.linkCopied}
        copyErrorText={text.editor.linkNotCopied}
        textToCopy={`${window.location.origin}${toEditor(decodeURIComponent(tenant), statement)}`}
      />
      {run.isActive && (
        <Button onClick={run.cancel} loading={run.isCancelling} disabled={run.id === undefined}>
          {text.editor.cancel}
        </Button>
      )}
      <Button
        variant="primary"
        iconName="caret-right-filled"
        loading={run.isActive}
        disabled={statement.trim() === ""}
        onClick={() => {
          onRun(statement);
        }}
      >
        {text.editor.run}
      </Button>
    </SpaceBetween>
  );
}
