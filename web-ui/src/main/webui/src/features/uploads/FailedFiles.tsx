import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { text } from "../../i18n/en";
import type { Step } from "./useImport";

interface Properties {
  step: Extract<Step, { phase: "INCOMPLETE" }>;
  onResume: () => void;
  onClose: () => void;
}

/** Files that failed to upload, with a retry, or the upload that failed to close. */
export function FailedFiles({ step, onResume, onClose }: Properties) {
  const { failures, problem } = step;
  return (
    <Alert type="error" header={problem ? text.imports.closeFailed : text.imports.incomplete(failures.length)}>
      <SpaceBetween size="s">
        <span>{problem ? (problem.detail ?? problem.title) : text.imports.incompleteDetail}</span>
        <ul className="warnings">
          {failures.map(({ file, problem: why }) => (
            <li key={file.name}>
              {file.name}: {why.detail ?? why.title}
            </li>
          ))}
        </ul>
        <SpaceBetween direction="horizontal" size="xs">
          {failures.length > 0 && (
            <Button variant="primary" onClick={onResume}>
              {text.imports.resume}
            </Button>
          )}
          <Button onClick={onClose}>{problem ? text.failure.retry : text.imports.closeWithout}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
