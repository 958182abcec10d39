// A first session: a member joins, buys, and sees the points.
//   node sdk/examples/firstPurchase.ts http://127.0.0.1:4000 fed_…
import { pathToFileURL } from "node:url";
import { createFedele, type FedeleOptions } from "../client.ts";

export type FirstPurchase = { readonly memberId: string; readonly earned: number; readonly spendable: number };

/** `receipt` names the sale: sent again, it gives the same points once. */
export async function firstPurchase(options: FedeleOptions, receipt: string): Promise<FirstPurchase> {
  const fedele = createFedele(options);

  const enrolled = await fedele.POST("/v1/members", {
    body: { name: "Ana", identities: [{ kind: "email", value: `ana.${receipt}@example.com` }] },
    params: { header: { "idempotency-key": `enrol-${receipt}` } },
  });
  if (enrolled.error) throw new Error(enrolled.error.detail);
  const memberId = enrolled.data.id;

  const bought = await fedele.POST("/v1/activities", {
    body: {
      source: "example",
      document: receipt,
      member: { id: memberId },
      kind: "purchase",
      lines: [
        { product: "coffee", quantityThousandths: 2_000, amountMinor: 640 },
        { product: "cake", quantityThousandths: 1_000, amountMinor: 450 },
      ],
    },
  });
  if (bought.error) throw new Error(bought.error.detail);

  const wallets = await fedele.GET("/v1/members/{memberId}/wallets", { params: { path: { memberId } } });
  if (wallets.error) throw new Error(wallets.error.detail);
  return {
    memberId,
    earned: bought.data.points.reduce((sum, { points }) => sum + points, 0),
    spendable: wallets.data.items[0]?.spendable ?? 0,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [baseUrl = "http://127.0.0.1:4000", apiKey = ""] = process.argv.slice(2);
  const result = await firstPurchase({ baseUrl, apiKey }, `receipt-${Date.now()}`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
