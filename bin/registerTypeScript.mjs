// Lets this process import TypeScript: node --import ./bin/registerTypeScript.mjs FILE
import { register as registerHooks } from 'node:module';
import { register as registerTsx } from 'tsx/esm/api';

registerTsx();
registerHooks('./buildConditions.mjs', {
  parentURL: import.meta.url,
  data: process.env.NODE_ENV === 'production' ? 'production' : 'development',
});
