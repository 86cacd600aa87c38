import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState, type ReactNode } from "react";
import { useDocument, useKeepDocument, type DocumentName, type KeptDocument } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { documentOf, textOf } from "./document";

interface Properties {
  tenant: TenantMembership;
  name: DocumentName;
  title: string;
  lead: string;
  /** What is shown of the document as it is edited. */
  children?: (edited: KeptDocument | undefined) => ReactNode;
}

/** Edits a document of chargeback as a whole. */
export function DocumentEditor(properties: Properties) {
  const kept = useDocument(properties.tenant.id, properties.name);
  const keep = useKeepDocument(properties.tenant.id, properties.name);
  if (kept.isError) {
    return <LoadFailed problem={toProblem(kept.error)} onRetry={() => void kept.refetch()} />;
  }
  return kept.data === undefined ? (
    <Loading />
  ) : (
    // A newer version begins the form anew.
    <Form key={kept.data.version} {...properties} kept={kept.data} keep={keep} />
  );
}

interface FormProperties extends Properties {
  kept: KeptDocument;
  keep: ReturnType<typeof useKeepDocument>;
}

function Form({ tenant, title, lead, kept, keep, children }: FormProperties) {
  const [edited, setEdited] = useState(() => textOf(kept));
  const document = documentOf(edited, kept.version);
  const mayWrite = may(tenant, "chargeback:write");
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={lead}
        actions={
          mayWrite && (
            <Button
              variant="primary"
              disabled={document === undefined}
              loading={keep.isPending}
              onClick={() => {
                if (document) {
                  keep.mutate(document);
                }
              }}
            >
              {text.chargeback.save}
            </Button>
          )
        }
      >
        {title}
      </Header>
      {keep.isError && <LoadFailed problem={toProblem(keep.error)} />}
      {keep.isSuccess && <Alert type="success">{text.chargeback.saved}</Alert>}
      <FormField
        stretch
        label={text.chargeback.document}
        errorText={document === undefined ? text.chargeback.noJson : undefined}
      >
        <Textarea
          value={edited}
          rows={24}
          spellcheck={false}
          readOnly={!mayWrite}
          onChange={({ detail }) => {
            setEdited(detail.value);
          }}
        />
      </FormField>
      {children?.(document)}
    </SpaceBetween>
  );
}
