import { expect, test } from 'vitest';
import { testDatabaseUri } from '../support/testDatabase';

test.each([
  'mongodb://127.0.0.1:27017/?replicaSet=rs0&directConnection=true',
  'mongodb://127.0.0.1:27017/standfirst?replicaSet=rs0&directConnection=true',
  'mongodb://127.0.0.1:27017?replicaSet=rs0&directConnection=true',
])('keeps host and options of %s', (uri) => {
  expect(testDatabaseUri(uri)).toMatch(
    /^mongodb:\/\/127\.0\.0\.1:27017\/test_[-0-9a-f]{13}\?replicaSet=rs0&directConnection=true$/,
  );
});

test('keeps user, several hosts and the srv scheme', () => {
  expect(testDatabaseUri('mongodb://ada:s%2Fx@a:1,b:2,c:3/news')).toMatch(
    /^mongodb:\/\/ada:s%2Fx@a:1,b:2,c:3\/test_[^?/]+$/,
  );
  expect(testDatabaseUri('mongodb+srv://cluster.example')).toMatch(
    /^mongodb\+srv:\/\/cluster\.example\/test_[^?/]+$/,
  );
});

test('gives another name each time', () => {
  const uri = 'mongodb://127.0.0.1:27017/?replicaSet=rs0';
  expect(testDatabaseUri(uri)).not.toBe(testDatabaseUri(uri));
});

test('refuses what is not a MongoDB URI', () => {
  expect(() => testDatabaseUri('http://127.0.0.1:27017')).toThrow('Not a MongoDB URI');
});
