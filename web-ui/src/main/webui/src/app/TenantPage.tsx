import AppLayout, { type AppLayoutProps } from "@cloudscape-design/components/app-layout";
import Box from "@cloudscape-design/components/box";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { useEffect, type ReactNode } from "react";
import { useOutletContext, useParams } from "react-router";
import { may, useMe } from "../api/session";
import type { Permission, TenantMembership } from "../api/types";
import { EmptyState } from "../components/EmptyState";
import { useFollow } from "../components/useFollow";
import { text } from "../i18n/en";
import {
  toAdapters,
  toAllocation,
  toApprovals,
  toChanges,
  toChannels,
  toChargeback,
  toDestinations,
  toEditor,
  toExclusions,
  toExports,
  toMeters,
  toQueries,
  toRates,
  toSchedules,
  toSigningKeys,
  toUploads,
} from "./links";
import { dressTab } from "./tenantColour";

/** Renders a page for the tenant named in the address, or "not found" for a tenant the user is no member of. */
export function OfTenant({ children }: { children: (tenant: TenantMembership) => ReactNode }) {
  const { tenant: slug } = useParams();
  const tenant = useMe().data?.tenants.find((each) => each.slug === slug || each.id === slug);
  return tenant ? (
    children(tenant)
  ) : (
    <Box padding="xxxl">
      <EmptyState title={text.tenants.nothingFound}>{text.tenants.notYours}</EmptyState>
    </Box>
  );
}

interface Properties extends Pick<
  AppLayoutProps,
  "content" | "contentType" | "splitPanel" | "splitPanelOpen" | "onSplitPanelToggle"
> {
  tenant: TenantMembership;
  title: string;
  /** Pages between the tenant and this one. */
  above?: { text: string; href: string }[];
  /** The page of the navigation to which this one belongs. */
  active: string;
}

/** Frame of a tenant's page: navigation, breadcrumbs and the tab's title. */
export function TenantPage({ tenant, title, above = [], active, ...layout }: Properties) {
  const [isOpen, setOpen] = useOutletContext<[boolean, (isOpen: boolean) => void]>();
  const follow = useFollow();
  useEffect(() => {
    dressTab(tenant, title);
  }, [tenant, title]);
  return (
    <AppLayout
      headerSelector="#header"
      toolsHide
      navigationOpen={isOpen}
      onNavigationChange={({ detail }) => {
        setOpen(detail.open);
      }}
      ariaLabels={{
        navigation: text.navigation.label,
        navigationToggle: text.navigation.open,
        navigationClose: text.navigation.close,
      }}
      navigation={
        <SideNavigation
          header={{ text: tenant.name, href: toEditor(tenant.slug) }}
          activeHref={active}
          items={pagesOf(tenant)}
          onFollow={follow}
        />
      }
      breadcrumbs={
        <BreadcrumbGroup
          items={[
            { text: tenant.name, href: toEditor(tenant.slug) },
            ...above,
            { text: title, href: window.location.pathname },
          ]}
          ariaLabel={text.navigation.path}
          expandAriaLabel={text.navigation.morePath}
          onFollow={follow}
        />
      }
      splitPanelPreferences={{ position: "side" }}
      onSplitPanelPreferencesChange={() => undefined}
      {...layout}
    />
  );
}

function pagesOf(tenant: TenantMembership): SideNavigationProps.Item[] {
  const link = (permission: Permission, label: string, href: string) =>
    may(tenant, permission) ? [{ type: "link" as const, text: label, href }] : [];
  return [
    { type: "link", text: text.editor.title, href: toEditor(tenant.slug) },
    ...link("catalogue:read", text.catalogue.title, toQueries(tenant.slug)),
    ...link("schedule:read", text.schedules.title, toSchedules(tenant.slug)),
    ...link("export:read", text.exports.title, toExports(tenant.slug)),
    ...link("change:read", text.changes.title, toChanges(tenant.slug)),
    ...link("approval:read", text.approvals.title, toApprovals(tenant.slug)),
    ...link("change:read", text.changes.rules.title, toExclusions(tenant.slug)),
    ...link("adapter:read", text.adapters.title, toAdapters(tenant.slug)),
    ...(may(tenant, "chargeback:read") ? [chargebackOf(tenant)] : []),
    ...link("upload:read", text.uploads.title, toUploads(tenant.slug)),
    ...link("destination:read", text.destinations.title, toDestinations(tenant.slug)),
    ...link("notification:read", text.channels.title, toChannels(tenant.slug)),
    ...link("export:read", text.keys.title, toSigningKeys(tenant.slug)),
  ];
}

function chargebackOf({ slug }: TenantMembership): SideNavigationProps.Item {
  return {
    type: "expandable-link-group",
    text: text.chargeback.title,
    href: toChargeback(slug),
    items: [
      { type: "link", text: text.chargeback.meters, href: toMeters(slug) },
      { type: "link", text: text.chargeback.allocation, href: toAllocation(slug) },
      { type: "link", text: text.chargeback.rates, href: toRates(slug) },
    ],
  };
}
