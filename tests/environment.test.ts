import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../src/environment';
import { resolvePayloadSecret } from '../src/firstRunSecrets';

test('needs nothing to be set', () => {
  expect(readEnvironment({})).toMatchObject({
    role: 'all',
    port: 3000,
    host: null,
    dataDir: path.resolve('.standfirst'),
    mongodbUri: null,
    payloadSecret: null,
    publicUrl: 'http://localhost:3000',
    isProduction: false,
    logLevel: 'info',
    siteLanguage: 'en',
  });
});

test('treats a variable set to nothing as not set', () => {
  const empty = { ROLE: '', PORT: '', MONGODB_URI: ' ', PUBLIC_URL: '', PAYLOAD_SECRET: '' };
  expect(readEnvironment(empty)).toEqual(readEnvironment({}));
});

test('derives the public address from the port, and drops a slash at its end', () => {
  expect(readEnvironment({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readEnvironment({ PUBLIC_URL: 'https://desk.example/' }).publicUrl).toBe(
    'https://desk.example',
  );
});

test('names every wrong variable at once, and never shows a secret', () => {
  const wrong = {
    ROLE: 'king',
    PORT: '99999',
    MONGODB_URI: 'postgres://x',
    PUBLIC_URL: 'desk',
    SITE_LANGUAGE: 'German, please',
    PAYLOAD_SECRET: 'hunter2',
  };
  try {
    readEnvironment(wrong);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    const { problems, message } = error as EnvironmentError;
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'ROLE',
      'PORT',
      'MONGODB_URI',
      'PAYLOAD_SECRET',
      'PUBLIC_URL',
      'SITE_LANGUAGE',
    ]);
    expect(message).not.toContain('hunter2');
  }
});

test('makes a secret on the first run, keeps it, and shows it to its owner only', () => {
  const dataDir = temporaryFolder();
  const environment = { dataDir, mongodbUri: null, payloadSecret: null };
  const secret = resolvePayloadSecret(environment);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(resolvePayloadSecret(environment)).toBe(secret);
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(resolvePayloadSecret({ ...environment, dataDir: temporaryFolder() })).not.toBe(secret);
});

test('prefers the secret that the environment gives', () => {
  const payloadSecret = 'x'.repeat(32);
  const environment = { dataDir: temporaryFolder(), mongodbUri: null, payloadSecret };
  expect(resolvePayloadSecret(environment)).toBe(payloadSecret);
});

test('demands a secret from the environment when the database may be shared', () => {
  const environment = {
    dataDir: temporaryFolder(),
    mongodbUri: 'mongodb://db/standfirst',
    payloadSecret: null,
  };
  expect(() => resolvePayloadSecret(environment)).toThrow(/PAYLOAD_SECRET.*openssl rand/);
});

test('does not replace a damaged secrets file', () => {
  const dataDir = temporaryFolder();
  const file = path.join(dataDir, 'secrets.json');
  writeFileSync(file, '{');
  expect(() => resolvePayloadSecret({ dataDir, mongodbUri: null, payloadSecret: null })).toThrow(
    /damaged/,
  );
  expect(readFileSync(file, 'utf8')).toBe('{');
});

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standfirst-environment-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
