// One letter to one person over SMTP. What a server answers decides whether it is tried again; whatever is unknown is
// tried again under the same Message-ID, so that a mailbox can tell that it has it.
import { Socket } from "node:net";
import type { SmtpConfig } from "../../config.ts";
import { emailAddressOf } from "./addresses.ts";

/** A server that has not taken a letter by then will not; a slow one must not hold up the others. */
export const SEND_TIMEOUT_MS = 30_000;
/** No line break, no other control character: a header would end there and another begin. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;

export type Letter = {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/** What names a letter for good, whatever the number of tries. */
export type Stamp = { readonly id: string; readonly createdAt: number };

/** Retry: not now, or nobody knows. Failed: never, by the server's own word. `why` holds no address. */
export type Sending = { readonly outcome: "sent" } | { readonly outcome: "retry" | "failed"; readonly why: string };

export type Send = (letter: Letter, stamp: Stamp) => Promise<Sending>;

/** The same with its address in the one written form; refuses what could be more than one letter to one person. */
export function checkedLetter(letter: Letter): Letter {
  const address = emailAddressOf(letter.to.address);
  if (!ONE_LINE.test(letter.to.name) || !ONE_LINE.test(letter.subject)) {
    throw new Error("a letter's name and subject are one line each");
  }
  return { ...letter, to: { name: letter.to.name, address } };
}

/** `timeoutMs` is for tests, which do not wait half a minute. */
export function smtpSender(smtp: SmtpConfig, timeoutMs: number = SEND_TIMEOUT_MS): Send {
  return async (unchecked, { id, createdAt }) => {
    const letter = checkedLetter(unchecked);
    // Loaded by who sends a letter: a server without mail starts sooner without it.
    const { createTransport } = await import("nodemailer");
    const socket = new Socket();
    const transport = createTransport({
      host: smtp.host,
      port: smtp.port,
      secure: smtp.isTlsFromStart,
      requireTLS: smtp.isTlsRequired,
      // Between two programs of one machine there is nobody to hide from, and mostly no certificate.
      ignoreTLS: !smtp.isTlsRequired,
      ...(smtp.user === undefined ? {} : { auth: { user: smtp.user, pass: smtp.password ?? "" } }),
      socket,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // The driver's own time-outs begin anew with every byte; a server that sends one a second would never be late.
    const tooLate = setTimeout(() => socket.destroy(new Error("too late")), timeoutMs);
    try {
      await transport.sendMail({
        from: smtp.from,
        to: letter.to,
        envelope: { from: smtp.from.address, to: letter.to.address },
        subject: letter.subject,
        text: letter.text,
        date: new Date(createdAt),
        messageId: `<${id}@${smtp.from.address.split("@")[1]}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { outcome: "sent" };
    } catch (error) {
      return judged(error);
    } finally {
      clearTimeout(tooLate);
      socket.destroy();
    }
  };
}

/** 5xx is the server's last word on this letter, unless it is about us: a wrong password is mended, not given up on. */
export function judged(error: unknown): Sending {
  const code = numberIn(error, "responseCode");
  const command = textIn(error, "command");
  if (code !== undefined && code >= 500 && (command === "RCPT TO" || command === "MAIL FROM" || command === "DATA")) {
    return { outcome: "failed", why: String(code) };
  }
  return { outcome: "retry", why: code === undefined ? (textIn(error, "code") ?? "unknown") : String(code) };
}

/**
 * Whether the server said of the mailbox itself that nobody can write to it: 550, 551 and 553 to the recipient. A full
 * mailbox (552), a letter that it does not like and whatever it says after the text are no reason to write no more.
 */
export function isMailboxRefused(error: unknown): boolean {
  const code = numberIn(error, "responseCode");
  return textIn(error, "command") === "RCPT TO" && (code === 550 || code === 551 || code === 553);
}

function numberIn(error: unknown, name: string): number | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === "number" ? value : undefined;
}

function textIn(error: unknown, name: string): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === "string" ? value : undefined;
}
