import { openMongo } from '../../src/mongo/openMongo';
import { readEnvironment } from '../../src/environment';

// Run as a process of its own by the tests that end it in rude ways.
const mongo = await openMongo({ environment: readEnvironment(), log: () => {} });
process.on('SIGTERM', () => void mongo.stop().then(() => process.exit(0)));
console.log(mongo.uri);
setInterval(() => {}, 60_000);
