class TooSlowError extends Error {
  override name = 'TooSlowError';
}

/**
 * The outcome of `work`, if it comes within so many ms.
 *
 * @throws TooSlowError otherwise; the work itself goes on.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlowError(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
