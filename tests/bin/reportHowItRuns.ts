// Run by run.test.ts through bin/run.mjs.
console.log(
  JSON.stringify({ args: process.argv.slice(2), lexical: import.meta.resolve('lexical') }),
);
process.exit(7);
