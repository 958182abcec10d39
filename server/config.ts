// The one place that reads the environment. What is not understood is refused at once, in words.
import { isIP } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** A Postgres of the operator's own. Each role has its own address; only the application's is always needed. */
export type ExternalDatabase = {
  readonly app: string;
  readonly owner: string | undefined;
  readonly maintenance: string | undefined;
  readonly jobs: string | undefined;
};

/** A mail server, and under which name this installation writes. */
export type SmtpConfig = {
  readonly host: string;
  readonly port: number;
  /** smtps: encrypted from the first byte. */
  readonly isTlsFromStart: boolean;
  /** Nothing is sent in the clear, but to this machine itself. */
  readonly isTlsRequired: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly from: { readonly name: string; readonly address: string };
};

export type Config = {
  /** Where this installation keeps what must survive: the embedded cluster's identity, its data, the root key. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** True unless FEDELE_DEMO=0: the first start of an empty installation brings demo tenants. */
  readonly isDemo: boolean;
  /** False with FEDELE_NEW_TENANTS=0: nobody makes a tenant over the API. */
  readonly mayFound: boolean;
  /** What the demo is made of: the same seed tells the same. */
  readonly demoSeed: string;
  /** Undefined: the embedded Postgres. */
  readonly externalDatabase: ExternalDatabase | undefined;
  /** 32 bytes, where the environment gives them; else they stand in a file of the data folder. */
  readonly rootKey: Buffer | undefined;
  readonly logLevel: LogLevel;
  readonly rateLimitPerMinute: number;
  /** `host:port` that webhooks may call by http, and wherever they lead. None unless the operator says so. */
  readonly outgoingAllowed: readonly string[];
  readonly backup: BackupConfig;
  /** Undefined: letters stay in the outbox. */
  readonly smtp: SmtpConfig | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed. None unless the operator says so. */
  readonly trustedProxies: readonly string[];
  /** Files of the certificate with its chain, and of its key; undefined: plain HTTP, for a proxy on this machine. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Where people reach this installation, without a slash at its end; undefined: at its own port. */
  readonly publicUrl: string | undefined;
};

export type BackupConfig = {
  /** Where backups go. Undefined: none are taken by themselves. */
  readonly folder: string | undefined;
  /** The hour of the day, in UTC, at which one is taken. */
  readonly hour: number;
  /** The first line of this file encrypts them. */
  readonly passphraseFile: string | undefined;
  readonly keepDays: number;
  /** For how long what opens personal data is kept: an erasure is whole once this has passed. */
  readonly keepKeysDays: number;
};

type Environment = Readonly<Record<string, string | undefined>>;

export const PORT_DEFAULT = 4000;
export const RATE_LIMIT_DEFAULT_PER_MINUTE = 600_000;
const ROOT_KEY_BYTES = 32;

const checkout = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Raised for a setting that cannot be understood; its message names the setting and what to write instead. */
function wrongSetting(name: string, value: string, expected: string): Error {
  return new Error(`The setting ${name} is "${value}", but must be ${expected}.`);
}

function integerOf(env: Environment, name: string, range: { least: number; most: number; otherwise: number }): number {
  const text = env[name];
  if (text === undefined || text === "") return range.otherwise;
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.least && value <= range.most) return value;
  throw wrongSetting(name, text, `a whole number from ${range.least} to ${range.most}`);
}

function isOn(env: Environment, name: string): boolean {
  const text = env[name];
  if (text === undefined || text === "" || text === "1") return true;
  if (text === "0") return false;
  throw wrongSetting(name, text, "0 or 1");
}

function demoSeedOf(env: Environment): string {
  const text = env.FEDELE_DEMO_SEED || "fedele";
  if (/^[\w.-]{1,64}$/.test(text)) return text;
  throw wrongSetting("FEDELE_DEMO_SEED", text, "1 to 64 letters, digits, dots, hyphens and underscores");
}

function logLevelOf(env: Environment): LogLevel {
  const text = env.LOG_LEVEL || "info";
  const level = logLevels.find((candidate) => candidate === text);
  if (level === undefined) throw wrongSetting("LOG_LEVEL", text, `one of ${logLevels.join(", ")}`);
  return level;
}

function rootKeyOf(env: Environment): Buffer | undefined {
  const text = env.FEDELE_ROOT_KEY;
  if (text === undefined || text === "") return undefined;
  return parseRootKey(text, "FEDELE_ROOT_KEY");
}

/** The 32 bytes written as 64 hexadecimal digits or as base64. `where` is named in the refusal, the key never is. */
export function parseRootKey(text: string, where: string): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (bytes.length === ROOT_KEY_BYTES) return bytes;
  throw new Error(`${where} must hold ${ROOT_KEY_BYTES} random bytes as 64 hexadecimal digits or as base64.`);
}

function databaseUrlOf(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new Error(`The setting ${name} must be an address like postgres://user:password@host:5432/database.`);
}

function externalDatabaseOf(env: Environment): ExternalDatabase | undefined {
  const app = databaseUrlOf(env, "DATABASE_URL");
  const owner = databaseUrlOf(env, "DATABASE_OWNER_URL");
  const maintenance = databaseUrlOf(env, "DATABASE_MAINTENANCE_URL");
  const jobs = databaseUrlOf(env, "DATABASE_JOBS_URL");
  if (app !== undefined) return { app, owner, maintenance, jobs };
  if (owner === undefined && maintenance === undefined && jobs === undefined) return undefined;
  throw new Error("DATABASE_OWNER_URL, DATABASE_MAINTENANCE_URL and DATABASE_JOBS_URL need DATABASE_URL beside them.");
}

function backupOf(env: Environment): BackupConfig {
  const days = (name: string, otherwise: number) => integerOf(env, name, { least: 1, most: 36_500, otherwise });
  const pathOf = (text: string | undefined) => (text === undefined || text === "" ? undefined : resolve(text));
  return {
    folder: pathOf(env.BACKUP_FOLDER),
    hour: integerOf(env, "BACKUP_HOUR", { least: 0, most: 23, otherwise: 2 }),
    passphraseFile: pathOf(env.BACKUP_PASSPHRASE_FILE),
    keepDays: days("BACKUP_KEEP_DAYS", 30),
    keepKeysDays: days("BACKUP_KEEP_KEYS_DAYS", 7),
  };
}

const SMTP_PORT = 587;
const SMTPS_PORT = 465;
const itself = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The password stands in the address, so no refusal repeats it. */
function smtpOf(env: Environment): SmtpConfig | undefined {
  const text = env.SMTP_URL;
  if (text === undefined || text === "") return undefined;
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Error("The setting SMTP_URL must be an address like smtps://user:password@mail.example.com:465.");
  }
  const url = new URL(text);
  const isTlsFromStart = url.protocol === "smtps:";
  const portDefault = isTlsFromStart ? SMTPS_PORT : SMTP_PORT;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? portDefault : Number(url.port),
    isTlsFromStart,
    isTlsRequired: !itself.has(url.hostname),
    user: url.username === "" ? undefined : decodeURIComponent(url.username),
    password: url.password === "" ? undefined : decodeURIComponent(url.password),
    from: senderOf(env),
  };
}

/** "Corner shop <hello@example.com>" or the address alone. */
function senderOf(env: Environment): SmtpConfig["from"] {
  const [, name = "", inBrackets] = /^([^<>@\p{Cc}]*)<([^<>]*)>$/u.exec((env.MAIL_FROM ?? "").trim()) ?? [];
  const address = inBrackets ?? (env.MAIL_FROM ?? "").trim();
  if (/^[^\s@<>,;"\p{Cc}]+@[^\s@<>,;"\p{Cc}]+$/u.test(address)) return { name: name.trim(), address };
  throw new Error('With SMTP_URL the setting MAIL_FROM must say who writes, like "Corner shop <hello@example.com>".');
}

function publicUrlOf(env: Environment): string | undefined {
  const text = env.PUBLIC_URL;
  if (text === undefined || text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (isOrigin) return url.origin;
  throw wrongSetting("PUBLIC_URL", text, "an address without a path, like https://loyalty.example.com");
}

function outgoingAllowedOf(env: Environment): string[] {
  const places = (env.OUTGOING_ALLOWED ?? "")
    .split(",")
    .flatMap((place) => (place.trim() === "" ? [] : [place.trim()]));
  const wrong = places.find((place) => !/^([\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5}$/.test(place));
  if (wrong !== undefined) throw wrongSetting("OUTGOING_ALLOWED", wrong, "host:port, with commas between several");
  return places;
}

function trustedProxiesOf(env: Environment): string[] {
  const places = (env.TRUSTED_PROXIES ?? "").split(",").map((place) => place.trim());
  const given = places.filter((place) => place !== "");
  const wrong = given.find((place) => {
    const [address = "", bits] = place.split("/");
    const most = isIP(address) === 4 ? 32 : 128;
    // A network of all addresses would believe everybody.
    const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
    return isIP(address) === 0 || !isNetwork;
  });
  if (wrong === undefined) return given;
  throw wrongSetting("TRUSTED_PROXIES", wrong, "addresses or networks like 127.0.0.1, 10.0.0.0/8");
}

function tlsOf(env: Environment): Config["tls"] {
  const [certFile = "", keyFile = ""] = [env.TLS_CERT, env.TLS_KEY];
  if (certFile === "" && keyFile === "") return undefined;
  if (certFile !== "" && keyFile !== "") return { certFile: resolve(certFile), keyFile: resolve(keyFile) };
  throw new Error("TLS_CERT and TLS_KEY need each other: the files of the certificate and of its key.");
}

/** What an environment asks for. */
export function parseConfig(env: Environment): Config {
  return {
    dataFolder: resolve(env.FEDELE_DATA || join(checkout, "data")),
    host: env.HOST || "127.0.0.1",
    port: integerOf(env, "PORT", { least: 0, most: 65_535, otherwise: PORT_DEFAULT }),
    isDemo: isOn(env, "FEDELE_DEMO"),
    demoSeed: demoSeedOf(env),
    mayFound: isOn(env, "FEDELE_NEW_TENANTS"),
    externalDatabase: externalDatabaseOf(env),
    rootKey: rootKeyOf(env),
    logLevel: logLevelOf(env),
    outgoingAllowed: outgoingAllowedOf(env),
    rateLimitPerMinute: integerOf(env, "RATE_LIMIT_PER_MINUTE", {
      least: 1,
      most: 1_000_000_000,
      otherwise: RATE_LIMIT_DEFAULT_PER_MINUTE,
    }),
    backup: backupOf(env),
    smtp: smtpOf(env),
    trustedProxies: trustedProxiesOf(env),
    tls: tlsOf(env),
    publicUrl: publicUrlOf(env),
  };
}

/** What this process's environment asks for. */
export function readConfig(): Config {
  return parseConfig(process.env);
}
