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

/** The upload of the imported files, refreshed until its totals are final. */
export function ImportedFiles({ tenant, upload, onAgain }: Properties) {
  const query = useUpload(tenant.id, upload);
  const follow = useFollow();
  return (
    <SpaceBetween size="l">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button href={toUpload(tenant.slug, upload)} onFollow={follow}>
              {text.imports.open}
            </Button>
            <Button iconName="upload" onClick={onAgain}>
              {text.imports.again}
            </Button>
          </SpaceBetween>
        }
      >
        {text.imports.imported(tenant.name)}
      </Header>
      {query.isError ? (
        <LoadFailed problem={toProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <UploadOverview tenant={tenant.id} upload={query.data} />
      ) : (
        <Box textAlign="center" padding="xxl">
          <Spinner size="large" />
        </Box>
      )}
    </SpaceBetween>
  );
}
