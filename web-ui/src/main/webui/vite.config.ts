import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const edge = process.env.TARN_EDGE_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: Object.fromEntries(["/v1", "/sign-in", "/sign-out"].map((path) => [path, { target: edge }])),
  },
  build: {
    target: "es2023",
    // The safety policy of the edge lets nothing in that is written into the page itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  test: {
    environment: "node",
    reporters: ["default", ["junit", { outputFile: "../../../target/surefire-reports/TEST-vitest.xml" }]],
  },
});
