import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { text } from "../i18n/en";

/** Asks for confirmation before a page with unfinished work is left. */
export function LeaveGuard({ active }: { active: boolean }) {
  const blocker = useBlocker(active);
  useEffect(() => {
    if (!active) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [active]);
  return (
    <Modal
      visible={blocker.state === "blocked"}
      header={text.leaving.title}
      closeAriaLabel={text.leaving.stay}
      onDismiss={() => blocker.reset?.()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => blocker.reset?.()}>
              {text.leaving.stay}
            </Button>
            <Button variant="primary" onClick={() => blocker.proceed?.()}>
              {text.leaving.leave}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {text.leaving.detail}
    </Modal>
  );
}
