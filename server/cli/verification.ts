// verify-ledger.
import { verifyLedger } from "../verify.ts";
import { command, json } from "./commands.ts";
import { tenantNamed, withParts } from "./session.ts";
import { print, printJson, say } from "./terminal.ts";

export const verifyCommand = command({
  meta: { name: "verify-ledger", description: "Ask whether the ledger agrees with itself, beside a server too." },
  args: {
    tenant: { type: "string", description: "The slug of one tenant. Default: all of them." },
    json,
  },
  run: ({ args }) =>
    withParts(async (parts, rootKey) => {
      const tenant = args.tenant === undefined ? undefined : await tenantNamed(parts, args.tenant);
      const verification = await verifyLedger(parts.db, {
        tenantId: tenant?.id,
        rootKey,
        tell: ({ name, checked, violations, examples }, done, of) => {
          say(`${done}/${of} ${name}: ${checked} looked at, ${violations} wrong`);
          for (const example of examples) say(`     ${example}`);
        },
      });
      if (args.json) printJson(verification);
      else
        print(
          verification.clean ? "The ledger agrees with itself." : "The ledger does NOT agree with itself; see above.",
        );
      if (!verification.clean) process.exitCode = 1;
    }),
});
