/** Options of the thirty prompts of a million tokens: ten depths, each on three haystacks. */
export const PROMPTS = { lengths: [1_000_000], depths: [0, 10, 20, 30, 40, 60, 70, 80, 90, 100], repeats: 3 };

/** Prompts in flight at once. */
export const CONCURRENCY = 4;
