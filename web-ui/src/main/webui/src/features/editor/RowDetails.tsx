import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Column } from "../../api/types";
import { text } from "../../i18n/en";
import { readableText, type ResultRow } from "./rows";

/** One row, whole: every column with its type and value. */
export function RowDetails({ row, columns }: { row: ResultRow; columns: Column[] }) {
  return (
    <SpaceBetween size="m">
      {columns.map((column, index) => {
        const value = readableText(row.cells[index]);
        return (
          <div key={index}>
            <Box variant="awsui-key-label">
              {column.name}{" "}
              <Box variant="span" color="text-body-secondary" fontSize="body-s">
                {column.type}
              </Box>
            </Box>
            {value === undefined ? (
              <span className="cell cell-null">{text.result.empty}</span>
            ) : (
              <SpaceBetween direction="horizontal" size="xxs" alignItems="start">
                <CopyToClipboard
                  variant="icon"
                  textToCopy={value}
                  copyButtonAriaLabel={text.result.copy(column.name)}
                  copySuccessText={text.result.copied}
                  copyErrorText={text.result.notCopied}
                />
                <Box variant="code">
                  <span className="cell cell-whole">{value}</span>
                </Box>
              </SpaceBetween>
            )}
          </div>
        );
      })}
    </SpaceBetween>
  );
}
