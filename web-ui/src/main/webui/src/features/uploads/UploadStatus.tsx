import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { FileState, UploadState } from "../../api/types";
import { text } from "../../i18n/en";

const LOOKS: Record<UploadState, StatusIndicatorProps.Type> = {
  RECEIVING: "in-progress",
  WRITING: "in-progress",
  COMPLETED: "success",
  FAILED: "error",
  WITHDRAWING: "in-progress",
  WITHDRAWN: "stopped",
};

const FILE_LOOKS: Record<FileState, StatusIndicatorProps.Type> = {
  RECEIVING: "in-progress",
  TAKEN: "success",
  BROKEN: "error",
};

/** How far an upload is. */
export function UploadStatus({ state }: { state: UploadState }) {
  return <StatusIndicator type={LOOKS[state]}>{text.uploads.states[state]}</StatusIndicator>;
}

/** How far a file of it is. */
export function FileStatus({ state }: { state: FileState }) {
  return <StatusIndicator type={FILE_LOOKS[state]}>{text.uploads.fileStates[state]}</StatusIndicator>;
}
