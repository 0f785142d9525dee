import { noSuchArticle } from './loadArticle';
import { loadWorkingCopy, type LoadedWorkingCopy } from './loadWorkingCopy';

/** @throws Refusal NOT_FOUND. */
export async function findWorkingCopy(
  wanted: Parameters<typeof loadWorkingCopy>[0],
): Promise<LoadedWorkingCopy> {
  const workingCopy = await loadWorkingCopy(wanted);
  if (workingCopy) return workingCopy;
  throw noSuchArticle();
}
