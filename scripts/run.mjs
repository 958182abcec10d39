// Runs the project's commands on a machine that has only npm and any Node from 18 on. It brings the Node that the
// project needs, installs by the lock file when that has changed, and then runs what was asked for. No dependencies,
// and no syntax that Node 18 does not know. Everything it says goes to standard error.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stateFolder = join(root, ".fedele");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const lockedPackages = JSON.parse(lockText).packages;

/** The first versions that run TypeScript as it is. */
const isNodeNewEnough = (() => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major >= 24;
})();

const tool = (path) => join(root, "node_modules", path);
const vitest = [tool("vitest/vitest.mjs"), "run", "--root", root];

/** What each command runs, one after the other; the caller's own arguments go to the last. */
const buildApps = [join(root, "scripts/buildApps.ts")];
const commands = {
  start: [buildApps, [join(root, "server/main.ts")]],
  fedele: [[join(root, "server/cli.ts")]],
  dev: [buildApps, ["--watch", join(root, "server/main.ts")]],
  test: [buildApps, vitest],
  bench: [buildApps, [join(root, "bench/main.ts")]],
  check: [
    [tool("@biomejs/biome/bin/biome"), "check", root],
    [tool("typescript/bin/tsc"), "--noEmit", "--project", root],
    [tool("typescript/bin/tsc"), "--noEmit", "--project", join(root, "console")],
    [tool("typescript/bin/tsc"), "--noEmit", "--project", join(root, "portal")],
    [...vitest, "tests/tidy.test.ts"],
    [tool("knip/bin/knip.js"), "--directory", root],
  ],
};

/** npm goes to the project's folder first; a file that the caller names is meant from where he stood. */
const callerFolder = process.env.INIT_CWD || process.cwd();

const say = (sentence) => process.stderr.write(`${sentence}\n`);

const fail = (sentence) => {
  say(sentence);
  process.exit(1);
};

/** npm's own program, to be run by the Node of our choice. */
function npmProgram() {
  const calledBy = process.env.npm_execpath || "";
  const besideNode = dirname(realpathSync(process.execPath));
  const onPath = (process.env.PATH || "").split(delimiter).map((folder) => join(folder, "npm"));
  const candidates = [
    calledBy,
    join(besideNode, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(besideNode, "node_modules/npm/bin/npm-cli.js"),
    ...onPath,
  ];
  for (const candidate of candidates) {
    const program = existsSync(candidate) ? realpathSync(candidate) : "";
    if (program.endsWith("npm-cli.js")) return program;
  }
  return fail("npm was not found. Install Node.js with npm, then run this again.");
}

/** The environment for what we start: our Node first, and nothing by which the npm that called us names its folder. */
function environmentFor(node) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(lifecycle|package)_|^npm_config_(loglevel|local_prefix|prefix|workspaces?)$/i.test(name))
      delete env[name];
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") || "PATH";
  env[pathName] = [dirname(node), env[pathName] || ""].join(delimiter);
  env.NODE = node;
  env.npm_node_execpath = node;
  return env;
}

/** Installs exactly what the lock file of `folder` says. */
function install(node, folder) {
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const run = spawnSync(node, [npmProgram(), "ci", ...flags], {
    cwd: folder,
    env: environmentFor(node),
    stdio: ["ignore", 2, 2],
  });
  if (run.status !== 0) fail(`npm could not install what Fedele needs (in ${folder}). What it said stands above.`);
}

/** The Node to run everything with: this one if it will do, else the one that the lock file pins. */
function neededNode() {
  if (isNodeNewEnough) return { program: process.execPath, isThere: true };
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const locked = lockedPackages[`node_modules/${name}`];
  if (locked === undefined) {
    fail(
      `Fedele needs Node.js 22.18 or newer; this is ${process.version}. Please install a newer one from nodejs.org.`,
    );
  }
  const folder = join(stateFolder, `node-${locked.version}`);
  const program = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  return { program, isThere: existsSync(program), name, locked, folder };
}

/** A project of one package, whose entry in the lock file is ours: npm checks that it is the very same. */
function installNode({ folder, name, locked }) {
  say(`Fedele needs a newer Node.js than this one (${process.version}): fetching ${locked.version}, once.`);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const project = { name: "fedele-node", version: "0.0.0", private: true, dependencies: { [name]: locked.version } };
  const { name: projectName, version, ...rest } = project;
  const lock = {
    name: projectName,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { "": rest, [`node_modules/${name}`]: { ...locked, optional: false } },
  };
  writeFileSync(join(draft, "package.json"), JSON.stringify(project));
  writeFileSync(join(draft, "package-lock.json"), JSON.stringify(lock));
  install(process.execPath, draft);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/** The marker lies inside node_modules, which npm ci removes first: an interrupted installation has none. */
const marker = join(root, "node_modules", ".fedele-lock");
const wantedMark = createHash("sha256").update(`${process.platform} ${process.arch} ${lockText}`).digest("hex");

const isInstalled = () => existsSync(marker) && readFileSync(marker, "utf8") === wantedMark;

function installPackages(node) {
  say("Installing what Fedele needs; this happens once, and again when package-lock.json changes.");
  install(node, root);
  writeFileSync(marker, wantedMark);
}

/** The Node to run everything with, once it and all packages are there. */
function readyNode() {
  const node = neededNode();
  if (node.isThere && isInstalled()) return node.program;
  withTurn(() => {
    if (!existsSync(node.program)) installNode(node);
    if (!isInstalled()) installPackages(node.program);
  });
  return node.program;
}

/** Two commands started at once on a fresh clone take turns; whoever died in his turn loses it. */
function withTurn(work) {
  const turn = join(stateFolder, "installing");
  mkdirSync(stateFolder, { recursive: true });
  let hasSaid = false;
  while (!taken(turn)) {
    const holder = Number(existsSync(turn) ? readFileSync(turn, "utf8") : 0);
    if (!isAlive(holder)) {
      rmSync(turn, { force: true });
      continue;
    }
    if (!hasSaid) say(`Another command is installing (process ${holder}); waiting for it.`);
    hasSaid = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const leave = () => rmSync(turn, { force: true });
  process.once("exit", leave);
  work();
  process.off("exit", leave);
  leave();
}

function taken(turn) {
  try {
    writeFileSync(turn, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Zero is a holder who has not yet written his number. */
function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** What Node has compiled once it reads the next time: half of a command's CPU is compiling. */
const compiled = { NODE_COMPILE_CACHE: join(stateFolder, "compiled") };
/** Commands of one process that is started often, or measured as if it were. */
const compiledOnce = new Set(["start", "fedele", "bench"]);

/** Runs one program in our place: the same terminal, its exit code as ours, signals passed on to it. */
function run(node, args, more) {
  const env = { ...more, ...environmentFor(node) };
  const child = spawn(node, args, { cwd: callerFolder, env, stdio: "inherit" });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  // Ctrl-C reaches the whole group by itself; sent a second time it would cut the child's orderly end short.
  const pass = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal));
  for (const signal of signals) process.on(signal, pass);
  const stopWatching = whenParentDies(() => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      stopWatching();
      resolve(code === null ? 128 + constants.signals[signal] : code);
    });
  });
}

/** npm runs us by a shell, which a signal to npm ends without telling us: then nobody is left to stop our child. */
function whenParentDies(act) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250);
  return () => clearInterval(timer);
}

async function main() {
  const [command = "", ...callerArguments] = process.argv.slice(2);
  const programs = commands[command];
  if (programs === undefined) fail(`Unknown command "${command}". There are: ${Object.keys(commands).join(", ")}.`);
  const node = readyNode();
  const codes = [];
  for (const [index, program] of programs.entries()) {
    const isLast = index === programs.length - 1;
    const more = compiledOnce.has(command) ? compiled : {};
    codes.push(await run(node, [...program, ...(isLast ? callerArguments : [])], more));
    // Without its screens nothing is started or tested; the parts of a check each have something to say.
    if (program === buildApps && codes.at(-1) !== 0) break;
  }
  process.exitCode = codes.find((code) => code !== 0) || 0;
}

await main();
