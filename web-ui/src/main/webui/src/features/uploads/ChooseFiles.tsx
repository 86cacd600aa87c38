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
import type { Order } from "./trial";

const SHOWN_FILES = 8;
const OF_KIND: SelectProps.Option = { value: "", label: text.uploads.storeOfKind };

interface Properties {
  tenant: TenantMembership;
  files: File[];
  onChange: (files: File[]) => void;
  problem: Problem | undefined;
  onBring: (order: Order) => void;
}

/** Which files, and into which store. */
export function ChooseFiles({ tenant, files, onChange, problem, onBring }: Properties) {
  const [store, setStore] = useState<SelectProps.Option>(OF_KIND);
  const follow = useFollow();
  const bring = () => {
    onBring({ files: named(files), ...(store.value ? { store: store.value } : {}) });
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" href={toUploads(tenant.slug)} onFollow={follow}>
            {text.bring.cancel}
          </Button>
          <Button variant="primary" iconName="upload" disabled={files.length === 0} onClick={bring}>
            {text.bring.action}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {problem && <LoadFailed problem={problem} onRetry={bring} />}
        <Container>
          <SpaceBetween size="l">
            <FormField label={text.bring.files} description={text.bring.filesHint}>
              <FileUpload
                multiple
                showFileSize
                tokenLimit={SHOWN_FILES}
                value={files}
                onChange={({ detail }) => {
                  onChange(detail.value);
                }}
                i18nStrings={{
                  uploadButtonText: text.bring.choose,
                  dropzoneText: text.bring.drop,
                  removeFileAriaLabel: (_, name) => text.bring.remove(name),
                  limitShowFewer: text.bring.fewer,
                  limitShowMore: text.bring.more,
                  errorIconAriaLabel: text.bring.error,
                  warningIconAriaLabel: text.bring.warning,
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
    <FormField label={text.bring.store} description={text.bring.storeHint}>
      <Select
        selectedOption={store}
        options={[OF_KIND, ...options]}
        onChange={({ detail }) => {
          onChange(detail.selectedOption);
        }}
        statusType={stores.isPending ? "loading" : stores.isError ? "error" : "finished"}
        loadingText={text.bring.storesLoading}
        errorText={text.bring.storesFailed}
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
