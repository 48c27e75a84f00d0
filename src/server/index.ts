export type * from './api.ts';
export { FieldError } from './field-error.ts';
export type { Asset, DashboardServices, PromptPart, RunWorkers, TryRequest } from './services.ts';
export { startServer, type DashboardServer, type StartServerOptions } from './start-server.ts';
