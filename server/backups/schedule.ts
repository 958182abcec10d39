// The backup that a serving process takes every day where BACKUP_FOLDER says where to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { BackupConfig } from "../config.ts";
import type { Heartbeat } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));
const MINUTE = 17;
const TIMEOUT_SECONDS = 6 * 60 * 60;

export function backupHeartbeats({ folder, hour }: BackupConfig, log: Log): Heartbeat[] {
  if (folder === undefined) return [];
  const run = async (): Promise<void> => {
    await runBackup();
    log.info({ folder }, "a backup was taken and verified");
  };
  return [{ name: "backup", cron: `${MINUTE} ${hour} * * *`, timeoutSeconds: TIMEOUT_SECONDS, run }];
}

/** In a process of its own: packing and verifying would take the time of those who are served. */
async function runBackup(): Promise<void> {
  const child = spawn(process.execPath, [cli, "backup", "--verify"], { stdio: ["ignore", "ignore", "pipe"] });
  let words = "";
  child.stderr.on("data", (chunk) => {
    words = `${words}${chunk}`.slice(-2_000);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The backup failed: ${words.trim()}`);
}
