/** The line on standard error that says which run begins: to resume it, and for the dashboard, which starts runs as processes. */
export const runBegins = (id: string, model: string): string => `Run ${id} · ${model}`;

/** Ids of runs that such lines in a text name. */
export function begunRuns(text: string): readonly string[] {
  return [...text.matchAll(/^Run (\S+) · /gm)].map((match) => match[1]!);
}
