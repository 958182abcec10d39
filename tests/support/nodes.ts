// Several plain Postgres in place of a distributed one: each node has the members of its own buckets, every node a copy
// of the tenant's configuration. What a distributed engine promises only by rule is impossible here: no transaction can
// reach two nodes.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { presetNamed } from "@fedele/core/presets.ts";
import { ledgerListeners } from "../../server/modules/ledger/listeners.ts";
import { enrolMember } from "../../server/modules/members/members.ts";
import { installPreset } from "../../server/modules/programme/presets.ts";
import { createTenant } from "../../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../../server/parts.ts";
import { type Clock, systemClock } from "../../server/platform/clock.ts";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import { readClusterFile } from "../../server/platform/database/clusterFile.ts";
import { connect } from "../../server/platform/database/connections.ts";
import { type Database, databaseAt } from "../../server/platform/database/database.ts";
import { startEmbedded } from "../../server/platform/database/embedded.ts";
import { makeDataFolder } from "../../server/platform/database/places.ts";
import { postgresOn } from "../../server/platform/database/processes.ts";
import { embeddedAddress, embeddedAddresses, passwordOf, prepareRoles } from "../../server/platform/database/roles.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { tables } from "../../server/platform/distribution.ts";
import { bucketOf } from "../../server/platform/ids.ts";
import { createLog } from "../../server/platform/log.ts";
import { migrate } from "../../server/platform/migrate.ts";
import { deliver, deliveriesOf } from "../../server/platform/relay/deliveries.ts";
import { takeLease } from "../../server/platform/relay/leases.ts";
import { deleteRows, readOutbox } from "../../server/platform/relay/outboxRows.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import type { Booked } from "./booking.ts";

type Node = {
  readonly place: number;
  readonly db: Database;
  readonly parts: Parts;
  /** As superuser. */
  admin(sql: string, values?: readonly unknown[]): Promise<ReturnType<typeof JSON.parse>[]>;
  /** Ends all of its processes with -9; its supervisor starts it again. */
  kill(): void;
};

export type Nodes = {
  readonly nodes: readonly Node[];
  readonly tenant: Tenant;
  readonly clock: Clock;
  /** The map from buckets to nodes. */
  nodeOf(bucket: number): Node;
  /** A new member who lives on that node. */
  joins(place: number): Promise<Booked>;
  /** Brings what is told on each node to where it has its effect; once through. */
  relay(): Promise<void>;
  close(): Promise<void>;
};

const noEcho = { write: () => undefined };

export async function startNodes(count: number): Promise<Nodes> {
  const folder = mkdtempSync(join(tmpdir(), "fedele-nodes-"));
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  const rootKey = randomBytes(32);
  const places = Array.from({ length: count }, (_, place) => place);
  const nodes = await Promise.all(places.map((place) => startNode(join(folder, `node-${place}`), place, rootKey)));
  const nodeOf = (bucket: number): Node => nodeAt(nodes, bucket % count);
  const tenant = await newTenant(nodes);
  return {
    nodes,
    tenant,
    clock: systemClock,
    nodeOf,
    joins: (place) => joinOn(nodeAt(nodes, place), tenant, nodeOf),
    relay: () => relayOnce(nodes, tenant, nodeOf),
    close: async () => {
      for (const { parts, db } of nodes) {
        await parts.lanes.close();
        await db.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function nodeAt(nodes: readonly Node[], place: number): Node {
  const node = nodes[place];
  if (node === undefined) throw new Error(`there is no node ${place}`);
  return node;
}

async function startNode(dataFolder: string, place: number, rootKey: Buffer): Promise<Node> {
  makeDataFolder(dataFolder);
  const adminPassword = passwordOf(rootKey, ADMIN);
  const postgres = await startEmbedded({ dataFolder, adminPassword, tell: () => undefined });
  await prepareRoles(postgres, rootKey);
  const db = databaseAt(embeddedAddresses(postgres.socketFolder, rootKey), () => postgres.stop());
  await migrate(db, systemClock.now());
  const log = createLog("warn", noEcho);
  return {
    place,
    db,
    parts: createParts({ db, clock: systemClock, log, rootKey, rateLimitPerMinute: 1_000_000 }),
    admin: async (sql, values = []) => {
      const client = await connect(embeddedAddress(postgres.socketFolder, rootKey, ADMIN), "fedele tests");
      return client
        .query(sql, [...values])
        .then(({ rows }) => rows)
        .finally(() => client.end());
    },
    kill: () => {
      for (const pid of postgresOn(readClusterFile(dataFolder)?.folder ?? "")) process.kill(pid, "SIGKILL");
    },
  };
}

/** Made on the first node; its configuration is copied to the others, as a distributed engine does by itself. */
async function newTenant(nodes: readonly Node[]): Promise<Tenant> {
  const [first, ...others] = nodes;
  if (first === undefined) throw new Error("there are no nodes");
  const asked = { name: "Coalition", slug: "coalition", currency: "EUR", timezone: "Europe/Rome", language: "it" };
  const tenant = await createTenant(first.parts, { ...asked, bucketSpan: 16 });
  const preset = presetNamed("retail-points");
  if (preset === undefined) throw new Error("the preset is gone");
  const who = { tenantId: tenant.id, now: systemClock.now(), actor: "cli" };
  await inTransaction(first.db, who, (ctx) => installPreset(ctx, preset));
  const references = Object.keys(tables).filter((name) => tables[name]?.class === "reference");
  for (const table of references) {
    const [{ rows }] = await first.admin(`select coalesce(json_agg(t), '[]') as rows from ${table} t`);
    const copy = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
    for (const other of others) await other.admin(copy, [JSON.stringify(rows)]);
  }
  return tenant;
}

/** A member's bucket is chosen by chance within the tenant's span: another one, until it is one of the node's. */
async function joinOn(node: Node, tenant: Tenant, nodeOf: Nodes["nodeOf"]): Promise<Booked> {
  const who = { tenantId: tenant.id, now: systemClock.now(), actor: "cli" };
  const elsewhere = new Error("this bucket is another node's");
  for (;;) {
    const enrolled = inTransaction(node.db, who, async (ctx) => {
      const memberId = await enrolMember(ctx, { sealer: node.parts.sealer, tenant }, {});
      if (nodeOf(bucketOf(memberId)) !== node) throw elsewhere;
      return { memberId, bucket: bucketOf(memberId) };
    });
    const member = await enrolled.catch((error: unknown) => {
      if (error === elsewhere) return undefined;
      throw error;
    });
    if (member !== undefined) return member;
  }
}

/** What the relay does, with one connection a node: the mark and the effect are one transaction where the effect is. */
async function relayOnce(nodes: readonly Node[], tenant: Tenant, nodeOf: Nodes["nodeOf"]): Promise<void> {
  const couriers = new Map<Node, Awaited<ReturnType<typeof courierAt>>>();
  const courierFor = async (node: Node) => {
    const courier = couriers.get(node) ?? (await courierAt(node, tenant));
    couriers.set(node, courier);
    return courier;
  };
  try {
    for (const { db } of nodes) {
      const rows = await readOutbox(db, tenant.id);
      for (const delivery of deliveriesOf(rows, ledgerListeners)) {
        await deliver(await courierFor(nodeOf(delivery.bucket)), delivery);
      }
      if (rows.length > 0) await deleteRows(db, tenant.id, rows);
    }
  } finally {
    for (const { client } of couriers.values()) await client.end().catch(() => undefined);
  }
}

async function courierAt({ db, parts }: Node, tenant: Tenant) {
  const nowMs = systemClock.now();
  const lease = { tenantId: tenant.id, name: "relay", holder: tenant.id };
  const token = await takeLease(db, lease, { nowMs, untilMs: nowMs + 10_000 });
  if (token === null) throw new Error("somebody else relays");
  const client = await db.connectLane();
  const place = { tenantId: tenant.id, tenantNowMs: nowMs, nowMs };
  return { client, log: parts.log, ...place, lease: { name: lease.name, token } };
}
