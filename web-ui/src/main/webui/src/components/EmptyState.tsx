import Box from "@cloudscape-design/components/box";
import type { ReactNode } from "react";

/** Message in place of an empty list, with its reason. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box textAlign="center" color="inherit" padding="l">
      <Box variant="strong" display="block" padding={{ bottom: "xxs" }}>
        {title}
      </Box>
      <Box color="text-body-secondary">{children}</Box>
    </Box>
  );
}
