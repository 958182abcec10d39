// SQL as text: where one statement ends and the next begins.

/** What a statement may hold that hides a semicolon: comments, quoted text and names, dollar quotes. */
const hidden = /--[^\n]*|\/\*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|;/g;
const escapeString = /[eE]$/;

/** The statements of a file, in order, without their semicolons and without empty ones. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let isEmpty = true;
  let position = 0;
  const close = (end: number): void => {
    if (!isEmpty || /\S/.test(withoutComments(sql.slice(start, end)))) statements.push(sql.slice(start, end).trim());
  };
  for (;;) {
    hidden.lastIndex = position;
    const found = hidden.exec(sql);
    if (found === null) break;
    const token = found[0];
    if (token === ";") {
      close(found.index);
      start = found.index + 1;
      isEmpty = true;
      position = start;
      continue;
    }
    position = endOf(sql, found);
    isEmpty &&= token.startsWith("--") || token === "/*";
  }
  close(sql.length);
  return statements;
}

/** Where the hidden part that begins with this match ends. */
function endOf(sql: string, found: RegExpExecArray): number {
  const token = found[0];
  const after = found.index + token.length;
  if (token === "/*") return endOfComment(sql, after);
  if (token.startsWith("$")) {
    const end = sql.indexOf(token, after);
    return end === -1 ? sql.length : end + token.length;
  }
  if (token.startsWith("'") && escapeString.test(sql.slice(0, found.index))) return endOfEscapeString(sql, found.index);
  return after;
}

/** Comments nest in Postgres. */
function endOfComment(sql: string, after: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = after;
  let depth = 1;
  while (depth > 0) {
    const found = marks.exec(sql);
    if (found === null) return sql.length;
    depth += found[0] === "/*" ? 1 : -1;
  }
  return marks.lastIndex;
}

/** E'…' where a backslash hides the quote after it. */
function endOfEscapeString(sql: string, start: number): number {
  const body = /'(?:[^'\\]|\\[\s\S]|'')*'/y;
  body.lastIndex = start;
  return body.test(sql) ? body.lastIndex : sql.length;
}

/** The text without comments, which say nothing to the server; quoted text stays as it is. */
export function withoutComments(sql: string): string {
  let result = "";
  let position = 0;
  for (;;) {
    hidden.lastIndex = position;
    const found = hidden.exec(sql);
    if (found === null) return result + sql.slice(position);
    const end = endOf(sql, found);
    const isComment = found[0].startsWith("--") || found[0] === "/*";
    result += isComment ? `${sql.slice(position, found.index)} ` : sql.slice(position, end);
    position = end;
  }
}
