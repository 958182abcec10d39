// A mail server on loopback that answers as it is told, and remembers what it took.
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { SmtpConfig } from "../../server/config.ts";

export type Taken = { from: string; to: string[]; raw: string };

/** What it answers to a letter: takes it, says no at a step, or says nothing any more. */
export type Answer = "take" | "hang" | { at: "RCPT TO" | "DATA"; code: number };

export type Mailbox = {
  smtp: SmtpConfig;
  taken: Taken[];
  /** Every letter that was brought, taken or not. */
  brought: Taken[];
  /** The answers to the next letters; after them everything is taken. */
  script(...answers: Answer[]): void;
  /** How many connections there were in all. */
  connections(): number;
  close(): Promise<void>;
  /** The same, and whoever is connected is cut off. */
  hangUp(): Promise<void>;
};

export async function openMailbox(options: { hidesTls?: boolean; port?: number } = {}): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const taken: Taken[] = [];
  const brought: Taken[] = [];
  const answers: Answer[] = [];
  const refusal = (code: number) => Object.assign(new Error("No to ana@example.com."), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: options.hidesTls ?? false,
    disabledCommands: ["AUTH"],
    logger: false,
    onRcptTo(_address, _session, done) {
      const [answer] = answers;
      if (typeof answer !== "object" || answer.at !== "RCPT TO") return done();
      answers.shift();
      done(refusal(answer.code));
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const answer = answers.shift() ?? "take";
      text(stream).then((raw) => {
        const from = mailFrom === false ? "" : mailFrom.address;
        const letter = { from, to: rcptTo.map(({ address }) => address), raw };
        brought.push(letter);
        if (answer === "hang") return;
        if (typeof answer === "object") return done(refusal(answer.code));
        taken.push(letter);
        done();
      }, done);
    },
  });
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mailbox has no port");
  return {
    smtp: smtpAt(address.port),
    taken,
    brought,
    script: (...next) => answers.push(...next),
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    hangUp: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A server on this machine, without encryption. */
export function smtpAt(port: number): SmtpConfig {
  const from = { name: "Corner shop", address: "hello@shop.example" };
  const base = { host: "127.0.0.1", port, isTlsFromStart: false, isTlsRequired: false };
  return { ...base, user: undefined, password: undefined, from };
}
