import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** Unset and empty mean the same: compose files and CI systems pass unset variables as ''. */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || null);

const port = z.preprocess(orAbsent, z.coerce.number().int().min(0).max(65_535).optional());

const wholeNumber = ({ most, otherwise }: { most: number; otherwise: number }) =>
  z.preprocess(orAbsent, z.coerce.number().int().min(0).max(most).default(otherwise));

const schema = z.object({
  ROLE: z.preprocess(orAbsent, z.enum(['all', 'admin', 'delivery', 'worker']).default('all')),
  PORT: z.preprocess(orAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: text,
  DATA_DIR: text,
  MONGODB_URI: text.refine((value) => value === null || /^mongodb(\+srv)?:\/\/./.test(value), {
    message: 'must begin with mongodb:// or mongodb+srv://',
  }),
  MONGOD_BINARY: text,
  PAYLOAD_SECRET: text.refine((value) => value === null || value.length >= 32, {
    message: 'must have at least 32 characters',
  }),
  PUBLIC_URL: z.preprocess(orAbsent, z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: z.preprocess(
    orAbsent,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  SMTP_URL: text.refine((value) => value === null || /^smtps?:\/\/./.test(value), {
    message: 'must begin with smtp:// or smtps://',
  }),
  INGEST_DIR: text,
  FETCH_PICTURES: z.preprocess(orAbsent, z.enum(['true', 'false']).default('false')),
  LOG_FORMAT: z.preprocess(orAbsent, z.enum(['pretty', 'json']).default('pretty')),
  METRICS_PORT: port,
  RATE_LIMIT: wholeNumber({ most: 1_000_000, otherwise: 6_000 }),
  TRUST_PROXY: wholeNumber({ most: 10, otherwise: 0 }),
  CORS_ORIGINS: text.refine(
    (value) => value === null || value === '*' || originsIn(value).every(isOrigin),
    { message: 'must be * or origins such as https://news.example, separated by commas' },
  ),
  SHUTDOWN_DELAY: wholeNumber({ most: 600, otherwise: 0 }),
  CACHE_MB: z.preprocess(orAbsent, z.coerce.number().int().min(1).max(65_536).default(128)),
  S3_BUCKET: text,
  S3_ENDPOINT: z.preprocess(orAbsent, z.url({ protocol: /^https?$/ }).optional()),
  S3_REGION: z.preprocess(orAbsent, z.string().default('us-east-1')),
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  MAX_MEGAPIXELS: z.preprocess(orAbsent, z.coerce.number().min(1).max(1_000).default(50)),
  SITE_NAME: z.preprocess(orAbsent, z.string().trim().max(100).default('Standfirst')),
  SITE_LANGUAGE: z.preprocess(
    orAbsent,
    z
      .string()
      .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language such as en, de or de-AT')
      .default('en'),
  ),
  WEBSUB_HUB: z.preprocess(orAbsent, z.url({ protocol: /^https?$/ }).optional()),
  EMAIL_FROM: z.preprocess(orAbsent, z.email().default('newsroom@standfirst.local')),
  NODE_ENV: text,
  XDG_CACHE_HOME: text,
  PATH: text,
});

export type Role = z.infer<typeof schema>['ROLE'];

export type Environment = {
  role: Role;
  /** Delivery nodes hold no write rights: the others make collections and indexes. */
  mayWrite: boolean;
  /** 0 asks the system for any free port. */
  port: number;
  /** The address to listen on; null listens on all. */
  host: string | null;
  /** Absolute. Holds the embedded database, first-run secrets and uploads. */
  dataDir: string;
  /** Absolute. Holds what can be downloaded again, shared by all checkouts of one user. */
  cacheDir: string;
  mongodbUri: string | null;
  mongodBinary: string | null;
  payloadSecret: string | null;
  /** The address readers and editors use, without a slash at the end. */
  publicUrl: string;
  /** Where e-mails are handed over; null writes them to the log. */
  smtpUrl: string | null;
  emailFrom: string;
  /** Absolute. Files put there become drafts; null watches none. */
  ingestDir: string | null;
  /** Whether imports may ask the web for the pictures of their stories. */
  fetchPictures: boolean;
  isProduction: boolean;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  logFormat: z.infer<typeof schema>['LOG_FORMAT'];
  /** Where figures for Prometheus are served; null serves none. */
  metricsPort: number | null;
  /** Requests a minute that one address or key may make; 0 bounds nothing. */
  rateLimit: number;
  /** How many proxies stand before this process, each adding to X-Forwarded-For. */
  trustProxy: number;
  /** The websites whose scripts may use REST and GraphQL. */
  corsOrigins: '*' | string[];
  /** Seconds between saying that this process is not ready and taking no more connections. */
  shutdownDelay: number;
  /** What kept answers of the delivery API may take up in memory. */
  cacheBytes: number;
  /** The bucket that keeps the files; null keeps them in the data folder. */
  s3: {
    bucket: string;
    endpoint: string | null;
    region: string;
    keys: { id: string; secret: string } | null;
  } | null;
  /** Pictures with more than these millions of pixels are refused. */
  maxMegapixels: number;
  /** The newsroom's name in feeds, structured data and the reader site. */
  siteName: string;
  /** Of the reader site's own words and of the feeds, after BCP 47. */
  siteLanguage: string;
  /** The WebSub hub that is told of changes; null tells none. */
  webSubHub: string | null;
  /** The folders searched for programs. */
  searchPath: string[];
};

/** Every problem found in the environment, one a line: VARIABLE: what is wrong. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  constructor(readonly problems: string[]) {
    super(
      `The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}

/**
 * Reads and checks the environment variables described in .env.example.
 *
 * Secrets may be absent, so that the admin can be built without a database or a secret.
 *
 * @throws EnvironmentError naming every variable that is wrong, not only the first.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const values = parsed.data;
  return {
    role: values.ROLE,
    mayWrite: values.ROLE !== 'delivery',
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR ?? '.standfirst'),
    cacheDir: path.resolve(
      values.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'),
      'standfirst',
    ),
    mongodbUri: values.MONGODB_URI,
    mongodBinary: values.MONGOD_BINARY,
    payloadSecret: values.PAYLOAD_SECRET,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    smtpUrl: values.SMTP_URL,
    emailFrom: values.EMAIL_FROM,
    ingestDir: values.INGEST_DIR && path.resolve(values.INGEST_DIR),
    fetchPictures: values.FETCH_PICTURES === 'true',
    isProduction: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    metricsPort: values.METRICS_PORT ?? null,
    rateLimit: values.RATE_LIMIT,
    trustProxy: values.TRUST_PROXY,
    corsOrigins: values.CORS_ORIGINS === '*' ? '*' : originsIn(values.CORS_ORIGINS ?? ''),
    shutdownDelay: values.SHUTDOWN_DELAY,
    cacheBytes: values.CACHE_MB * 1024 * 1024,
    s3: s3In(values),
    maxMegapixels: values.MAX_MEGAPIXELS,
    siteName: values.SITE_NAME,
    siteLanguage: values.SITE_LANGUAGE,
    webSubHub: values.WEBSUB_HUB ?? null,
    searchPath: (values.PATH ?? '').split(path.delimiter).filter(Boolean),
  };
}

/**
 * Writes resolved values back, because the Payload config inside the Next bundle reads the
 * environment of this same process at its first request.
 */
export function provideEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
}

function orAbsent(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

function s3In(values: z.infer<typeof schema>): Environment['s3'] {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values;
  if (!S3_BUCKET) return null;
  const id = S3_ACCESS_KEY_ID;
  const secret = S3_SECRET_ACCESS_KEY;
  if ((id === null) !== (secret === null)) {
    throw new EnvironmentError(['S3_ACCESS_KEY_ID: is only of use with S3_SECRET_ACCESS_KEY']);
  }
  return {
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT ?? null,
    region: S3_REGION,
    keys: id && secret ? { id, secret } : null,
  };
}

function originsIn(list: string): string[] {
  return list
    .split(',')
    .map((origin) => origin.trim().replace(/\/+$/, ''))
    .filter(Boolean);
}

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
  );
}
