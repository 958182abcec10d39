// The disk is full: row 72 of the faults that we promise to survive, on a small disk of its own. That takes the right
// to mount one; where this user has it not, the test is skipped and says so.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { endCommands, runCommand, startMain } from "../support/commands.ts";
import { callWith, type Reply } from "../support/server.ts";

const DISK_MB = 160;
/** What stays free: less than the first segment of the log that a flood of purchases asks for. */
const LEFT_BYTES = 512 * 1024;
/** How many purchases at most until the disk must be full: some 4 kB of log each. */
const PURCHASES_MAX = 30_000;
const AT_ONCE = 200;
const PATIENCE_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), "fedele-full-"));
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", folder]).status === 0;
if (!isMounted) process.stderr.write("A full disk was not tried: this user may not mount one.\n");

afterAll(async () => {
  await endCommands();
  if (isMounted) spawnSync("umount", ["--lazy", folder]);
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!isMounted)(
  "72: the disk is full: 503, nothing by halves; with room again it goes on by itself",
  async () => {
    // Passable for the account that Postgres runs under when the tests run as root.
    chmodSync(folder, 0o711);
    const data = join(folder, "data");
    const server = await startMain(data);
    const place = ["--currency", "EUR", "--timezone", "Europe/Rome", "--preset", "retail-points"];
    expect(await runCommand(data, "tenant", "create", "--name", "Shop", "--slug", "shop", ...place)).toMatchObject({
      code: 0,
    });
    const made = await runCommand(data, "key", "create", "--tenant", "shop", "--name", "till", "--json");
    const call = callWith(server.url, made.object.key);
    const member: string = (await call("POST", "/v1/members", {})).body.id;
    const buys = (document: string): Promise<Reply> =>
      call("POST", "/v1/activities", {
        source: "till",
        document,
        kind: "purchase",
        member: { id: member },
        lines: [{ product: "tea", quantityThousandths: 1_000, amountMinor: 100 }],
      });

    const { bavail, bsize } = statfsSync(folder);
    const ballast = join(folder, "ballast");
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES)));
    const taken = new Set<string>();
    const refused: Reply[] = [];
    for (let from = 0; refused.length === 0 && from < PURCHASES_MAX; from += AT_ONCE) {
      const documents = Array.from({ length: AT_ONCE }, (_, at) => `r-${from + at}`);
      const replies = await Promise.all(documents.map(buys));
      for (const [at, reply] of replies.entries()) {
        if (reply.status === 201) taken.add(documents[at] ?? "");
        else refused.push(reply);
      }
    }
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of refused) expect(reply).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect((await call("GET", "/health/live")).status).toBe(200);

    rmSync(ballast);
    const end = performance.now() + PATIENCE_MS;
    let last = await buys("r-last");
    while (last.status === 503 && performance.now() < end) {
      await sleep(100);
      last = await buys("r-last");
    }
    expect([200, 201]).toContain(last.status);
    const asked = [...taken].slice(-AT_ONCE);
    expect(new Set((await Promise.all(asked.map(buys))).map(({ status }) => status))).toEqual(new Set([200]));
    const { body } = await call("GET", `/v1/members/${member}/wallets`);
    // What was refused with an unknown outcome may have been booked; what was acknowledged has been.
    expect(body.items[0].total).toBeGreaterThanOrEqual(taken.size + 1);
    expect(body.items[0].total).toBeLessThanOrEqual(taken.size + 1 + refused.length);
    expect(await runCommand(data, "verify-ledger", "--json")).toMatchObject({ code: 0 });
  },
  240_000,
);
