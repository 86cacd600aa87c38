import Button from "@cloudscape-design/components/button";
import Alert from "@cloudscape-design/components/alert";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState, type ReactNode } from "react";
import { useNavigate, useParams } from "react-router";
import { useDeleteMeter, useMeters, type Meter } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toMeters } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { MeterEditor } from "./MeterEditor";
import { inputsOf, NEW, OPTIONAL } from "./meterForm";

/** The form of a new meter. */
export function NewMeterPage() {
  return (
    <MeterFrame title={text.chargeback.meterForm.create}>
      {(tenant) => (
        <ContentLayout header={<Header variant="h1">{text.chargeback.meterForm.create}</Header>}>
          <MeterEditor key={tenant.id} tenant={tenant} initial={NEW} base={undefined} />
        </ContentLayout>
      )}
    </MeterFrame>
  );
}

/** One meter: a tenant's own as a form, one of Tarn to be read. */
export function MeterPage() {
  const { meter = "" } = useParams();
  return (
    <MeterFrame title={meter}>
      {(tenant) => <Loaded key={`${tenant.id} ${meter}`} tenant={tenant} id={meter} />}
    </MeterFrame>
  );
}

function MeterFrame({ title, children }: { title: string; children: (tenant: TenantMembership) => ReactNode }) {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={title}
          above={[{ text: text.chargeback.meters, href: toMeters(tenant.slug) }]}
          active={toMeters(tenant.slug)}
          content={children(tenant)}
        />
      )}
    </OfTenant>
  );
}

function Loaded({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const meters = useMeters(tenant.id);
  const deletion = useDeleteMeter(tenant.id);
  if (meters.isError) {
    return <LoadFailed problem={toProblem(meters.error)} onRetry={() => void meters.refetch()} />;
  }
  if (meters.data === undefined) {
    return <Loading />;
  }
  const meter = meters.data.find((each) => each.id === id);
  if (meter === undefined && !deletion.isIdle) {
    return <Loading />;
  }
  if (meter === undefined) {
    return <Alert type="error">{text.chargeback.meterForm.unknown}</Alert>;
  }
  return meter.builtIn || !may(tenant, "chargeback:write") ? (
    <ContentLayout header={<Header variant="h1">{meter.name}</Header>}>
      <Details meter={meter} />
    </ContentLayout>
  ) : (
    <ContentLayout
      header={
        <Header variant="h1" actions={<Deletion tenant={tenant} meter={meter} deletion={deletion} />}>
          {text.chargeback.meterForm.change(meter.name)}
        </Header>
      }
    >
      <MeterEditor tenant={tenant} initial={inputsOf(meter)} base={meter} />
    </ContentLayout>
  );
}

function Details({ meter }: { meter: Meter }) {
  const words = text.chargeback;
  const { columns } = meter;
  return (
    <SpaceBetween size="m">
      <Alert type="info">{meter.builtIn ? words.meterForm.ofTarn : words.mayNot}</Alert>
      <KeyValuePairs
        columns={4}
        items={[
          { label: words.meterForm.id, value: <code>{meter.id}</code> },
          { label: words.unit, value: meter.unit },
          { label: words.meterForm.quantity, value: <code>{columns.quantity}</code> },
          { label: words.meterForm.time, value: <code>{columns.time}</code> },
          { label: words.meterForm.payers, value: <code>{columns.payers.join(", ")}</code> },
          ...OPTIONAL.filter((column) => columns[column] !== undefined).map((column) => ({
            label: words.rules.patterns[column],
            value: <code>{columns[column]}</code>,
          })),
        ]}
      />
      <pre className="statement">{meter.statement}</pre>
    </SpaceBetween>
  );
}

interface DeletionProperties {
  tenant: TenantMembership;
  meter: Meter;
  /** Of the page, which is still there when the meter is not. */
  deletion: ReturnType<typeof useDeleteMeter>;
}

function Deletion({ tenant, meter, deletion }: DeletionProperties) {
  const words = text.chargeback.meterForm;
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setAsked(true);
        }}
      >
        {words.delete}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={words.deleteTitle(meter.name)}
          confirm={words.delete}
          cancel={text.chargeback.cancel}
          isPending={deletion.isPending}
          failure={deletion.error}
          onDismiss={() => {
            setAsked(false);
          }}
          onConfirm={() => {
            deletion.mutate(meter, { onSuccess: () => void navigate(toMeters(tenant.slug)) });
          }}
        >
          {words.deleteDetail}
        </ConfirmDialog>
      )}
    </>
  );
}
