import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { Problem } from "../api/types";
import { text } from "../i18n/en";

/** Alert with the problem of a failed request and a retry. */
export function LoadFailed({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <Alert
      type="error"
      header={problem.title}
      action={onRetry && <Button onClick={onRetry}>{text.failure.retry}</Button>}
    >
      {problem.detail}
      {problem.violations !== undefined && problem.violations.length > 1 && (
        <ul>
          {problem.violations.map(({ field, reason }) => (
            <li key={`${field} ${reason}`}>{`${field} ${reason}`}</li>
          ))}
        </ul>
      )}
      {problem.hint !== undefined && <Box>{problem.hint}</Box>}
      {problem.requestId !== undefined && (
        <Box variant="small" color="text-body-secondary" display="block">
          {text.failure.request(problem.requestId)}
        </Box>
      )}
    </Alert>
  );
}
