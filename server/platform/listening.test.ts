// How requests come in: through a proxy that is believed or not, and over TLS.
import { request } from "node:https";
import { Type } from "typebox";
import { afterEach, expect, test } from "vitest";
import { certificate } from "../../tests/support/certificate.ts";
import { operation } from "./http/operation.ts";
import { type App, createHttp, directly, type Listening } from "./http.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";

let app: App;
afterEach(() => app.close());

/** One route that says whom it takes the caller for. */
function asks(listening: Listening): App {
  app = createHttp({ log: createLog("silent"), metrics: createMetrics(), listening });
  const ok = Type.Object({ ip: Type.String(), protocol: Type.String() });
  const about = operation({ id: "who", tag: "test", summary: "x", scope: "public", ok });
  app.get("/who", about, async ({ ip, protocol }) => ({ ip, protocol }));
  return app;
}

const forwarded = { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" };

test.each([
  ["nobody is believed unless it is said", [], "127.0.0.1", "http"],
  ["a proxy on this machine", ["127.0.0.1"], "203.0.113.7", "https"],
  ["a proxy of a network", ["127.0.0.0/8"], "203.0.113.7", "https"],
  ["another machine's proxy is not this one", ["10.0.0.0/8"], "127.0.0.1", "http"],
])("%s", async (_name, trustedProxies, ip, protocol) => {
  const reply = await asks({ ...directly, trustedProxies }).inject({ url: "/who", headers: forwarded });
  expect(reply.json()).toEqual({ ip, protocol });
});

test("what a caller puts before the proxy's own word is not believed", async () => {
  const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.7" };
  const reply = await asks({ ...directly, trustedProxies: ["127.0.0.1"] }).inject({ url: "/who", headers });
  expect(reply.json()).toMatchObject({ ip: "203.0.113.7" });
});

test("with a certificate it speaks TLS, and nothing else", async () => {
  const url = await asks({ ...directly, tls: certificate }).listen({ host: "127.0.0.1", port: 0 });
  const secured = url.replace("http:", "https:");
  const text = await new Promise<string>((resolve, reject) => {
    const asked = request(`${secured}/who`, { ca: certificate.cert }, (reply) => {
      let said = "";
      reply.on("data", (piece) => (said += piece)).on("end", () => resolve(said));
    });
    asked.on("error", reject).end();
  });
  expect(JSON.parse(text)).toMatchObject({ protocol: "https" });
  await expect(fetch(`${secured.replace("https:", "http:")}/who`)).rejects.toThrow();
});
