import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useUpload } from "../../api/uploads";
import { size } from "../../components/format";
import { text } from "../../i18n/en";
import { bytesOf } from "./names";
import type { Step } from "./useImport";

interface Properties {
  tenant: string;
  step: Extract<Step, { phase: "DRY_RUN" | "UPLOADING" }>;
  onStop: () => void;
}

/** Progress of a dry run or an upload, by the bytes that the server has received. */
export function UploadProgress({ tenant, step, onStop }: Properties) {
  const upload = useUpload(tenant, step.upload).data;
  const all = bytesOf(step.request.files);
  const bytes = Math.min(all, Math.max(step.progress.bytes, upload?.bytes ?? 0));
  return (
    <Container>
      <SpaceBetween size="m">
        <ProgressBar
          value={all === 0 ? 0 : (100 * bytes) / all}
          label={step.phase === "DRY_RUN" ? text.imports.checking : text.imports.uploading}
          description={text.imports.progress(step.progress.files, step.request.files.length, size(bytes), size(all))}
          additionalInfo={text.imports.events(upload?.received ?? 0)}
        />
        <Button onClick={onStop}>{text.imports.stop}</Button>
      </SpaceBetween>
    </Container>
  );
}
