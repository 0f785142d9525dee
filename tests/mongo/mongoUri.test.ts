import { expect, test } from 'vitest';
import { nameReplicaSet, redactUri, toDirectUri } from '../../src/mongo/mongoUri';

test.each([
  ['mongodb://db:27017', 'mongodb://db:27017/standfirst?replicaSet=rs0'],
  ['mongodb://db/?w=majority', 'mongodb://db/standfirst?w=majority&replicaSet=rs0'],
  ['mongodb://a,b/daily?replicaSet=other', 'mongodb://a,b/daily?replicaSet=other'],
  ['mongodb+srv://db.example/daily', 'mongodb+srv://db.example/daily?replicaSet=rs0'],
])('completes %s with what is missing', (uri, expected) => {
  expect(nameReplicaSet(uri, 'rs0')).toBe(expected);
});

test('leaves the users of a server where they were when it adds a database name', () => {
  expect(nameReplicaSet('mongodb://ed:pw@db', 'rs0')).toBe(
    'mongodb://ed:pw@db/standfirst?replicaSet=rs0&authSource=admin',
  );
  expect(nameReplicaSet('mongodb://ed:pw@db/daily', 'rs0')).toBe(
    'mongodb://ed:pw@db/daily?replicaSet=rs0',
  );
});

test('asks the first host directly, and knows that a seed list has none', () => {
  expect(toDirectUri('mongodb://ed:pw@a:1,b:2/daily?replicaSet=rs0&w=1')).toBe(
    'mongodb://ed:pw@a:1/daily?w=1&directConnection=true',
  );
  expect(toDirectUri('mongodb+srv://db.example/daily')).toBeNull();
});

test('shows no user name and no password', () => {
  expect(redactUri('mongodb://ed:p@w@a:1,b:2/daily')).toBe('mongodb://***@a:1,b:2/daily');
});
