/** Work that is asked for more often than it should be done. */
export interface Paced {
  /** Has the work done: now, or as soon as it may be. Asked many times in between, it is done once. */
  ask(): void;
  /** Nothing begins any more. */
  stop(): void;
}

/** Never does work twice at a time; begins it at most every `everyMs`, and rests at least as long as the work took. */
export function paced(work: () => Promise<void>, everyMs: number): Paced {
  let state: 'idle' | 'waiting' | 'busy' | 'stopped' = 'idle';
  let askedAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mayBeginAt = 0;

  const begin = async () => {
    state = 'busy';
    askedAgain = false;
    const begun = performance.now();
    await work();
    const ended = performance.now();
    mayBeginAt = Math.max(begun + everyMs, ended + (ended - begun));
    if (state === 'busy') state = 'idle';
    if (askedAgain) ask();
  };
  const ask = () => {
    askedAgain = true;
    if (state !== 'idle') return;
    state = 'waiting';
    timer = setTimeout(() => void begin(), Math.max(0, mayBeginAt - performance.now()));
  };
  return {
    ask,
    stop() {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}
