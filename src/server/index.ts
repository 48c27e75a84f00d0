export type * from './api.ts';
export type { Asset, DashboardServices, PromptPart, RunWorkers, StartForm, TryRequest } from './services.ts';
export { startServer, type DashboardServer, type StartServerOptions } from './start-server.ts';
