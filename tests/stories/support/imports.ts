// Members who come in from a file.
import { parse } from "csv-parse/sync";
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

export function importVerbs(desk: Desk) {
  const about = async (upload: Outcome, method: string, rest: string, asked?: object): Promise<Outcome> =>
    outcomeOf(await desk.acts(method, `/v1/member-imports/${upload.id}${rest}`, asked));
  return {
    /** A file as it is, or its lines. */
    uploads: async (file: readonly string[] | Buffer, order?: string): Promise<Outcome> => {
      const bytes = Buffer.isBuffer(file) ? file : Buffer.from(file.join("\n"));
      const headers = order === undefined ? {} : { "idempotency-key": order };
      return outcomeOf(await desk.acts("POST", "/v1/member-imports", { content: bytes.toString("base64") }, headers));
    },
    maps: (upload: Outcome, mapping: object) => about(upload, "PUT", "/mapping", mapping),
    runs: (upload: Outcome) => about(upload, "POST", "/run"),
    forgetsFile: (upload: Outcome) => about(upload, "DELETE", ""),
    looksAt: (upload: Outcome) => about(upload, "GET", ""),
    /** Why rows were left out, by their number. */
    leftOut: async (upload: Outcome): Promise<Record<string, string>> => {
      const { body } = await desk.asks("GET", `/v1/member-imports/${upload.id}/mistakes.csv`);
      const rows: Record<string, string>[] = parse(body, { columns: true });
      return Object.fromEntries(rows.map(({ row = "", reason = "" }) => [row, reason]));
    },
  };
}
