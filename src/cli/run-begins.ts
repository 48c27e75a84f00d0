/** The line on standard error that says which run begins: to resume it. */
export const runBegins = (id: string, model: string): string => `Run ${id} · ${model}`;
