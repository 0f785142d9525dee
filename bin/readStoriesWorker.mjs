// The thread that reads files of stories: src/actions/story/readApart.ts starts and ends it.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// What lets the process import TypeScript is for its main thread alone.
register();
const { readStories } = await import('../src/domain/formats/readStories.ts');
const { wordToHtml } = await import('../src/actions/story/wordToHtml.ts');

parentPort.on('message', async (request) => {
  try {
    parentPort.postMessage({ read: await readStories({ ...request, wordToHtml }) });
  } catch (error) {
    parentPort.postMessage({ fault: String(error) });
  }
});
