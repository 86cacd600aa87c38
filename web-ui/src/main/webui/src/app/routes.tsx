import type { RouteObject } from "react-router";
import { Shell } from "./Shell";

/** Pages of the console. Each has a builder of links to it, so that no other file writes addresses. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <Shell />,
    HydrateFallback: () => null,
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../features/tenants/TenantsPage")).TenantsPage }),
      },
      {
        path: "t/:tenant",
        lazy: async () => ({ Component: (await import("../features/editor/EditorPage")).EditorPage }),
      },
      {
        path: "t/:tenant/queries",
        lazy: async () => ({ Component: (await import("../features/catalogue/CataloguePage")).CataloguePage }),
      },
      {
        path: "t/:tenant/queries/:query",
        lazy: async () => ({ Component: (await import("../features/catalogue/KeptQueryPage")).KeptQueryPage }),
      },
      {
        path: "curation",
        lazy: async () => ({ Component: (await import("../features/curation/CurationPage")).CurationPage }),
      },
      {
        path: "t/:tenant/uploads",
        lazy: async () => ({ Component: (await import("../features/uploads/UploadsPage")).UploadsPage }),
      },
      {
        path: "t/:tenant/uploads/:upload",
        lazy: async () => ({ Component: (await import("../features/uploads/UploadPage")).UploadPage }),
      },
      {
        path: "t/:tenant/import",
        lazy: async () => ({ Component: (await import("../features/uploads/ImportPage")).ImportPage }),
      },
      {
        path: "t/:tenant/schedules",
        lazy: async () => ({ Component: (await import("../features/schedules/SchedulesPage")).SchedulesPage }),
      },
      {
        path: "t/:tenant/new-schedule",
        lazy: async () => ({ Component: (await import("../features/schedules/NewSchedulePage")).NewSchedulePage }),
      },
      {
        path: "t/:tenant/schedules/:schedule",
        lazy: async () => ({ Component: (await import("../features/schedules/SchedulePage")).SchedulePage }),
      },
      {
        path: "t/:tenant/schedules/:schedule/change",
        lazy: async () => ({
          Component: (await import("../features/schedules/ChangeSchedulePage")).ChangeSchedulePage,
        }),
      },
      {
        path: "t/:tenant/schedules/:schedule/runs/:run",
        lazy: async () => ({ Component: (await import("../features/schedules/RunPage")).RunPage }),
      },
      {
        path: "t/:tenant/exports",
        lazy: async () => ({ Component: (await import("../features/exports/ExportsPage")).ExportsPage }),
      },
      {
        path: "t/:tenant/exports/:export",
        lazy: async () => ({ Component: (await import("../features/exports/ExportPage")).ExportPage }),
      },
      {
        path: "t/:tenant/destinations",
        lazy: async () => ({ Component: (await import("../features/destinations/DestinationsPage")).DestinationsPage }),
      },
      {
        path: "t/:tenant/changes",
        lazy: async () => ({ Component: (await import("../features/changes/ChangesPage")).ChangesPage }),
      },
      {
        path: "t/:tenant/changes/:change",
        lazy: async () => ({ Component: (await import("../features/changes/ChangePage")).ChangePage }),
      },
      {
        path: "t/:tenant/change-settings",
        lazy: async () => ({
          Component: (await import("../features/changes/ChangeSettingsPage")).ChangeSettingsPage,
        }),
      },
      {
        path: "t/:tenant/exclusions",
        lazy: async () => ({ Component: (await import("../features/exclusions/ExclusionsPage")).ExclusionsPage }),
      },
      {
        path: "t/:tenant/notification-channels",
        lazy: async () => ({ Component: (await import("../features/channels/ChannelsPage")).ChannelsPage }),
      },
      {
        path: "t/:tenant/approvals",
        lazy: async () => ({ Component: (await import("../features/approvals/ApprovalsPage")).ApprovalsPage }),
      },
      {
        path: "t/:tenant/new-approval",
        lazy: async () => ({ Component: (await import("../features/approvals/NewApprovalPage")).NewApprovalPage }),
      },
      {
        path: "t/:tenant/approvals/:system/:approval",
        lazy: async () => ({ Component: (await import("../features/approvals/ApprovalPage")).ApprovalPage }),
      },
      {
        path: "t/:tenant/approval-adapters",
        lazy: async () => ({ Component: (await import("../features/adapters/AdaptersPage")).AdaptersPage }),
      },
      {
        path: "t/:tenant/chargeback",
        lazy: async () => ({ Component: (await import("../features/chargeback/ChargebackPage")).ChargebackPage }),
      },
      {
        path: "t/:tenant/chargeback/statements/:month",
        lazy: async () => ({ Component: (await import("../features/chargeback/StatementPage")).StatementPage }),
      },
      {
        path: "t/:tenant/chargeback/statements/:month/lines/:line",
        lazy: async () => ({ Component: (await import("../features/chargeback/LineEventsPage")).LineEventsPage }),
      },
      {
        path: "t/:tenant/chargeback/meters",
        lazy: async () => ({ Component: (await import("../features/chargeback/MetersPage")).MetersPage }),
      },
      {
        path: "t/:tenant/chargeback/meters/:meter",
        lazy: async () => ({ Component: (await import("../features/chargeback/MeterPage")).MeterPage }),
      },
      {
        path: "t/:tenant/chargeback/new-meter",
        lazy: async () => ({ Component: (await import("../features/chargeback/MeterPage")).NewMeterPage }),
      },
      {
        path: "t/:tenant/chargeback/allocation",
        lazy: async () => ({ Component: (await import("../features/chargeback/AllocationPage")).AllocationPage }),
      },
      {
        path: "t/:tenant/chargeback/rates",
        lazy: async () => ({ Component: (await import("../features/chargeback/RatesPage")).RatesPage }),
      },
      {
        path: "t/:tenant/signing-keys",
        lazy: async () => ({ Component: (await import("../features/keys/SigningKeysPage")).SigningKeysPage }),
      },
      {
        path: "*",
        lazy: async () => ({ Component: (await import("../features/tenants/TenantsPage")).TenantsPage }),
      },
    ],
  },
];
