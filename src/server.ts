import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express, { type Express } from 'express';
import type { Payload } from 'payload';

import { measureOrders } from './actions/schedule/measureOrders';
import { sendNoticesSoon } from './actions/record/sendNotices';
import { createClient } from './client/createClient';
import { whoAsks } from './cms/access/whoAsks';
import { ensureDeskIndexes } from './cms/desk/ensureDeskIndexes';
import { loadPreview } from './cms/preview/loadPreview';
import { ensureSearchEntries } from './cms/search/ensureSearchEntries';
import { openDelivery, type Delivery } from './delivery/openDelivery';
import { presentArticle } from './delivery/presenters/presentArticle';
import { presentPreview } from './delivery/presenters/presentPreview';
import { siteAt } from './delivery/Site';
import { ensureIndexes } from './delivery/read/ensureIndexes';
import { withVerdictsNow } from './delivery/read/verdictsNow';
import { readLiveArticle } from './delivery/read/readLiveArticle';
import { health, type Readiness } from './delivery/routes/health';
import { pingHub } from './delivery/webhooks/pingHub';
import { sendWebhooks } from './delivery/webhooks/sendWebhooks';
import {
  EnvironmentError,
  provideEnvironment,
  readEnvironment,
  type Environment,
} from './environment';
import type { PreviewOf } from './domain/edition/PreviewOf';
import { orderFigures } from './domain/schedule/orderFigures';
import { openFileStore } from './files/openFileStore';
import { serveFiles } from './files/serveFiles';
import { keepSwept } from './files/sweepFiles';
import { resolvePayloadSecret } from './firstRunSecrets';
import { drain } from './http/drain';
import { limitBodies } from './http/limitBodies';
import { limitRates } from './http/limitRates';
import { logRequests } from './http/logRequests';
import { openMetrics } from './http/openMetrics';
import { nameRequest } from './http/requestIds';
import { securityHeaders } from './http/securityHeaders';
import { carryFiles } from './migrations/carryFiles';
import { migrations } from './migrations/migrations';
import { pinFaces } from './migrations/pinFaces';
import { pinImages } from './migrations/pinImages';
import { runMigrations } from './migrations/runMigrations';
import { MongoSetUpError } from './mongo/MongoSetUpError';
import { openMongo, type OpenMongo } from './mongo/openMongo';
import { watchFolder } from './ingest/watchFolder';
import type { ReaderSite } from './reader/pages/layout';
import { previewSite } from './reader/previewSite';
import { readerSite } from './reader/readerSite';
import { startWorker } from './scheduling/startWorker';
import { watchRights } from './scheduling/watchRights';

const ROOT = path.resolve(import.meta.dirname, '..');

/** How long open requests may take after Ctrl-C before they are cut off. */
const DRAIN_MS = 5_000;

/** Longer than the idle time of usual balancers, so that they close a connection first, never we. */
const KEEP_ALIVE_MS = 65_000;
/** Whoever takes longer for a few hundred bytes of headers holds connections open for nothing. */
const HEADERS_TIMEOUT_MS = 20_000;
/** A large recording over a slow line. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;

const NOTICES_EVERY_MS = 60_000;

/** Set once the delivery API is open in this process. */
let delivery: Delivery | undefined;

/** What has been opened, the newest first: closed in this order. */
const closers: (() => Promise<unknown>)[] = [];

const log = (line: string): void => console.log(line);

/**
 * Starts this process in its role: `all` hosts the admin, REST, GraphQL, the delivery API and the
 * worker; `admin`, `delivery` and `worker` are one part each. It listens at once, so that a busy
 * port is known before a database starts, and answers 503 until everything is up.
 */
async function start(): Promise<void> {
  const startedAt = Date.now();
  const environment = readEnvironment();
  const readiness: Readiness = { ping: null, isStopping: false };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', environment.trustProxy);
  app.use(health(readiness));

  const server = await listen(app, environment);
  stopOnSignals({ server, readiness, delayMs: environment.shutdownDelay * 1000 });

  const secret = resolvePayloadSecret(environment);
  const mongo = await openMongo({ environment, log });
  closers.unshift(() => mongo.stop());
  provideEnvironment({ MONGODB_URI: mongo.uri, PAYLOAD_SECRET: secret });

  const payload = await openPayload();
  closers.unshift(() => payload.destroy());
  if (environment.mayWrite) {
    const { dataDir } = environment;
    const files = carryFiles({ store: openFileStore(environment), dataDir });
    await runMigrations({ payload, log }, [...migrations, files, pinFaces, pinImages]);
  }
  await protect({ app, payload, environment });
  const signIns = await firstRun(payload, mongo);

  const { port } = server.address() as AddressInfo;
  const publicUrl = environment.port === 0 ? `http://localhost:${port}` : environment.publicUrl;
  const plays = (role: Environment['role']) => [role, 'all'].includes(environment.role);
  // What the queries of delivery nodes need, the others see to.
  if (environment.mayWrite) {
    await ensureIndexes(payload.db.connection);
    await ensureDeskIndexes(payload);
    await ensureSearchEntries(payload);
    closers.unshift(sendLeftOverNotices(payload));
  }
  const { siteName: name, siteLanguage: language } = environment;
  const site = { name, language, publicUrl };
  if (plays('admin')) {
    closers.unshift(
      keepSwept({
        store: openFileStore(environment),
        connection: payload.db.connection,
        onError: (error) => payload.logger.error({ err: error, msg: 'Files could not be swept' }),
      }),
    );
  }
  if (plays('admin') || plays('delivery')) mountFiles({ app, payload, environment });
  if (plays('admin')) mountPreview({ app, payload, site });
  if (plays('delivery')) {
    const opened = mountDelivery({ app, payload, site, environment });
    readiness.delivery = opened.status;
    await mountReader({ app, payload, site, opened });
  }
  if (plays('worker')) startWork({ payload, publicUrl, environment });
  if (plays('admin')) {
    closers.unshift(await mountAdmin({ app, server, port, isDev: !environment.isProduction }));
  }
  app.use((_req, res) => {
    res.status(404).json({ error: { code: 'NOT_FOUND', message: 'There is nothing here.' } });
  });
  readiness.ping = () =>
    payload.db.connection.db?.admin().ping() ?? Promise.reject(new Error('not connected'));
  announce({ environment, publicUrl, signIns, seconds: (Date.now() - startedAt) / 1000 });
}

function listen(app: Express, { port, host }: Environment): Promise<Server> {
  const server = createServer((req, res) => {
    // Most of what readers ask for is in memory: it is answered before any router looks at it.
    if (!delivery?.answerFast(req, res)) app(req, res);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** Imported late, because the config reads the database's address from the environment. */
async function openPayload(): Promise<Payload> {
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
  ]);
  return getPayload({ config });
}

/** Seeds an empty newsroom that is ours to fill; a database given by the operator is left alone. */
async function firstRun(payload: Payload, { isEmbedded }: OpenMongo) {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0 || !isEmbedded) return [];
  log('First run: making users and loading the articles in seed/articles …');
  const { seedNewsroom } = await import('../seed/seedNewsroom');
  const { signIns, stories } = await seedNewsroom({ payload });
  for (const { file, outcome, message } of stories) log(`  ${file}: ${message ?? outcome}`);
  return signIns;
}

/** What stands before every request that is not answered from memory, and the figures about them. */
async function protect({
  app,
  payload,
  environment,
}: {
  app: Express;
  payload: Payload;
  environment: Environment;
}): Promise<void> {
  const { logger } = payload;
  app.use(nameRequest, logRequests(logger));
  if (environment.metricsPort !== null) {
    const metrics = openMetrics({
      delivery: () => delivery?.status() ?? null,
      newestSequence: () => newestSequence(payload),
      publications: async () => orderFigures(await measureOrders(payload)),
      onError: (error) => logger.error({ err: error, msg: 'Figures could not be collected' }),
    });
    app.use(metrics.measure);
    const server = await metrics.listen(environment.metricsPort, environment.host);
    closers.unshift(async () => {
      server.closeAllConnections();
      server.close();
    });
  }
  app.use(
    securityHeaders({
      isHttps: environment.publicUrl.startsWith('https:'),
      isDev: !environment.isProduction,
    }),
    limitBodies,
    ...limitRates({ perMinute: environment.rateLimit }),
  );
}

async function newestSequence({ db: { connection } }: Payload): Promise<number> {
  const newest = await connection
    .collection<{ sequence: number }>('events')
    .findOne({}, { sort: { sequence: -1 }, projection: { sequence: 1 } });
  return newest?.sequence ?? 0;
}

/** The public read API under `/v1`, and the pages that belong to the root of a site. */
function mountDelivery({
  app,
  payload,
  site: { publicUrl, ...site },
  environment,
}: {
  app: Express;
  payload: Payload;
  site: ReaderSite;
  environment: Environment;
}): Delivery {
  const opened = openDelivery({
    connection: payload.db.connection,
    publicUrl,
    site: { ...site, hubUrl: environment.webSubHub },
    cacheBytes: environment.cacheBytes,
    onError: (error) => payload.logger.error({ err: error, msg: 'Delivery failed' }),
  });
  app.use(opened.rootPages);
  app.use('/v1', opened.app);
  closers.unshift(() => opened.close());
  delivery = opened;
  return opened;
}

/** Pictures for readers, and every file for the newsroom: outside of Next, which knows no HEAD. */
function mountFiles({
  app,
  payload,
  environment,
}: {
  app: Express;
  payload: Payload;
  environment: Environment;
}): void {
  app.use(
    serveFiles({
      store: openFileStore(environment),
      connection: payload.db.connection,
      whoAsks: whoAsks(payload),
      onError: (error) => payload.logger.error({ err: error, msg: 'A file could not be sent' }),
    }),
  );
}

/**
 * The site for readers. It asks the API as any other frontend would, over HTTP, at an address of its
 * own that is open to this machine alone: limits are for those who ask from outside.
 */
async function mountReader({
  app,
  payload,
  site,
  opened,
}: {
  app: Express;
  payload: Payload;
  site: ReaderSite;
  opened: Delivery;
}): Promise<void> {
  const api = express().use('/v1', opened.app);
  const server = createServer((req, res) => {
    if (!opened.answerFast(req, res)) api(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.unshift(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  app.use(
    '/read',
    readerSite({
      client: createClient({ baseUrl: `http://127.0.0.1:${port}/v1` }),
      site,
      onError: (error) => payload.logger.error({ err: error, msg: 'A page could not be shown' }),
    }),
  );
}

/** An article beside the page that it is written on, with the templates of the reader site. */
function mountPreview({
  app,
  payload,
  site,
}: {
  app: Express;
  payload: Payload;
  site: ReaderSite;
}): void {
  const load = async (asked: { articleId: string; token: string; of: PreviewOf }) => {
    const now = new Date();
    const content = await loadPreview({ payload, now, ...asked });
    const [shown] = await withVerdictsNow(payload.db.connection, [content]);
    // With its corrections, as readers have it.
    const found =
      asked.of === 'live'
        ? await readLiveArticle(payload.db.connection, { id: asked.articleId })
        : null;
    return found?.state === 'live'
      ? presentArticle({ article: found.article, site: siteAt(site), now })
      : presentPreview({ content: shown ?? content, at: now, site: siteAt(site), now });
  };
  app.use('/read', previewSite({ load, site }));
}

/** What happens by itself: scheduled publication, the end of rights in pictures, telling subscribers, and the wire. */
function startWork({
  payload,
  publicUrl,
  environment: { ingestDir, webSubHub },
}: {
  payload: Payload;
  publicUrl: string;
  environment: Environment;
}): void {
  const worker = startWorker({ payload, log: (line) => payload.logger.info(line) });
  const rights = watchRights({ payload, log: (line) => payload.logger.info(line) });
  const webhooks = sendWebhooks({
    connection: payload.db.connection,
    onError: (error) => payload.logger.error({ err: error, msg: 'Webhooks failed' }),
  });
  closers.unshift(
    () => worker.stop(),
    () => rights.stop(),
    () => webhooks.close(),
  );
  if (ingestDir) {
    const watched = watchFolder({ payload, folder: ingestDir, log });
    closers.unshift(() => watched.stop());
  }
  if (webSubHub) {
    const hub = pingHub({
      connection: payload.db.connection,
      hubUrl: webSubHub,
      publicUrl,
      onError: (error) => payload.logger.error({ err: error, msg: 'The hub could not be told' }),
    });
    closers.unshift(() => hub.close());
  }
}

/** Next answers everything that Express did not: the admin panel, REST and GraphQL. */
async function mountAdmin({
  app,
  server,
  port,
  isDev,
}: {
  app: Express;
  server: Server;
  port: number;
  isDev: boolean;
}): Promise<() => Promise<void>> {
  const { default: next } = await import('next');
  const admin = next({ dev: isDev, dir: ROOT, port, hostname: 'localhost' });
  await admin.prepare();
  const handle = admin.getRequestHandler();
  app.get('/', (_req, res) => res.redirect(302, '/admin'));
  // No body parser stands before this: Payload reads the request itself (payload-traps 16).
  app.use((req, res) => handle(req, res));
  if (isDev) {
    const upgrade = admin.getUpgradeHandler();
    server.on('upgrade', (req, socket, head) => void upgrade(req, socket, head));
  }
  return () => admin.close();
}

/** E-mails that could not be sent when their notices were made go with a later round. */
function sendLeftOverNotices(payload: Payload): () => Promise<void> {
  sendNoticesSoon(payload);
  const timer = setInterval(() => sendNoticesSoon(payload), NOTICES_EVERY_MS);
  return () => Promise.resolve(clearInterval(timer));
}

/**
 * Ctrl-C and SIGTERM: says that it is not ready, gives balancers the time that they were promised,
 * lets open requests finish, and only then closes what they need.
 */
function stopOnSignals({
  server,
  readiness,
  delayMs,
}: {
  server: Server;
  readiness: Readiness;
  delayMs: number;
}): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log('Stopping …');
    readiness.isStopping = true;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    delivery?.drain();
    await drain(server, { maxMs: DRAIN_MS });
    for (const close of closers) await close();
    log('Stopped.');
    process.exit(0);
  };
  const onSignal = (): void => {
    stop().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function announce({
  environment,
  publicUrl,
  signIns,
  seconds,
}: {
  environment: Environment;
  publicUrl: string;
  signIns: Awaited<ReturnType<typeof firstRun>>;
  seconds: number;
}): void {
  log('');
  log(
    `Standfirst is ready after ${seconds.toFixed(1)} s (role ${environment.role}, process ${process.pid}).`,
  );
  if (environment.role === 'all' || environment.role === 'admin') {
    log(`  Admin panel   ${publicUrl}/admin`);
    log(`  REST          ${publicUrl}/api/articles`);
    log(`  GraphQL       ${publicUrl}/api/graphql`);
  }
  if (environment.role === 'all' || environment.role === 'delivery') {
    log(`  Reader site   ${publicUrl}/read`);
    log(`  Delivery API  ${publicUrl}/v1/articles/<slug>`);
  }
  log(`  Health        ${publicUrl}/healthz and /readyz`);
  if (signIns.length > 0) {
    log('');
    log('First sign-in. These passwords are shown this once; keep them or change them:');
    for (const { email, password, role } of signIns) {
      log(`  ${email.padEnd(28)} ${password}   ${role}`);
    }
  }
  log('');
}

start().catch(async (error: unknown) => {
  const { code, port = 0 } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    console.error(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
    );
  } else if (code === 'EACCES') {
    console.error(`Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`);
  } else if (error instanceof EnvironmentError || error instanceof MongoSetUpError) {
    console.error(error.message);
  } else {
    console.error(error);
  }
  for (const close of closers) await close().catch(() => undefined);
  process.exit(1);
});
