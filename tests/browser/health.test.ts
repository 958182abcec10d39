// How Fedele is, on the screen: nothing to do, something to do, and a log that somebody has meddled with.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucketOf, fromTypeId } from "../../server/platform/ids.ts";
import { atConsole, lookAt, openBrowser } from "../support/browser.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    ground: async () => ({
      disk: { state: "ok", freeBytes: 41 * 1024 ** 3 },
      clock: { state: "ok", apartMs: 3 },
      backup: { state: "ok", kind: "taken", takenAt: "2026-03-02T02:17:00Z", verifiedAt: "2026-03-02T02:19:00Z" },
    }),
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function givesUp(): Promise<void> {
  const { body } = await server.call("POST", "/v1/members", { name: "Ana" });
  const memberId = fromTypeId("mem", body.id);
  const id = "019c0000-0000-7000-8000-000000000001";
  const event = { id, type: "transfer.sent", bucket: bucketOf(memberId), memberId, at: 0, data: {} };
  await asAdmin(
    `insert into processed_events (bucket, tenant_id, listener, event_id, attempts, dead, event, error, created_at)
     values (${bucketOf(memberId)}, '${server.tenant.id}', 'transfers', '${id}', 10, true,
       '${JSON.stringify(event)}', 'Error: there is no wallet of this points type', '2026-03-02T08:00:00Z')`,
    await nameOf(server.db),
  );
}

test("the owner sees that all is well, has what was given up tried again, and is told of a broken log", async () => {
  await givesUp();
  const { page, complaints } = await atConsole(browser, server, { path: "/settings/health" });
  await page.getByText("1 event was given up").waitFor();
  await page.getByText("41 GB are free.").waitFor();
  await lookAt(page, "settings-health");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Nothing was given up.").waitFor();

  await server.call("PATCH", "/v1/tenant", { name: "Bottega" });
  await server.call("PATCH", "/v1/tenant", { name: "Bottega Neri" });
  await asAdmin("delete from audit_entries where place = 2", await nameOf(server.db));
  await page.goto("/settings/audit");
  await page.getByText("The chain is broken.").waitFor();
  await page.getByText("Missing entries: 2.").waitFor();
  await lookAt(page, "settings-audit-broken");
  expect(complaints).toEqual([]);
});
