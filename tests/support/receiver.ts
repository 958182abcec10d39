// A receiver of webhooks on this machine: takes calls down and answers as it is told to.
import { once } from "node:events";
import { createServer } from "node:http";

export type Call = { path: string; headers: Record<string, string>; body: string };

export type Receiver = {
  /** `host:port`, as an operator allows it. */
  readonly place: string;
  readonly url: string;
  readonly calls: Call[];
  /** The status for a call, now or when it is ready; null: no answer at all. */
  answer: (call: Call) => number | null | Promise<number | null>;
  close(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const calls: Call[] = [];
  const server = createServer(async (request, reply) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const call = { path: request.url ?? "", headers, body };
    calls.push(call);
    const status = await receiver.answer(call);
    if (status !== null) reply.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const receiver: Receiver = {
    place: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    answer: () => 204,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return receiver;
}
