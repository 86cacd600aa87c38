import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Upload } from "../../api/types";
import { text } from "../../i18n/en";
import { AccountTable } from "./AccountTable";
import { FileTable } from "./FileTable";
import { ReasonTable } from "./ReasonTable";
import { UploadTotals } from "./UploadTotals";

/** Totals, rejected records, accounts and files of an upload. */
export function UploadOverview({ tenant, upload }: { tenant: string; upload: Upload }) {
  return (
    <SpaceBetween size="l">
      {upload.failure !== undefined && (
        <Alert type="error" header={text.uploads.states.FAILED}>
          {upload.failure}
        </Alert>
      )}
      <UploadTotals upload={upload} />
      <ReasonTable upload={upload} />
      {upload.accounts && <AccountTable accounts={upload.accounts} />}
      <FileTable tenant={tenant} upload={upload} />
    </SpaceBetween>
  );
}
