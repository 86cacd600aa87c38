import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import * as tokens from "@cloudscape-design/design-tokens";
import { Fragment, type ReactNode } from "react";
import type { Upload } from "../../api/types";
import { isSettled } from "../../api/uploads";
import { count } from "../../components/format";
import { text } from "../../i18n/en";
import { partsOf, underWay, type Part } from "./sum";
import { UploadStatus } from "./UploadStatus";

const COLOURS: Record<Part, string> = {
  admitted: tokens.colorChartsStatusPositive,
  stored: tokens.colorChartsStatusPositive,
  duplicate: tokens.colorChartsStatusInfo,
  conflicting: tokens.colorChartsStatusCritical,
  filtered: tokens.colorChartsStatusNeutral,
  setAside: tokens.colorChartsStatusMedium,
};

/** What was received, and what it came to: a sum that anybody can check. */
export function UploadSum({ upload }: { upload: Upload }) {
  const parts = partsOf(upload);
  const missing = isSettled(upload) ? 0 : underWay(upload);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={upload.digestFiles > 0 ? text.uploads.digestFiles(upload.digestFiles) : undefined}
          actions={upload.dryRun ? undefined : <UploadStatus state={upload.state} />}
        >
          {upload.dryRun ? text.uploads.sumOfDryRun : text.uploads.sum}
        </Header>
      }
    >
      <div className="sum" role="group" aria-label={text.uploads.sum} data-testid="upload-sum">
        <Figure label={text.uploads.received} value={upload.received} />
        {parts.map(({ part, count: value }, index) => (
          <Fragment key={part}>
            <Sign>{index === 0 ? "=" : "+"}</Sign>
            <Figure label={text.uploads.parts[part]} value={value} colour={COLOURS[part]} />
          </Fragment>
        ))}
        {missing > 0 && (
          <>
            <Sign>+</Sign>
            <Figure label={text.uploads.underWay} value={missing} />
          </>
        )}
      </div>
      <div className="sum-bar" aria-hidden="true">
        {parts.map(({ part, count: value }) => (
          <div key={part} style={{ flexGrow: value, backgroundColor: COLOURS[part] }} />
        ))}
        <div style={{ flexGrow: missing }} />
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
        {colour !== undefined && <span className="sum-mark" style={{ backgroundColor: colour }} />}
        {label}
      </Box>
      <Box fontSize="heading-xl" fontWeight="bold">
        {count(value)}
      </Box>
    </div>
  );
}
