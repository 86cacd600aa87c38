import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import Toggle from "@cloudscape-design/components/toggle";
import { useState } from "react";
import { useChannels } from "../../api/channels";
import { useChangeSettings, useKeepChangeSettings } from "../../api/changes";
import type { ChangeSettings } from "../../api/changeTypes";
import { toProblem, type Versioned } from "../../api/client";
import { may } from "../../api/session";
import { useStores } from "../../api/stores";
import type { TenantMembership } from "../../api/types";
import { toChanges } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LeaveGuard } from "../../components/LeaveGuard";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import type { Unit } from "../schedules/amounts";
import { AmountField, TextField } from "../schedules/fields";
import { faultsOf, inputsOf, refusalsOf, settingsOf, type SettingsInputs } from "./settingsForm";

const DEFAULT_STORE = "$EDS_ID";
const UNITS: readonly Unit[] = ["seconds", "minutes", "hours", "days"];

/** How the changes of a tenant are read, judged and told. */
export function ChangeSettingsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.changes.settings.title}
          above={[{ text: text.changes.title, href: toChanges(tenant.slug) }]}
          active={toChanges(tenant.slug)}
          content={
            <ContentLayout
              header={
                <Header variant="h1" description={text.changes.settings.lead(tenant.name)}>
                  {text.changes.settings.title}
                </Header>
              }
            >
              <Loaded key={tenant.id} tenant={tenant} />
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}

function Loaded({ tenant }: { tenant: TenantMembership }) {
  const kept = useChangeSettings(tenant.id);
  const keep = useKeepChangeSettings(tenant.id);
  if (kept.isError) {
    return <LoadFailed problem={toProblem(kept.error)} onRetry={() => void kept.refetch()} />;
  }
  return kept.data === undefined ? (
    <Loading />
  ) : (
    // A newer version begins the form anew.
    <SettingsForm key={kept.data.version} tenant={tenant} kept={kept.data} keep={keep} />
  );
}

interface Properties {
  tenant: TenantMembership;
  kept: Versioned<ChangeSettings>;
  keep: ReturnType<typeof useKeepChangeSettings>;
}

function SettingsForm({ tenant, kept, keep }: Properties) {
  const words = text.changes.settings;
  const [initial] = useState(() => inputsOf(kept.value));
  const [inputs, setInputs] = useState(initial);
  const mayWrite = may(tenant, "change-rule:write");
  const problem = keep.error ? toProblem(keep.error) : undefined;
  const faults = { ...refusalsOf(problem?.violations), ...faultsOf(inputs) };
  const settings = settingsOf(inputs);
  const change = (changed: Partial<SettingsInputs>) => {
    setInputs((before) => ({ ...before, ...changed }));
  };
  const duration = (name: "waitingTime" | "clockSkew" | "groupGap") => (
    <AmountField
      label={words[name]}
      constraint={words[`${name}Hint`]}
      error={faults[name]}
      units={UNITS}
      value={inputs[name]}
      onChange={(value) => {
        change({ [name]: value });
      }}
    />
  );
  return (
    <Form
      actions={
        mayWrite && (
          <Button
            variant="primary"
            disabled={settings === undefined}
            loading={keep.isPending}
            onClick={() => {
              if (settings !== undefined) {
                keep.mutate({ value: settings, version: kept.version });
              }
            }}
          >
            {words.save}
          </Button>
        )
      }
    >
      <LeaveGuard active={mayWrite && inputs !== initial} />
      <SpaceBetween size="l">
        {!mayWrite && <Alert type="info">{words.mayNot}</Alert>}
        {problem && <LoadFailed problem={problem} />}
        {keep.isSuccess && inputs === initial && <Alert type="success">{words.saved}</Alert>}
        <Container header={<Header variant="h2">{words.judging}</Header>}>
          <SpaceBetween size="m">
            <ColumnLayout columns={3}>
              {duration("waitingTime")}
              {duration("clockSkew")}
              {duration("groupGap")}
            </ColumnLayout>
            <FormField
              stretch
              label={words.breakGlass}
              constraintText={words.breakGlassHint}
              errorText={faults.breakGlass}
            >
              <Textarea
                value={inputs.breakGlass}
                rows={3}
                spellcheck={false}
                onChange={({ detail }) => {
                  change({ breakGlass: detail.value });
                }}
              />
            </FormField>
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{words.reading}</Header>}>
          <SpaceBetween size="m">
            <ColumnLayout columns={2}>
              <StoresField tenant={tenant.id} inputs={inputs} onChange={change} fault={faults.stores} />
              <TextField
                label={words.fromPosition}
                constraint={words.fromPositionHint}
                error={faults.fromPosition}
                value={inputs.fromPosition}
                onChange={(fromPosition) => {
                  change({ fromPosition });
                }}
              />
            </ColumnLayout>
            <Toggle
              checked={inputs.hasDataEvents}
              onChange={({ detail }) => {
                change({ hasDataEvents: detail.checked });
              }}
            >
              {words.dataEvents}
            </Toggle>
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{words.telling}</Header>}>
          <ChannelsField tenant={tenant} inputs={inputs} onChange={change} fault={faults.channels} />
        </Container>
      </SpaceBetween>
    </Form>
  );
}

interface ChoiceProperties {
  inputs: SettingsInputs;
  onChange: (changed: Partial<SettingsInputs>) => void;
  fault: string | undefined;
}

function StoresField({ tenant, inputs, onChange, fault }: ChoiceProperties & { tenant: string }) {
  const words = text.changes.settings;
  const stores = useStores(tenant).data ?? [];
  const isKnown = (store: string) => store === DEFAULT_STORE || stores.some(({ name }) => name === store);
  const options = [
    { value: DEFAULT_STORE, label: words.defaultStore },
    ...stores.filter(({ isDefault }) => !isDefault).map(({ name }) => ({ value: name, label: name })),
    // Settings may name stores by their ids, too.
    ...inputs.stores
      .filter((store) => !isKnown(store))
      .map((store) => ({ value: store, label: stores.find(({ id }) => id === store)?.name ?? store })),
  ];
  return (
    <FormField label={words.stores} errorText={fault}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => inputs.stores.includes(value))}
        placeholder={words.chooseStores}
        deselectAriaLabel={({ label = "" }) => words.remove(label)}
        onChange={({ detail }) => {
          onChange({ stores: detail.selectedOptions.flatMap(({ value }) => value ?? []) });
        }}
      />
    </FormField>
  );
}

function ChannelsField({ tenant, inputs, onChange, fault }: ChoiceProperties & { tenant: TenantMembership }) {
  const words = text.changes.settings;
  const channels = useChannels(tenant.id, may(tenant, "notification:read")).data ?? [];
  const options = [
    ...channels.map(({ id, name, kind }) => ({ value: id, label: name, tags: [text.channels.kinds[kind]] })),
    ...inputs.channels
      .filter((channel) => channels.every(({ id }) => id !== channel))
      .map((channel) => ({ value: channel, label: words.channelGone })),
  ];
  return (
    <FormField label={words.channels} constraintText={words.channelsHint} errorText={fault}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => inputs.channels.includes(value))}
        placeholder={words.chooseChannels}
        empty={words.noChannels}
        deselectAriaLabel={({ label = "" }) => words.remove(label)}
        onChange={({ detail }) => {
          onChange({ channels: detail.selectedOptions.flatMap(({ value }) => value ?? []) });
        }}
      />
    </FormField>
  );
}
