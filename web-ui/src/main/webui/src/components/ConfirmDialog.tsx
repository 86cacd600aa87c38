import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { toProblem } from "../api/client";
import { LoadFailed } from "./LoadFailed";

interface Properties {
  title: string;
  confirm: string;
  cancel: string;
  isPending: boolean;
  isDisabled?: boolean;
  /** Why what was confirmed has failed. */
  failure: Error | null;
  onConfirm: () => void;
  onDismiss: () => void;
  children: ReactNode;
}

/** Asks before something is done, and says why it could not be done. */
export function ConfirmDialog(properties: Properties) {
  const { title, confirm, cancel, isPending, isDisabled = false, failure, onConfirm, onDismiss, children } = properties;
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={cancel}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {cancel}
            </Button>
            <Button variant="primary" loading={isPending} disabled={isDisabled} onClick={onConfirm}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure && <LoadFailed problem={toProblem(failure)} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
