// Many letters over few connections. Each letter has its own deadline, and a connection that misses it is given up
// together with that letter alone: whoever is slow holds up nobody else.
import { Socket } from "node:net";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpConfig } from "../../config.ts";
import {
  checkedLetter,
  isMailboxRefused,
  judged,
  type Letter,
  SEND_TIMEOUT_MS,
  type Sending,
  type Stamp,
} from "./smtp.ts";

/** A letter with a second face, and with what a mailbox needs to offer a way out. */
export type Parcel = Letter & {
  /** The name of who writes; the address is the installation's own. */
  readonly from: string;
  readonly html: string;
  readonly unsubscribeUrl: string | undefined;
};

/** `isMailboxRefused`: nobody can write there, now or later. */
export type Carrying = Sending & { readonly isMailboxRefused: boolean };

export type Carrier = {
  /** `mayBegin` is asked when a connection is free; undefined comes back where it says no, and nothing was sent. */
  send(parcel: Parcel, stamp: Stamp, mayBegin?: () => boolean): Promise<Carrying | undefined>;
  /** Ends what is idle; what is under way ends by itself. */
  close(): void;
};

export const CONNECTIONS_MAX = 4;
/** Servers end a connection after some letters; we do so first. */
const LETTERS_PER_CONNECTION = 100;
const IDLE_MS = 5_000;

type Line = {
  readonly connection: SMTPConnection;
  readonly socket: Socket;
  used: number;
  idleTimer: NodeJS.Timeout | undefined;
};

/** `timeoutMs` is for tests, which do not wait half a minute. */
export function openSmtpPool(smtp: SmtpConfig, timeoutMs: number = SEND_TIMEOUT_MS): Carrier {
  const idle: Line[] = [];
  const places = createPlaces(CONNECTIONS_MAX);

  const end = (line: Line): void => {
    clearTimeout(line.idleTimer);
    const place = idle.indexOf(line);
    if (place !== -1) idle.splice(place, 1);
    line.connection.close();
    // The driver says goodbye and waits for an answer; who has waited for half a minute waits no more.
    line.socket.destroy();
  };

  const give = (line: Line): void => {
    line.used += 1;
    if (line.used >= LETTERS_PER_CONNECTION) {
      end(line);
      return;
    }
    line.idleTimer = setTimeout(() => end(line), IDLE_MS);
    line.idleTimer.unref();
    idle.push(line);
  };

  const carry = async (parcel: Parcel, stamp: Stamp): Promise<void> => {
    const text = await composed(smtp, parcel, stamp);
    const known = idle.pop();
    clearTimeout(known?.idleTimer);
    const line = known ?? { ...(await newConnection(smtp, timeoutMs)), used: 0, idleTimer: undefined };
    if (known === undefined) line.connection.on("end", () => end(line));
    const tooLate = setTimeout(() => end(line), timeoutMs);
    try {
      if (known === undefined) await connect(line.connection, smtp);
      await hand(line.connection, { from: smtp.from.address, to: [parcel.to.address] }, text);
      give(line);
    } catch (error) {
      end(line);
      throw error;
    } finally {
      clearTimeout(tooLate);
    }
  };

  return {
    send: async (unchecked, stamp, mayBegin = () => true) => {
      const parcel = { ...unchecked, ...checkedLetter(unchecked) };
      checkedLetter({ ...unchecked, subject: unchecked.from });
      await places.enter();
      try {
        if (!mayBegin()) return undefined;
        await carry(parcel, stamp);
        return { outcome: "sent", isMailboxRefused: false };
      } catch (error) {
        return { ...judged(error), isMailboxRefused: isMailboxRefused(error) };
      } finally {
        places.leave();
      }
    },
    close: () => {
      for (const line of [...idle]) end(line);
    },
  };
}

type Places = { enter(): Promise<void>; leave(): void };

/** So many at a time; the others wait in order. */
function createPlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async () => {
      if (taken < count) {
        taken += 1;
        return;
      }
      // Whoever leaves hands the place over, so that nobody slips in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next();
    },
  };
}

async function newConnection(smtp: SmtpConfig, timeoutMs: number): Promise<Pick<Line, "connection" | "socket">> {
  // Loaded by who sends: a server without mail starts sooner without it.
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const socket = new Socket();
  const connection = new Connection({
    socket,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.isTlsFromStart,
    requireTLS: smtp.isTlsRequired,
    // Between two programs of one machine there is nobody to hide from, and mostly no certificate.
    ignoreTLS: !smtp.isTlsRequired,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  // What goes wrong with a connection that nobody uses is noticed when it is used.
  connection.on("error", () => {});
  return { connection, socket };
}

/** A connection that is lost says so as an event, and to nobody who asked: both end the wait. */
function answered<T>(
  connection: SMTPConnection,
  ask: (done: (error: Error | null | undefined, answer?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const lost = (error?: Error): void => settle(error ?? new Error("the connection ended"));
    // What the server said last comes after the end of its connection.
    const ended = (): void => {
      setImmediate(lost);
    };
    const settle = (error: Error | null | undefined, answer?: T): void => {
      connection.removeListener("error", lost);
      connection.removeListener("end", ended);
      if (error === undefined || error === null) resolve(answer);
      else reject(error);
    };
    connection.once("error", lost);
    connection.once("end", ended);
    ask(settle);
  });
}

async function connect(connection: SMTPConnection, { user, password }: SmtpConfig): Promise<void> {
  await answered(connection, (done) => connection.connect(done));
  if (user === undefined) return;
  await answered(connection, (done) => connection.login({ credentials: { user, pass: password ?? "" } }, done));
}

/** One recipient, said to the server outside the letter: what stands in its header decides nothing. */
async function hand(connection: SMTPConnection, envelope: { from: string; to: string[] }, text: Buffer): Promise<void> {
  await answered(connection, (done) => connection.send(envelope, text, done));
}

async function composed(smtp: SmtpConfig, parcel: Parcel, { id, createdAt }: Stamp): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const { to, subject, text, html, unsubscribeUrl } = parcel;
  const mail = new MailComposer({
    from: { name: parcel.from, address: smtp.from.address },
    to,
    subject,
    text,
    html,
    date: new Date(createdAt),
    messageId: `<${id}@${smtp.from.address.split("@")[1]}>`,
    headers: { "Auto-Submitted": "auto-generated", ...leaving(unsubscribeUrl) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** RFC 8058: the mailbox itself offers to unsubscribe, by a POST that nobody's preview makes. */
function leaving(url: string | undefined): Record<string, string> {
  if (url === undefined) return {};
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
