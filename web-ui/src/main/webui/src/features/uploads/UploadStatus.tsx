import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { FileState, UploadState } from "../../api/types";
import { text } from "../../i18n/en";

const LOOKS: Record<UploadState, StatusIndicatorProps.Type> = {
  RECEIVING: "in-progress",
  WRITING: "in-progress",
  COMPLETED: "success",
  FAILED: "error",
  PURGING: "in-progress",
  PURGED: "stopped",
};

const FILE_LOOKS: Record<FileState, StatusIndicatorProps.Type> = {
  RECEIVING: "in-progress",
  RECEIVED: "success",
  FAILED: "error",
};

/** State of an upload. */
export function UploadStatus({ state }: { state: UploadState }) {
  return (
    <span className="state">
      <StatusIndicator type={LOOKS[state]}>{text.uploads.states[state]}</StatusIndicator>
    </span>
  );
}

/** State of a file in an upload. */
export function FileStatus({ state }: { state: FileState }) {
  return (
    <span className="state">
      <StatusIndicator type={FILE_LOOKS[state]}>{text.uploads.fileStates[state]}</StatusIndicator>
    </span>
  );
}
