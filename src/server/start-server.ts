import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { FathomError } from '../core/index.ts';
import { createApp } from './create-app.ts';
import { answerToBrokenRequest, refuseBrokenRequests } from './broken-requests.ts';
import type { DashboardServices } from './services.ts';

/** A server that runs. */
export interface DashboardServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Of this start: every request for data needs it. */
  readonly token: string;
  /** An address of the page with the token behind `#`, where browsers keep it to themselves. */
  link(path?: string): string;
  close(): Promise<void>;
}

/** Port (0: any that is free). */
export interface StartServerOptions {
  readonly port: number;
}

/** One browser opens six; more are closed as they come. */
const MOST_CONNECTIONS = 256;

/** How long a request may take to arrive, in milliseconds. A missing Host is answered like a wrong one, not by Node. */
const SERVER_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000, requireHostHeader: false };

/** Serves the dashboard on 127.0.0.1, to this machine alone. Rejects with a FathomError (`misuse`) when the port is taken. */
export async function startServer(services: DashboardServices, { port }: StartServerOptions): Promise<DashboardServer> {
  const token = randomBytes(24).toString('base64url');
  let hosts: readonly string[] = [];
  const app = createApp(services, { token, hosts: () => hosts });
  const server = createServer(
    SERVER_LIMITS,
    getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: answerToBrokenRequest }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  refuseBrokenRequests(server);
  await listen(server, port);
  const bound = (server.address() as AddressInfo).port;
  // Browsers leave the port of http out.
  hosts = ['127.0.0.1', 'localhost'].map((name) => (bound === 80 ? name : `${name}:${bound}`));
  const origin = `http://127.0.0.1:${bound}`;
  return {
    origin,
    token,
    link: (path = '/') => `${origin}${path}#token=${token}`,
    close: () => closed(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new FathomError('misuse', `The dashboard cannot listen on port ${port}: ${cause.code ?? cause.message}.`, {
          cause,
          fix: 'Name another port with --port, or 0 for any that is free.',
        }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
