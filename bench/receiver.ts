// Somebody who takes calls, as a process of its own: counts those of different names and says when there were enough.
import { createServer } from "node:http";

/** Tell me when you have heard of so many more. */
export type Expect = Readonly<{ calls: number }>;
/** `seconds` from the first of them to the last. */
export type Heard = Readonly<{ seconds: number }>;

let expected = 0;
let names = new Set<string>();
let firstAt = 0;

const server = createServer((request, reply) => {
  request.resume().once("end", () => {
    reply.writeHead(204).end();
    if (names.size === 0) firstAt = performance.now();
    names.add(String(request.headers["webhook-id"]));
    if (names.size !== expected) return;
    process.send?.({ seconds: (performance.now() - firstAt) / 1_000 } satisfies Heard);
    expected = 0;
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address !== null ? address.port : 0 });
});

process.on("message", ({ calls }: Expect) => {
  expected = calls;
  names = new Set();
});
process.on("disconnect", () => process.exit(0));
