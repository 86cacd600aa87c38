import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useParams } from "react-router";
import { toProblem } from "../../api/client";
import { useStores } from "../../api/stores";
import type { TenantMembership, Upload } from "../../api/types";
import { useUpload } from "../../api/uploads";
import { toUploads } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { moment, size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { UploadOverview } from "./UploadOverview";

/** One upload, refreshed until its totals are final. */
export function UploadPage() {
  const id = useParams().upload ?? "";
  return <OfTenant>{(tenant) => <OneUpload key={id} tenant={tenant} id={id} />}</OfTenant>;
}

function OneUpload({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const upload = useUpload(tenant.id, id);
  const title = upload.data?.source ?? id;
  return (
    <TenantPage
      tenant={tenant}
      title={title}
      above={[{ text: text.uploads.title, href: toUploads(tenant.slug) }]}
      active={toUploads(tenant.slug)}
      content={
        <ContentLayout
          header={
            <Header variant="h1" info={upload.data?.dryRun && <Badge>{text.uploads.dryRun}</Badge>}>
              <span className="long-name">{title}</span>
            </Header>
          }
        >
          {upload.isError ? (
            <LoadFailed problem={toProblem(upload.error)} onRetry={() => void upload.refetch()} />
          ) : upload.data ? (
            <SpaceBetween size="l">
              <Details tenant={tenant.id} upload={upload.data} />
              <UploadOverview tenant={tenant.id} upload={upload.data} />
            </SpaceBetween>
          ) : (
            <Box textAlign="center" padding="xxl">
              <Spinner size="large" />
            </Box>
          )}
        </ContentLayout>
      }
    />
  );
}

function Details({ tenant, upload }: { tenant: string; upload: Upload }) {
  const stores = useStores(tenant);
  const store = stores.data?.find(({ id }) => id === upload.store)?.name ?? upload.store;
  return (
    <Container header={<Header variant="h2">{text.uploads.details}</Header>}>
      <KeyValuePairs
        columns={5}
        items={[
          { label: text.uploads.started, value: moment(upload.startedAt) },
          { label: text.uploads.ended, value: upload.endedAt ? moment(upload.endedAt) : "–" },
          { label: text.uploads.completed, value: upload.completedAt ? moment(upload.completedAt) : "–" },
          { label: text.uploads.size, value: size(upload.bytes) },
          { label: text.uploads.store, value: store ?? text.uploads.storeOfKind },
        ]}
      />
    </Container>
  );
}
