/**
 * Coordinates of a sample in every table and heat map: a point in an open set of axes.
 *
 * Axes in use: `askedTokens` (tokens, the length that was asked for), `depthPercent` (0–100, the depth that was asked for),
 * `language` (`en`, `zh`), `needles`, `hops`, `question` (ATC question type), `position` (`start`, `end`), `repeat` (0-based).
 * A benchmark may add its own. An axis that does not apply is absent, never null.
 */
export type Cell = { readonly [axis: string]: string | number | boolean };
