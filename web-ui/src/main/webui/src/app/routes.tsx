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
        path: "*",
        lazy: async () => ({ Component: (await import("../features/tenants/TenantsPage")).TenantsPage }),
      },
    ],
  },
];
