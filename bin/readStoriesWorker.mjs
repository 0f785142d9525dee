// The thread that reads files of stories: src/actions/story/readApart.ts starts and ends it.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// On Linux this is of this thread alone: whoever is answered meanwhile goes first.
setPriority(5);
// What lets the process import TypeScript is for its main thread alone.
register();
const { readStories } = await import('../src/domain/formats/readStories.ts');
const { wordToHtml } = await import('../src/actions/story/wordToHtml.ts');

let stories = [];

parentPort.on('message', async (request) => {
  // One by one: taking thousands at once would hold up the thread that asks.
  if ('story' in request) {
    parentPort.postMessage({ story: stories[request.story] });
    stories[request.story] = undefined;
    return;
  }
  try {
    const read = await readStories({ ...request, wordToHtml });
    stories = read.stories;
    parentPort.postMessage({ read: { ...read, stories: [] }, count: stories.length });
  } catch (error) {
    parentPort.postMessage({ fault: String(error) });
  }
});

// What comes from here on counts against the time that a file may take.
parentPort.postMessage({ isReady: true });
