// Builds the screens: console and portal become plain files in their dist folders, from where the server serves them.
// What has not changed since it was built is left as it is, so that every command may run this first.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { BuildEnvironmentOptions, Plugin } from "vite";

const root = join(import.meta.dirname, "..");
const apps = ["console", "portal"].filter((app) => existsSync(join(root, app, "index.html")));

/** The server puts a fresh nonce in this place with every page. */
const NONCE_PLACE = "FEDELE_NONCE";
/** Smaller files are one packet either way. */
const COMPRESSED_FROM_BYTES = 1_024;
const MARK = ".built";
/** The page whose files are kept on the device of a till, and the words that it may speak. */
const ofTheTill = /\/(pages\/till\.tsx|texts\/\w+\.ts)$/;

for (const app of apps) {
  const mark = contentOf(app);
  const markFile = join(root, app, "dist", MARK);
  if (existsSync(markFile) && readFileSync(markFile, "utf8") === mark) continue;
  process.stderr.write(`Building the ${app}; this happens once, and again when it changes.\n`);
  await build(app, mark);
}

/** A digest of everything that the app is made of. */
function contentOf(app: string): string {
  const sources = [app, "core", "sdk"].flatMap((folder) =>
    globSync("**/*", {
      cwd: join(root, folder),
      exclude: ({ name }) => /^(node_modules|dist(\.new.*)?)$|\.test\.tsx?$/.test(name),
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const digest = createHash("sha256");
  for (const file of [...sources, join(root, "package-lock.json"), import.meta.filename].toSorted()) {
    digest
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return digest.digest("hex");
}

/** Into a folder beside, then into place: a build that was interrupted leaves the earlier one as it was. */
async function build(app: string, mark: string): Promise<void> {
  const [vite, { default: react }] = await Promise.all([import("vite"), import("@vitejs/plugin-react")]);
  const [fresh, place] = [join(root, app, `dist.new-${process.pid}`), join(root, app, "dist")];
  await vite.build({
    configFile: false,
    root: join(root, app),
    // The portal's pages stand under the shop's own address, its files in a place of their own.
    base: app === "portal" ? "/portal/" : "/",
    logLevel: "warn",
    plugins: [react(), tillFiles(), listed(app), compressed()],
    html: { cspNonce: NONCE_PLACE },
    define: { __BUILD__: JSON.stringify(mark.slice(0, 16)) },
    build: {
      ...entriesOf(app),
      outDir: fresh,
      emptyOutDir: true,
      target: "es2022",
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1_500,
      // What is small enough would become a data: address, which the policy of our pages refuses for scripts.
      assetsInlineLimit: 0,
    },
  });
  writeFileSync(join(fresh, MARK), mark);
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
}

/** Writes down what the till is made of, so that it can be kept for when there is no network. */
function tillFiles(): Plugin {
  return {
    name: "till-files",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((it) => it.type === "chunk");
      const start = chunks.filter(
        ({ moduleIds, facadeModuleId, isEntry }) => isEntry || ofTheTill.test(facadeModuleId ?? moduleIds.at(-1) ?? ""),
      );
      if (!start.some(({ facadeModuleId }) => facadeModuleId?.endsWith("pages/till.tsx"))) return;
      const wanted = new Set<string>();
      const take = (name: string): void => {
        const chunk = bundle[name];
        if (wanted.has(name) || chunk === undefined) return;
        wanted.add(name);
        if (chunk.type !== "chunk") return;
        const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
        for (const file of [...chunk.imports, ...importedCss, ...importedAssets]) take(file);
        // The entry leads to every page of the console; what the till's own parts lead to is needed.
        if (!chunk.isEntry) for (const file of chunk.dynamicImports) take(file);
      };
      for (const { fileName } of start) take(fileName);
      const files = [...wanted].toSorted().map((name) => `/${name}`);
      this.emitFile({ type: "asset", fileName: "till-files.json", source: JSON.stringify([...files, "/fedele.svg"]) });
    },
  };
}

/** Beside the page a worker, where there is one: its address never changes, or the browser would not find it again. */
function entriesOf(app: string): Pick<BuildEnvironmentOptions, "rolldownOptions"> {
  const worker = join(root, app, "worker.ts");
  if (app !== "portal") return {};
  return {
    rolldownOptions: {
      input: { index: join(root, app, "index.html"), worker },
      output: { entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js") },
    },
  };
}

/** The list of files that the portal's worker keeps on the device. */
function listed(app: string): Plugin {
  return {
    name: "listed",
    writeBundle({ dir = "" }, bundle) {
      if (app !== "portal") return;
      const names = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      writeFileSync(join(dir, "files.json"), JSON.stringify(names.map((name) => `/${app}/${name}`)));
    },
  };
}

/** Writes each file of text once more as gzip and as Brotli, so that the server never compresses while it serves. */
function compressed(): Plugin {
  return {
    name: "compressed",
    async writeBundle({ dir = "" }) {
      const names = globSync("**/*.{js,css,html,svg,json,webmanifest,wasm}", { cwd: dir });
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name);
          const bytes = readFileSync(file);
          // A page carries a nonce of its own each time.
          if (bytes.length < COMPRESSED_FROM_BYTES || name.endsWith(".html")) return;
          writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
          writeFileSync(
            `${file}.br`,
            await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
          );
        }),
      );
    },
  };
}
