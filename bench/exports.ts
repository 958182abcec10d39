// What an export of all members takes, beside COPY of the same rows.

import { enrolMembers } from "../server/modules/members/members.ts";
import { connect } from "../server/platform/database/connections.ts";
import { inTransaction } from "../server/platform/database/transaction.ts";
import { alternate, median, ratioOf } from "./figures.ts";
import { chargeLots } from "./ledger.ts";
import { residentMb } from "./machine.ts";
import { memberIdOf } from "./members.ts";
import { atMost, type Row, written } from "./rows.ts";
import { MEMBERS, openSite, type Site } from "./site.ts";

const ENROL_AT_ONCE = 5_000;
const seconds = (ms: number): number => ms / 1_000;
/** A line of text ends with it. */
const NEWLINE = 10;
/** What a line of the export is made of. */
const tables = ["members", "identities", "member_facts", "wallets"];

/** Members with a name, an address and a number, all of it sealed, and with points. */
export async function exportRow(rounds: number): Promise<Row> {
  const site = await openSite({ members: 0, rules: 1 });
  const admin = await connect(site.address("fedele_admin"), "fedele bench");
  let [bytes, mostMb] = [0, 0];
  const exporting = async (): Promise<number> => {
    const start = performance.now();
    bytes = await readExport(site);
    mostMb = Math.max(mostMb, residentMb(site.server.pid));
    return seconds(performance.now() - start);
  };
  const copying = async (): Promise<number> => {
    const start = performance.now();
    for (const table of tables) await admin.query(`copy ${table} to program 'cat > /dev/null'`);
    return seconds(performance.now() - start);
  };
  try {
    await enrolNamed(site);
    await chargeLots(site, MEMBERS, 1);
    const [ours = [], reference = []] = await alternate(rounds, [exporting, copying]);
    return {
      id: "export.100k",
      figure: `an export of all ${MEMBERS.toLocaleString("en")} members with what they have, s`,
      value: written(median(ours)),
      reference: `COPY of the same tables: ${written(median(reference))} s`,
      measured: ratioOf(ours, reference),
      unit: "×",
      bound: atMost(60, 25),
      notes: [
        `${written(bytes / 1e6)} MB of text, of which names and identities were opened one by one`,
        `the server held ${written(mostMb)} MB after it`,
        "the floor is ours: who asks for all members waits for a coffee, not for lunch",
      ],
    };
  } finally {
    await admin.end();
    await site.close();
  }
}

async function enrolNamed({ parts, tenant, bucketStart, who }: Site): Promise<void> {
  const { db, sealer } = parts;
  for (let from = 0; from < MEMBERS; from += ENROL_AT_ONCE) {
    const list = Array.from({ length: ENROL_AT_ONCE }, (_, at) => ({
      id: memberIdOf(from + at, bucketStart, tenant.bucketSpan),
      name: `Anna Rossi ${from + at}`,
      identities: [
        { kind: "email", value: `anna.${from + at}@example.com` } as const,
        { kind: "number", value: String(1_000_000 + from + at) } as const,
      ],
    }));
    await inTransaction(db, who(), (ctx) => enrolMembers(ctx, { sealer, tenant }, list));
  }
}

/** How many bytes it was. */
async function readExport({ server, key }: Site): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  const reply = await fetch(`http://127.0.0.1:${server.port}/v1/exports/members.csv`, { headers });
  if (!reply.ok || reply.body === null) throw new Error(`${reply.status} ${await reply.text()}`);
  let [bytes, lines] = [0, 0];
  for await (const piece of reply.body) {
    bytes += piece.byteLength;
    for (const byte of piece) lines += byte === NEWLINE ? 1 : 0;
  }
  if (lines !== MEMBERS + 1) throw new Error(`${lines} lines are not a head and ${MEMBERS} members`);
  return bytes;
}
