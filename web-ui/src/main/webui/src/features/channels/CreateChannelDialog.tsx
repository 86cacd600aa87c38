import Alert from "@cloudscape-design/components/alert";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useCreateChannel } from "../../api/channels";
import { toProblem } from "../../api/client";
import type { ChannelKind } from "../../api/schedulerTypes";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { channelOf, EMPTY, isComplete } from "./channelForm";

/** Asks whom a channel tells, and shows the secret of a webhook once. */
export function CreateChannelDialog({ tenant, onEnd }: { tenant: string; onEnd: () => void }) {
  const create = useCreateChannel(tenant);
  const [inputs, setInputs] = useState(EMPTY);
  const violations = create.error ? (toProblem(create.error).violations ?? []) : [];
  const faultOf = (name: string) => violations.find(({ field }) => field.startsWith(name))?.reason;
  const secret = create.data?.secret;
  if (secret !== undefined) {
    return <SecretShown secret={secret} onEnd={onEnd} />;
  }
  return (
    <ConfirmDialog
      title={text.channels.create}
      confirm={text.channels.create}
      cancel={text.channels.cancel}
      isPending={create.isPending}
      isDisabled={!isComplete(inputs)}
      failure={violations.length > 0 ? null : create.error}
      onDismiss={onEnd}
      onConfirm={() => {
        create.mutate(channelOf(inputs), {
          onSuccess: (made) => {
            if (made.secret === undefined) {
              onEnd();
            }
          },
        });
      }}
    >
      <FormField label={text.channels.name} errorText={faultOf("name")}>
        <Input
          value={inputs.name}
          onChange={({ detail }) => {
            setInputs({ ...inputs, name: detail.value });
          }}
        />
      </FormField>
      <SegmentedControl
        label={text.channels.kind}
        selectedId={inputs.kind}
        options={Object.entries(text.channels.kinds).map(([id, label]) => ({ id, text: label }))}
        onChange={({ detail }) => {
          setInputs({ ...inputs, kind: detail.selectedId as ChannelKind });
        }}
      />
      {inputs.kind === "email" ? (
        <FormField
          label={text.channels.addresses}
          constraintText={text.channels.addressesHint}
          errorText={faultOf("addresses")}
        >
          <Textarea
            value={inputs.addresses}
            onChange={({ detail }) => {
              setInputs({ ...inputs, addresses: detail.value });
            }}
          />
        </FormField>
      ) : (
        <FormField label={text.channels.url} constraintText={text.channels.urlHint} errorText={faultOf("url")}>
          <Input
            value={inputs.url}
            autoComplete={false}
            onChange={({ detail }) => {
              setInputs({ ...inputs, url: detail.value });
            }}
          />
        </FormField>
      )}
    </ConfirmDialog>
  );
}

function SecretShown({ secret, onEnd }: { secret: string; onEnd: () => void }) {
  return (
    <ConfirmDialog
      title={text.channels.secretTitle}
      confirm={text.channels.done}
      cancel={text.channels.cancel}
      isPending={false}
      failure={null}
      onDismiss={onEnd}
      onConfirm={onEnd}
    >
      <Alert type="warning">{text.channels.secretOnce}</Alert>
      <CopyToClipboard
        variant="inline"
        textToCopy={secret}
        copyButtonAriaLabel={text.channels.copySecret}
        copySuccessText={text.result.copied}
        copyErrorText={text.result.notCopied}
      />
    </ConfirmDialog>
  );
}
