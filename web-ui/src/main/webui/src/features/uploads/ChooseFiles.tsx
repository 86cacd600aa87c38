import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FileUpload from "@cloudscape-design/components/file-upload";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useStores } from "../../api/stores";
import type { Problem, TenantMembership } from "../../api/types";
import { toUploads } from "../../app/links";
import { size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { named } from "./names";
import type { ImportRequest } from "./dryRun";

const SHOWN_FILES = 8;
const BY_CATEGORY: SelectProps.Option = { value: "", label: text.uploads.storeOfKind };

interface Properties {
  tenant: TenantMembership;
  files: File[];
  onChange: (files: File[]) => void;
  problem: Problem | undefined;
  onImport: (request: ImportRequest) => void;
}

/** Form for the files to import and their event data store. */
export function ChooseFiles({ tenant, files, onChange, problem, onImport }: Properties) {
  const [store, setStore] = useState<SelectProps.Option>(BY_CATEGORY);
  const follow = useFollow();
  const start = () => {
    onImport({ files: named(files), ...(store.value ? { store: store.value } : {}) });
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" href={toUploads(tenant.slug)} onFollow={follow}>
            {text.imports.cancel}
          </Button>
          <Button variant="primary" iconName="upload" disabled={files.length === 0} onClick={start}>
            {text.imports.action}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {problem && <LoadFailed problem={problem} onRetry={start} />}
        <Container>
          <SpaceBetween size="l">
            <FormField label={text.imports.files} description={text.imports.filesHint}>
              <FileUpload
                multiple
                showFileSize
                tokenLimit={SHOWN_FILES}
                value={files}
                onChange={({ detail }) => {
                  onChange(detail.value);
                }}
                i18nStrings={{
                  uploadButtonText: text.imports.choose,
                  dropzoneText: text.imports.drop,
                  removeFileAriaLabel: (_, name) => text.imports.remove(name),
                  limitShowFewer: text.imports.fewer,
                  limitShowMore: text.imports.more,
                  errorIconAriaLabel: text.imports.error,
                  warningIconAriaLabel: text.imports.warning,
                  formatFileSize: size,
                }}
              />
            </FormField>
            <StoreField tenant={tenant.id} store={store} onChange={setStore} />
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Form>
  );
}

interface StoreProperties {
  tenant: string;
  store: SelectProps.Option;
  onChange: (store: SelectProps.Option) => void;
}

function StoreField({ tenant, store, onChange }: StoreProperties) {
  const stores = useStores(tenant);
  const options = (stores.data ?? []).map(({ id, name, category }) => ({
    value: id,
    label: name,
    description: category,
  }));
  return (
    <FormField label={text.imports.store} description={text.imports.storeHint}>
      <Select
        selectedOption={store}
        options={[BY_CATEGORY, ...options]}
        onChange={({ detail }) => {
          onChange(detail.selectedOption);
        }}
        statusType={stores.isPending ? "loading" : stores.isError ? "error" : "finished"}
        loadingText={text.imports.storesLoading}
        errorText={text.imports.storesFailed}
        recoveryText={text.failure.retry}
        onLoadItems={() => {
          if (stores.isError) {
            void stores.refetch();
          }
        }}
      />
    </FormField>
  );
}
