// What an operator's Prometheus reads at /metrics. Others add their own gauges to `registry`.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  requestTook(route: string, status: number, seconds: number): void;
  refused(code: string): void;
  /** A number that is asked for when somebody reads the metrics: how much waits, how far behind. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
};

type Observe = (seconds: number) => void;

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "fedele_http_request_seconds",
    help: "Time from the first byte of a request to its reply, by route and status.",
    labelNames: ["route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const refusals = new Counter({
    name: "fedele_refusals_total",
    help: "Requests refused, by code.",
    labelNames: ["code"],
    registers: [registry],
  });

  // Bound once per route and status: finding a series by its labels costs more than counting in it.
  const observers = new Map<string, Map<number, Observe>>();
  const observerOf = (route: string, status: number): Observe => {
    const byStatus = observers.get(route) ?? new Map<number, Observe>();
    observers.set(route, byStatus);
    const labelled = seconds.labels(route, String(status));
    const observe: Observe = (value) => labelled.observe(value);
    byStatus.set(status, observe);
    return observe;
  };

  return {
    registry,
    requestTook(route, status, taken) {
      const observe = observers.get(route)?.get(status) ?? observerOf(route, status);
      observe(taken);
    },
    refused(code) {
      refusals.inc({ code });
    },
    gauge(name, help, read) {
      registry.registerMetric(
        new Gauge({
          name,
          help,
          registers: [],
          async collect() {
            this.set(await read());
          },
        }),
      );
    },
  };
}
