// What the ledger hears of itself: a transfer reaches its receiver, or comes back.
import type { Listener } from "../../platform/relay.ts";
import { bucketOfReceiver, creditTransfers, returnTransfers } from "./transfers.ts";

export const ledgerListeners: readonly Listener[] = [
  { name: "transfers", hears: ["transfer.debited"], bucketOf: bucketOfReceiver, handle: creditTransfers },
  { name: "returned transfers", hears: ["transfer.returned"], bucketOf: bucketOfReceiver, handle: returnTransfers },
];
