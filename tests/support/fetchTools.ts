// Gets what the tests need from outside before they need it: a mongod and a Chromium.
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { chromiumExecutable } from './chromiumExecutable';

await Promise.all([
  findMongod({ environment: readEnvironment(), log: console.log }),
  chromiumExecutable(),
]);
