import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useUpload } from "../../api/uploads";
import { size } from "../../components/format";
import { text } from "../../i18n/en";
import { bytesOf } from "./names";
import type { Step } from "./useBringing";

interface Properties {
  tenant: string;
  step: Extract<Step, { phase: "CHECKING" | "SENDING" }>;
  onStop: () => void;
}

/** How far the files are, as the server counts them. */
export function UnderWay({ tenant, step, onStop }: Properties) {
  const seen = useUpload(tenant, step.upload).data;
  const all = bytesOf(step.order.files);
  const bytes = Math.min(all, Math.max(step.taken.bytes, seen?.bytes ?? 0));
  return (
    <Container>
      <SpaceBetween size="m">
        <ProgressBar
          value={all === 0 ? 0 : (100 * bytes) / all}
          label={step.phase === "CHECKING" ? text.bring.checking : text.bring.sending}
          description={text.bring.progress(step.taken.files, step.order.files.length, size(bytes), size(all))}
          additionalInfo={text.bring.events(seen?.received ?? 0)}
        />
        <Button onClick={onStop}>{text.bring.stop}</Button>
      </SpaceBetween>
    </Container>
  );
}
