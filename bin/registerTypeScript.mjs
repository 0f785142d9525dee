// Lets this process import TypeScript: node --import ./bin/registerTypeScript.mjs FILE
import { register } from 'node:module';
import 'tsx';

register('./buildConditions.mjs', {
  parentURL: import.meta.url,
  data: process.env.NODE_ENV === 'production' ? 'production' : 'development',
});
