// Installs exactly what package-lock.json names, and only when it changed since the last time.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const mark = "node_modules/.tarn-lock";

if (!existsSync(mark) || readFileSync(mark, "utf8") !== lock) {
  const install = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--no-progress"], { stdio: "inherit" });
  if (install.status !== 0) {
    process.exit(install.status ?? 1);
  }
  writeFileSync(mark, lock);
}
