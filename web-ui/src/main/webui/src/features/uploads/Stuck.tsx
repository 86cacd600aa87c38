import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { text } from "../../i18n/en";
import type { Step } from "./useBringing";

interface Properties {
  step: Extract<Step, { phase: "STUCK" }>;
  onGoOn: () => void;
  onEnd: () => void;
}

/** What did not get through, and what to do about it. */
export function Stuck({ step, onGoOn, onEnd }: Properties) {
  const { failures, problem } = step;
  return (
    <Alert type="error" header={problem ? text.bring.stuckClosing : text.bring.stuck(failures.length)}>
      <SpaceBetween size="s">
        <span>{problem ? (problem.detail ?? problem.title) : text.bring.stuckDetail}</span>
        <ul className="doubts">
          {failures.map(({ file, problem: why }) => (
            <li key={file.name}>
              {file.name}: {why.detail ?? why.title}
            </li>
          ))}
        </ul>
        <SpaceBetween direction="horizontal" size="xs">
          {failures.length > 0 && (
            <Button variant="primary" onClick={onGoOn}>
              {text.bring.goOn}
            </Button>
          )}
          <Button onClick={onEnd}>{problem ? text.failure.retry : text.bring.endWithout}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
