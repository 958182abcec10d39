// Where a call may not go, and how it ends where it goes on for ever: row 46 of the faults that we promise to survive.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutgoing, isPublicAddress, type Outgoing, type Resolve } from "../../server/platform/outgoing.ts";

let receiver: Server;
let port: number;
let hits = 0;
const outgoings: Outgoing[] = [];
const closing: (Server | TcpServer)[] = [];
beforeAll(async () => {
  receiver = createServer((request, reply) => {
    hits += 1;
    if (request.url === "/redirect") {
      reply.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end();
    } else if (request.url === "/endless") {
      reply.writeHead(200);
      const more = () => {
        if (reply.destroyed) return;
        sent += 65_536;
        reply.write(Buffer.alloc(65_536), more);
      };
      more();
    } else if (request.url?.startsWith("/status/") === true) {
      reply.writeHead(Number(request.url.slice(8))).end("no");
    } else reply.writeHead(204).end();
  });
  port = await listening(receiver);
});
let sent = 0;
afterAll(async () => {
  for (const outgoing of outgoings) await outgoing.close();
  for (const server of closing) server.close();
  receiver.closeAllConnections();
});

async function listening(server: Server | TcpServer): Promise<number> {
  closing.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const outgoing = (options: { allowed?: string[]; resolve?: Resolve; timeoutMs?: number } = {}): Outgoing => {
  const one = createOutgoing({ allowed: [], ...options });
  outgoings.push(one);
  return one;
};
const message = { headers: { "content-type": "application/json" }, body: "{}" };
const leadsTo = (...addresses: string[]): Resolve => {
  return async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};

describe("46: an address that leads inside is refused where it is given and where it is called", () => {
  test.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://0177.0.0.1/",
    "https://0/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:7f00:1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b:1::a00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[fe80::1]/",
    "https://[fc00::1]/",
    "https://[fec0::1]/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://127.0.0.1:443/",
    "http://example.com/",
    "https://example.com:8443/",
    "https://example.com:22/",
    "gopher://example.com/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "https://user:password@example.com/",
    "no address",
    "",
  ])("%s", async (url) => {
    const one = outgoing();
    expect(one.objectionTo(url)).toMatch(/^[A-Z].*\.$/);
    expect(await one.post(url, message)).toMatchObject({ status: null, failure: "refused_address" });
  });

  test.each([
    "https://example.com/hook?x=1",
    "https://93.184.216.34/",
    "https://[2606:2800:220:1::1]/",
    "https://a.b:80/",
  ])("%s may be called", (url) => {
    expect(outgoing().objectionTo(url)).toBeNull();
  });
});

describe("46: a name that leads inside is refused in the moment of connecting", () => {
  test.each([
    ["127.0.0.1"],
    ["169.254.169.254"],
    ["10.1.2.3"],
    ["100.100.100.100"],
    ["::1"],
    ["::ffff:10.0.0.1"],
    ["64:ff9b::a00:1"],
    ["93.184.216.34", "127.0.0.1"],
  ])("%s", async (...addresses) => {
    const before = hits;
    const sentThere = await outgoing({ resolve: leadsTo(...addresses) }).post(`https://evil.example/`, message);
    expect([sentThere, hits]).toMatchObject([{ status: null, failure: "refused_address" }, before]);
  });

  test("a name is asked for once a call, for the connection itself: what was judged is where it leads", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return leadsTo("127.0.0.1")("");
    };
    const one = outgoing({ resolve: rebinding });
    expect([one.objectionTo("https://rebind.example/"), asked]).toEqual([null, 0]);
    expect(await one.post("https://rebind.example/", message)).toMatchObject({ failure: "refused_address" });
    expect(asked).toBe(1);
  });

  test("a name that is not there is told so", async () => {
    const nowhere: Resolve = async () => {
      throw Object.assign(new Error("nowhere"), { code: "ENOTFOUND" });
    };
    expect(await outgoing({ resolve: nowhere }).post("https://gone.example/", message)).toMatchObject({
      failure: "unresolved",
    });
  });
});

test.each([
  ["8.8.8.8", true],
  ["2001:4860:4860::8888", true],
  ["192.0.2.1", false],
  ["::ffff:8.8.8.8", true],
  ["fe80::1", false],
])("46: %s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

describe("46: what an operator has allowed is called, exactly that, and every call has an end", () => {
  const allowed = () => [`127.0.0.1:${port}`];
  const post = (path: string, timeoutMs?: number) =>
    outgoing({ allowed: allowed(), ...(timeoutMs === undefined ? {} : { timeoutMs }) }).post(
      `http://127.0.0.1:${port}${path}`,
      message,
    );

  test("host and port are meant as they are written", async () => {
    expect(await post("/")).toMatchObject({ status: 204, failure: null });
    const one = outgoing({ allowed: allowed() });
    expect(one.objectionTo(`http://127.0.0.2:${port}/`)).not.toBeNull();
    expect(one.objectionTo(`http://127.0.0.1:${port + 1}/`)).not.toBeNull();
    expect(one.objectionTo(`http://localhost:${port}/`)).not.toBeNull();
  });

  test("a redirect is not followed", async () => {
    const before = hits;
    expect(await post("/redirect")).toMatchObject({ status: 302, failure: "redirect" });
    expect(hits).toBe(before + 1);
  });

  test("a reply of any size is cut after what is needed", async () => {
    sent = 0;
    expect(await post("/endless")).toMatchObject({ status: 200, failure: null });
    expect(sent).toBeLessThan(50_000_000);
  });

  test.each([400, 404, 410, 429, 500, 503])("%i is a failure", async (status) => {
    expect(await post(`/status/${status}`)).toMatchObject({ status, failure: "status" });
  });

  test("who answers a byte at a time, or not at all, is left after the time that a call may take", async () => {
    const slow = createTcp((socket) => {
      socket.on("error", () => undefined);
      socket.write("HTTP/1.1 200 OK\r\n");
      const drip = setInterval(() => socket.write("x: y\r\n"), 50);
      socket.on("close", () => clearInterval(drip));
    });
    const slowPort = await listening(slow);
    const one = outgoing({ allowed: [`127.0.0.1:${slowPort}`], timeoutMs: 400 });
    const reply = await one.post(`http://127.0.0.1:${slowPort}/`, message);
    expect(reply).toMatchObject({ status: null, failure: "timeout" });
    expect(reply.tookMs).toBeLessThan(3_000);
  });

  test("nobody there, and somebody who does not speak TLS, are told apart from a refusal", async () => {
    const one = outgoing({ allowed: ["127.0.0.1:1", `127.0.0.1:${port}`] });
    expect(await one.post("http://127.0.0.1:1/", message)).toMatchObject({ failure: "connection" });
    expect((await one.post(`https://127.0.0.1:${port}/`, message)).failure).toMatch(/tls|connection/);
  });
});
