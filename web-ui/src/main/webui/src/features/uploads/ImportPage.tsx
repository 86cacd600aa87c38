import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toUploads } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { LeaveGuard } from "../../components/LeaveGuard";
import { text } from "../../i18n/en";
import { ImportedFiles } from "./ImportedFiles";
import { ChooseFiles } from "./ChooseFiles";
import { FailedFiles } from "./FailedFiles";
import { DryRunReview } from "./DryRunReview";
import { UploadProgress } from "./UploadProgress";
import { useImport, type Import } from "./useImport";

const UNFINISHED: ReadonlySet<string> = new Set(["DRY_RUN", "UPLOADING", "INCOMPLETE"]);

/** Import of files into the tenant named in the address. */
export function ImportPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.imports.action}
          above={[{ text: text.uploads.title, href: toUploads(tenant.slug) }]}
          active={toUploads(tenant.slug)}
          content={
            <ContentLayout
              header={
                <Header variant="h1" description={text.imports.lead}>
                  {text.imports.title(tenant.name)}
                </Header>
              }
            >
              {may(tenant, "event:put") ? (
                <ImportFiles key={tenant.id} tenant={tenant} />
              ) : (
                <EmptyState title={text.imports.mayNot}>{text.imports.mayNotDetail}</EmptyState>
              )}
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}

function ImportFiles({ tenant }: { tenant: TenantMembership }) {
  const [files, setFiles] = useState<File[]>([]);
  const current = useImport(tenant.id);
  return (
    <>
      <LeaveGuard active={UNFINISHED.has(current.step.phase)} />
      <StepView
        tenant={tenant}
        current={current}
        files={files}
        onChange={setFiles}
        onAgain={() => {
          setFiles([]);
          current.reset();
        }}
      />
    </>
  );
}

interface Properties {
  tenant: TenantMembership;
  current: Import;
  files: File[];
  onChange: (files: File[]) => void;
  onAgain: () => void;
}

function StepView({ tenant, current, files, onChange, onAgain }: Properties) {
  const { step } = current;
  switch (step.phase) {
    case "CHOOSING":
      return (
        <ChooseFiles
          tenant={tenant}
          files={files}
          onChange={onChange}
          problem={step.problem}
          onImport={current.start}
        />
      );
    case "DRY_RUN":
    case "UPLOADING":
      return <UploadProgress tenant={tenant.id} step={step} onStop={current.stop} />;
    case "REVIEW":
      return (
        <DryRunReview
          tenant={tenant}
          request={step.request}
          result={step.result}
          onConfirm={current.confirm}
          onCancel={current.reset}
        />
      );
    case "INCOMPLETE":
      return <FailedFiles step={step} onResume={current.resume} onClose={current.closeWithout} />;
    case "UPLOADED":
      return <ImportedFiles tenant={tenant} upload={step.upload} onAgain={onAgain} />;
  }
}
