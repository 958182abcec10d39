// Hears every statement that the server sends during a test file and, at its end, holds them to the rules of
// statementRules.ts. Statements of the tests themselves are free.
import pg from "pg";
import { afterAll, expect } from "vitest";
import { faultsIn } from "./statementRules.ts";

/** Transactions and migrations have rules of their own. */
const isAboutRows = /^\s*(\/\*.*?\*\/\s*)?(select|insert|update|delete|with|merge|values)\b/i;

const judged = new Map<string, string[]>();

/** The first frame of ours that is not the database layer itself: who wrote the statement. */
function isSentByServer(stack: string): boolean {
  const frames = stack.split("\n").slice(1);
  const author = frames.find(
    (frame) => !/node_modules|node:|tests\/support\/statements|server\/platform\/database\//.test(frame),
  );
  return author !== undefined && /\/server\/\S+\.ts/.test(author) && !/\.test\.ts/.test(author);
}

function textOf(query: unknown): string | undefined {
  if (typeof query === "string") return query;
  const text = typeof query === "object" && query !== null && "text" in query ? query.text : undefined;
  return typeof text === "string" ? text : undefined;
}

function hear(query: unknown): void {
  const text = textOf(query);
  if (text === undefined || judged.has(text) || !isAboutRows.test(text)) return;
  if (isSentByServer(new Error().stack ?? "")) judged.set(text, faultsIn(text));
}

pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
  apply: (send, client, sent) => {
    hear(sent[0]);
    return Reflect.apply(send, client, sent);
  },
});

afterAll(() => {
  const faulty = [...judged].filter(([, faults]) => faults.length > 0);
  expect(faulty.map(([text, faults]) => `${faults.join("; ")}: ${text.trim()}`)).toEqual([]);
});
