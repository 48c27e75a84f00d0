/** Work that waits for its turn; a signal takes it out of the line. */
export type Turnstile = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Lets so many in at a time; others wait in line. Rejects with the signal's reason for whoever left the line. */
export function createTurnstile(places: number): Turnstile {
  const line: (() => void)[] = [];
  let inside = 0;
  const turn = async (signal: AbortSignal): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      const at = line.indexOf(resolve);
      if (at >= 0) line.splice(at, 1);
      reject(signal.reason as Error);
    };
    line.push(resolve);
    signal.addEventListener('abort', leave, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', leave));
  };
  return async (work, signal) => {
    signal.throwIfAborted();
    if (inside < places) inside++;
    else await turn(signal);
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      // Whoever leaves hands the place over.
      const next = line.shift();
      if (next) next();
      else inside--;
    }
  };
}
