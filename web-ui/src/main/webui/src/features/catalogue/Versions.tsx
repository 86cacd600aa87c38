import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useRestoreVersion, useVersions } from "../../api/catalogue";
import { toProblem } from "../../api/client";
import type { KeptQuery } from "../../api/types";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { changesBetween, type ChangedLine } from "./changes";

/** The versions of a query: who saved what and why, what changed, and a way back. */
export function Versions({ tenant, query }: { tenant: string; query: KeptQuery }) {
  const versions = useVersions(tenant, query.id);
  const restore = useRestoreVersion(tenant);
  const [opened, setOpened] = useState<number>();
  if (versions.isError) {
    return <LoadFailed problem={toProblem(versions.error)} onRetry={() => void versions.refetch()} />;
  }
  const all = versions.data ?? [];
  const shown = all.find(({ version }) => version === opened);
  const before = all.find(({ version }) => version === (opened ?? 0) - 1);
  return (
    <SpaceBetween size="m">
      {restore.isError && <LoadFailed problem={toProblem(restore.error)} />}
      <Table
        variant="embedded"
        items={all}
        loading={versions.isPending}
        trackBy={({ version }) => String(version)}
        ariaLabels={{ tableLabel: text.catalogue.versions }}
        columnDefinitions={[
          { id: "version", header: text.catalogue.version, isRowHeader: true, cell: ({ version }) => version },
          { id: "author", header: text.catalogue.author, cell: ({ author }) => author.name },
          { id: "saved", header: text.catalogue.savedAt, cell: ({ savedAt }) => moment(savedAt) },
          { id: "message", header: text.catalogue.message, cell: ({ message }) => message ?? "" },
          {
            id: "actions",
            header: text.catalogue.actions,
            cell: ({ version }) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="inline-link"
                  ariaLabel={text.catalogue.changesOf(version)}
                  onClick={() => {
                    setOpened(version === opened ? undefined : version);
                  }}
                >
                  {text.catalogue.changes}
                </Button>
                {query.canEdit && version !== query.newestVersion && (
                  <Button
                    variant="inline-link"
                    ariaLabel={text.catalogue.restoreOf(version)}
                    loading={restore.isPending}
                    onClick={() => {
                      restore.mutate({ query, version });
                    }}
                  >
                    {text.catalogue.restore}
                  </Button>
                )}
              </SpaceBetween>
            ),
          },
        ]}
      />
      {shown && <Changes lines={changesBetween(before, shown)} />}
    </SpaceBetween>
  );
}

/** Lines that were added and removed, with those around them. */
export function Changes({ lines }: { lines: ChangedLine[] }) {
  return (
    <Box variant="code" data-testid="changes">
      <pre className="changes">
        {lines.map(({ number, kind, line }) => (
          <span key={number} className={`change-${kind}`}>
            {`${text.catalogue.marks[kind]} ${line}\n`}
          </span>
        ))}
      </pre>
    </Box>
  );
}
