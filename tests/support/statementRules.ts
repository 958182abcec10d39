// What a statement may say when rows live on many nodes. Pure: a text in, its faults out.
import { hasBucket, tables } from "../../server/platform/distribution.ts";
import { splitStatements, withoutComments } from "../../server/platform/sqlText.ts";

/** How a statement that must ask every node says so, and why. */
const scatterTag = /\/\*\s*scatters?:\s*\S[^*]*\*\//;

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bmerge\s+into\b/, "MERGE is refused on distributed tables"],
  [/\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(/, "the time comes in as a parameter"],
  [/\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b/, "the time comes in as a parameter"],
  [/\b(random|gen_random_uuid|uuidv4|uuidv7)\s*\(/, "ids are made by the server, from its clock"],
  [/\b(nextval|currval|setval|lastval)\s*\(/, "sequences differ from node to node"],
  [/\bpg_(try_)?advisory_/, "advisory locks are of one node only"],
  [/\bset_config\s*\(/, "set_config is not passed on to other nodes"],
  [/\(\s*insert\s+into\b/, "an INSERT inside WITH is a plan of its own on every node"],
];

const tableWords =
  /\b(?:from|join|into|update|using|only|table)\s+([a-z_]+(?:\s+(?:as\s+)?[a-z_]+)?(?:\s*,\s*[a-z_]+)*)/g;

/** The distributed and lookup tables that a statement names. */
function bucketTablesIn(sql: string): string[] {
  const words = [...sql.matchAll(tableWords)].flatMap(([, list = ""]) => list.split(/[\s,]+/));
  const known = words.filter((word) => {
    const table = tables[word];
    return table !== undefined && hasBucket(table);
  });
  return [...new Set(known)];
}

/** Everything that is wrong with a statement, in sentences. */
export function faultsIn(text: string): string[] {
  const sql = withoutLiterals(withoutComments(text)).toLowerCase();
  const faults = forbidden.filter(([pattern]) => pattern.test(sql)).map(([, why]) => why);
  if (splitStatements(text).length > 1 && !/^\s*begin;\s*set\s+local\s/.test(sql))
    faults.push("one statement at a time");
  const spread = bucketTablesIn(sql);
  if (spread.length === 0) return faults;
  const namesBucket = /\bbucket\b/.test(sql);
  if (!namesBucket && !scatterTag.test(text)) {
    faults.push(`it names no bucket of ${spread.join(", ")}, and no reason why not (/* scatter: … */)`);
  }
  const locks = /\bfor\s+(no\s+key\s+)?(update|share)\b|\bskip\s+locked\b/.test(sql);
  if (locks && !namesBucket) faults.push("rows are locked in one bucket at a time");
  return faults;
}

/** Quoted text says nothing of tables. */
function withoutLiterals(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'/g, "''");
}
