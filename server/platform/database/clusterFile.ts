// cluster.json in the data folder: who the cluster is and, for a command beside a serving process, where its socket is.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const FILE = "cluster.json";

export type ClusterFile = {
  readonly id: string;
  /** The cluster's data. */
  readonly folder: string;
  readonly socketFolder: string;
  /** Under what rules the roles were last made; empty before. */
  readonly preparedFor: string;
};

/** What is known of the cluster of a data folder, if there is one. */
export function readClusterFile(dataFolder: string): ClusterFile | undefined {
  try {
    const { id, folder, socketFolder, preparedFor } = JSON.parse(readFileSync(join(dataFolder, FILE), "utf8"));
    return { id, folder: resolve(dataFolder, folder), socketFolder, preparedFor };
  } catch {
    return undefined;
  }
}

/** A cluster inside the data folder is named from there, so that the folder can be moved. */
export function writeClusterFile(dataFolder: string, content: ClusterFile): void {
  const file = join(dataFolder, FILE);
  const isInside = dirname(content.folder) === dataFolder;
  const written = { ...content, folder: isInside ? basename(content.folder) : content.folder };
  writeFileSync(`${file}.new`, `${JSON.stringify(written, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
