import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import * as tokens from "@cloudscape-design/design-tokens";
import { Fragment, type ReactNode } from "react";
import type { Upload } from "../../api/types";
import { isSettled } from "../../api/uploads";
import { count } from "../../components/format";
import { text } from "../../i18n/en";
import { partsOf, pendingOf, type Part } from "./totals";
import { UploadStatus } from "./UploadStatus";

const COLOURS: Record<Part, string> = {
  admitted: tokens.colorChartsStatusPositive,
  stored: tokens.colorChartsStatusPositive,
  duplicate: tokens.colorChartsStatusInfo,
  conflicting: tokens.colorChartsStatusCritical,
  filtered: tokens.colorChartsStatusNeutral,
  rejected: tokens.colorChartsStatusMedium,
};

/** Totals of an upload: the received records as the sum of stored, duplicate, conflicting, filtered and rejected ones. */
export function UploadTotals({ upload }: { upload: Upload }) {
  const parts = partsOf(upload);
  const pending = isSettled(upload) ? 0 : pendingOf(upload);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={upload.digestFiles > 0 ? text.uploads.digestFiles(upload.digestFiles) : undefined}
          actions={upload.dryRun ? undefined : <UploadStatus state={upload.state} />}
        >
          {upload.dryRun ? text.uploads.totalsOfDryRun : text.uploads.totals}
        </Header>
      }
    >
      <div className="totals" role="group" aria-label={text.uploads.totals} data-testid="upload-totals">
        <Figure label={text.uploads.received} value={upload.received} />
        {parts.map(({ part, count: value }, index) => (
          <Fragment key={part}>
            <Sign>{index === 0 ? "=" : "+"}</Sign>
            <Figure label={text.uploads.parts[part]} value={value} colour={COLOURS[part]} />
          </Fragment>
        ))}
        {pending > 0 && (
          <>
            <Sign>+</Sign>
            <Figure label={text.uploads.pending} value={pending} />
          </>
        )}
      </div>
      <div className="totals-bar" aria-hidden="true">
        {parts.map(({ part, count: value }) => (
          <div key={part} style={{ flexGrow: value, backgroundColor: COLOURS[part] }} />
        ))}
        <div style={{ flexGrow: pending }} />
      </div>
    </Container>
  );
}

function Sign({ children }: { children: ReactNode }) {
  return (
    <Box variant="span" fontSize="heading-l" color="text-body-secondary">
      {children}
    </Box>
  );
}

function Figure({ label, value, colour }: { label: string; value: number; colour?: string }) {
  return (
    <div>
      <Box color="text-body-secondary" fontSize="body-s">
        {colour !== undefined && <span className="totals-mark" style={{ backgroundColor: colour }} />}
        {label}
      </Box>
      <Box fontSize="heading-xl" fontWeight="bold">
        {count(value)}
      </Box>
    </div>
  );
}
