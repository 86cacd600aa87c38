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
import { Brought } from "./Brought";
import { ChooseFiles } from "./ChooseFiles";
import { Stuck } from "./Stuck";
import { TrialReview } from "./TrialReview";
import { UnderWay } from "./UnderWay";
import { useBringing, type Bringing } from "./useBringing";

const UNFINISHED: ReadonlySet<string> = new Set(["CHECKING", "SENDING", "STUCK"]);

/** Where files are brought to the tenant named in the address. */
export function BringFilesPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.bring.action}
          above={[{ text: text.uploads.title, href: toUploads(tenant.slug) }]}
          active={toUploads(tenant.slug)}
          content={
            <ContentLayout
              header={
                <Header variant="h1" description={text.bring.lead}>
                  {text.bring.title(tenant.name)}
                </Header>
              }
            >
              {may(tenant, "event:put") ? (
                <BringFiles key={tenant.id} tenant={tenant} />
              ) : (
                <EmptyState title={text.bring.mayNot}>{text.bring.mayNotDetail}</EmptyState>
              )}
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}

function BringFiles({ tenant }: { tenant: TenantMembership }) {
  const [files, setFiles] = useState<File[]>([]);
  const bringing = useBringing(tenant.id);
  return (
    <>
      <LeaveGuard active={UNFINISHED.has(bringing.step.phase)} />
      <StepView
        tenant={tenant}
        bringing={bringing}
        files={files}
        onChange={setFiles}
        onAgain={() => {
          setFiles([]);
          bringing.startAnew();
        }}
      />
    </>
  );
}

interface Properties {
  tenant: TenantMembership;
  bringing: Bringing;
  files: File[];
  onChange: (files: File[]) => void;
  onAgain: () => void;
}

function StepView({ tenant, bringing, files, onChange, onAgain }: Properties) {
  const { step } = bringing;
  switch (step.phase) {
    case "CHOOSING":
      return (
        <ChooseFiles
          tenant={tenant}
          files={files}
          onChange={onChange}
          problem={step.problem}
          onBring={bringing.bring}
        />
      );
    case "CHECKING":
    case "SENDING":
      return <UnderWay tenant={tenant.id} step={step} onStop={bringing.stop} />;
    case "ASKING":
      return (
        <TrialReview
          tenant={tenant}
          order={step.order}
          trial={step.trial}
          onSend={bringing.confirm}
          onLeave={bringing.startAnew}
        />
      );
    case "STUCK":
      return <Stuck step={step} onGoOn={bringing.goOn} onEnd={bringing.endWithout} />;
    case "SENT":
      return <Brought tenant={tenant} upload={step.upload} onAgain={onAgain} />;
  }
}
