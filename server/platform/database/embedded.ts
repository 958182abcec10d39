// The embedded Postgres of one data folder: found or made, recovered, started, and stopped with us.
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { readyBinaries } from "./binaries.ts";
import { type Cluster, createCluster, isCreated, stopOrphan } from "./cluster.ts";
import { type ClusterFile, readClusterFile, writeClusterFile } from "./clusterFile.ts";
import { type EngineUser, mayEnter } from "./engineUser.ts";
import { acquireLock, type Lock } from "./lock.ts";
import { clusterFolderFor, engineUserFor, makeSocketFolder, makeStateFolder, removeSocketFolder } from "./places.ts";
import { clusterSettings, type ServerSettings } from "./settings.ts";
import { supervise } from "./supervisor.ts";

export type EmbeddedPostgres = {
  readonly socketFolder: string;
  /** Under what rules the roles were last made; empty before. */
  readonly preparedFor: string;
  markPrepared(preparedFor: string): void;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly adminPassword: string;
  /** Told what an operator should know, in sentences. */
  readonly tell: (sentence: string) => void;
  /** Settings that go before our own. */
  readonly settings?: ServerSettings;
};

/** Starts the cluster of `dataFolder`, whose lock the caller holds. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataFolder } = options;
  const known = readClusterFile(dataFolder);
  const user = engineUserFor(known?.folder);
  const id = known?.id ?? randomBytes(8).toString("hex");
  const folder = known?.folder ?? clusterFolderFor(dataFolder, user, id);
  if (known !== undefined) refuseLoss(dataFolder, known);
  const homeLock = await lockHome(options, user, folder);
  const binaries = readyBinaries(user, user === undefined ? dataFolder : makeStateFolder("programs"));
  const cluster: Cluster = { binaries, user, folder, logFile: join(dataFolder, "postgres.log") };

  await stopOrphan(cluster);
  if (known !== undefined) removeSocketFolder(known.socketFolder, folder);
  const socketFolder = makeSocketFolder(user);
  const release = () => {
    removeSocketFolder(socketFolder, folder);
    homeLock?.release();
  };
  try {
    const state: ClusterFile = { id, folder, socketFolder, preparedFor: known?.preparedFor ?? "" };
    // Written before the cluster is made, so that an interrupted first start is continued in the same place.
    writeClusterFile(dataFolder, state);
    await createCluster(cluster, options.adminPassword);
    const settings = { ...clusterSettings(socketFolder), ...options.settings };
    const supervisor = await supervise({ cluster, settings, tell: options.tell });
    return {
      socketFolder,
      preparedFor: state.preparedFor,
      markPrepared: (preparedFor) => writeClusterFile(dataFolder, { ...state, preparedFor }),
      stop: async () => {
        await supervisor.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** An empty database in the place of a lost one would look like a fresh start. */
function refuseLoss(dataFolder: string, known: ClusterFile): void {
  if (known.preparedFor === "" || isCreated(known.folder)) return;
  throw new Error(
    `The database of ${dataFolder} is missing from ${known.folder}. Put its files back from a backup; ` +
      "to begin anew with an empty database, use another data folder.",
  );
}

/** A cluster outside the data folder has a lock of its own: a copied data folder names the same one. */
async function lockHome(
  { dataFolder, tell }: EmbeddedOptions,
  user: EngineUser | undefined,
  folder: string,
): Promise<Lock | undefined> {
  const home = dirname(folder);
  if (!mayEnter(user, home)) {
    throw new Error(
      `The account ${user?.name}, under which the database runs, cannot enter ${home}. ` +
        "Let it pass through that folder and those above it (chmod o+x), or move the data folder.",
    );
  }
  if (home === dataFolder) return undefined;
  tell(
    `The account ${user?.name}, under which the database runs, cannot enter ${dataFolder}. ` +
      `The database's files are kept in ${home} instead.`,
  );
  const lock = await acquireLock(home, "cluster");
  if ("release" in lock) return lock;
  throw new Error(
    `Another Fedele (process ${lock.pid}) is using the database in ${home}, which ${dataFolder} names as its own. ` +
      "A data folder that was copied needs its database exported and imported.",
  );
}
