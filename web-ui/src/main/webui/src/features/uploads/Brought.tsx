import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { useUpload } from "../../api/uploads";
import { toUpload } from "../../app/links";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { UploadOverview } from "./UploadOverview";

interface Properties {
  tenant: TenantMembership;
  upload: string;
  onAgain: () => void;
}

/** What came of the files, followed until the last event is written. */
export function Brought({ tenant, upload, onAgain }: Properties) {
  const seen = useUpload(tenant.id, upload);
  const follow = useFollow();
  return (
    <SpaceBetween size="l">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button href={toUpload(tenant.slug, upload)} onFollow={follow}>
              {text.bring.open}
            </Button>
            <Button iconName="upload" onClick={onAgain}>
              {text.bring.again}
            </Button>
          </SpaceBetween>
        }
      >
        {text.bring.sent(tenant.name)}
      </Header>
      {seen.isError ? (
        <LoadFailed problem={toProblem(seen.error)} onRetry={() => void seen.refetch()} />
      ) : seen.data ? (
        <UploadOverview tenant={tenant.id} upload={seen.data} />
      ) : (
        <Box textAlign="center" padding="xxl">
          <Spinner size="large" />
        </Box>
      )}
    </SpaceBetween>
  );
}
