import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState, type ReactNode } from "react";
import { useDocument, useKeepDocument, type DocumentName, type Documents } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { LeaveGuard } from "../../components/LeaveGuard";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { refusalsOf, type FieldFaults } from "../schedules/draft";

/** How a document is edited: what stands in its fields, and what is sent of it. */
export interface DocumentForm<N extends DocumentName, I> {
  inputsOf: (document: Documents[N]) => I;
  /** Undefined while something is missing or wrong. */
  documentOf: (inputs: I, version: number) => Documents[N] | undefined;
  faultsOf: (inputs: I) => FieldFaults;
}

/** What the fields of a document are given. */
export interface DocumentPart<I> {
  inputs: I;
  faults: FieldFaults;
  mayWrite: boolean;
  /** @param isMoved whether rows are at other places now, so that refusals of places no longer hold */
  onChange: (changed: Partial<I>, isMoved?: boolean) => void;
}

interface Properties<N extends DocumentName, I> {
  tenant: TenantMembership;
  name: N;
  title: string;
  lead: string;
  form: DocumentForm<N, I>;
  fields: (part: DocumentPart<I>) => ReactNode;
  /** What is shown of the document as it is edited. */
  children?: (edited: Documents[N] | undefined) => ReactNode;
}

/** Edits a document of chargeback, which is kept as a whole. */
export function DocumentEditor<N extends DocumentName, I>(properties: Properties<N, I>) {
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

interface FormProperties<N extends DocumentName, I> extends Properties<N, I> {
  kept: Documents[N];
  keep: ReturnType<typeof useKeepDocument<N>>;
}

function Form<N extends DocumentName, I>(properties: FormProperties<N, I>) {
  const { tenant, title, lead, kept, keep, form, fields, children } = properties;
  const [initial] = useState(() => form.inputsOf(kept));
  const [inputs, setInputs] = useState(initial);
  const document = form.documentOf(inputs, kept.version);
  const mayWrite = may(tenant, "chargeback:write");
  const problem = keep.error ? toProblem(keep.error) : undefined;
  const isEdited = inputs !== initial;
  return (
    <SpaceBetween size="m">
      <LeaveGuard active={mayWrite && isEdited} />
      <Header
        variant="h1"
        description={lead}
        actions={
          mayWrite && (
            <Button
              variant="primary"
              disabled={document === undefined || !isEdited}
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
      {!mayWrite && <Alert type="info">{text.chargeback.mayNot}</Alert>}
      {problem && <LoadFailed problem={problem} />}
      {keep.isSuccess && !isEdited && <Alert type="success">{text.chargeback.saved}</Alert>}
      {fields({
        inputs,
        faults: { ...refusalsOf(problem?.violations), ...form.faultsOf(inputs) },
        mayWrite,
        onChange: (changed, isMoved = false) => {
          if (isMoved) {
            keep.reset();
          }
          setInputs((before) => ({ ...before, ...changed }));
        },
      })}
      {children?.(document)}
    </SpaceBetween>
  );
}
