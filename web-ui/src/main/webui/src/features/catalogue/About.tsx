import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import Markdown from "react-markdown";
import type { QueryContent } from "../../api/types";
import { text } from "../../i18n/en";

/** Markdown of a query. HTML in it is shown as text, and only links to the web are followed. */
export function Words({ children }: { children: string }) {
  return (
    <Box variant="div">
      <Markdown
        components={{
          a: ({ href, children: inside }) => (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {inside}
            </a>
          ),
          img: ({ alt }) => <>{alt}</>,
        }}
      >
        {children}
      </Markdown>
    </Box>
  );
}

/** What a query answers, what its columns mean, and what to do with what it finds. */
export function About({ query }: { query: QueryContent }) {
  return (
    <SpaceBetween size="m">
      {query.description !== undefined && <Words>{query.description}</Words>}
      <SpaceBetween direction="horizontal" size="xs">
        <Badge color="blue">{query.category}</Badge>
        {query.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        {query.attack.map((technique) => (
          <Badge key={technique} color="severity-medium">
            {technique}
          </Badge>
        ))}
      </SpaceBetween>
      <ColumnLayout columns={2} variant="text-grid">
        {query.finding !== undefined && (
          <div>
            <Box variant="awsui-key-label">{text.catalogue.finding}</Box>
            <Words>{query.finding}</Words>
          </div>
        )}
        {query.falseAlarms !== undefined && (
          <div>
            <Box variant="awsui-key-label">{text.catalogue.falseAlarms}</Box>
            <Words>{query.falseAlarms}</Words>
          </div>
        )}
      </ColumnLayout>
      {query.columns.length > 0 && (
        <Table
          variant="embedded"
          contentDensity="compact"
          ariaLabels={{ tableLabel: text.catalogue.columns }}
          items={query.columns}
          columnDefinitions={[
            {
              id: "name",
              header: text.catalogue.column,
              isRowHeader: true,
              cell: (column) => <code>{column.name}</code>,
            },
            { id: "meaning", header: text.catalogue.meaning, cell: (column) => column.description ?? "" },
          ]}
        />
      )}
    </SpaceBetween>
  );
}
