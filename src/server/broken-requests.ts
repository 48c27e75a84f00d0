import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { STRICT_HEADERS } from './security.ts';

const HEADERS = { ...STRICT_HEADERS, 'cache-control': 'no-store' };

/** What Node's parser gives up on, and the status that says so. The rest is 400. */
const STATUS: { readonly [code: string]: number } = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** For a request whose address makes no URL. */
export const answerToBrokenRequest = (): Response => new Response(null, { status: 400, headers: HEADERS });

/** Answers what never gets to a route with the headers that every answer has. */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // In the middle of an answer nothing can be said any more.
    if (error.code === 'ECONNRESET' || !socket.writable || written(socket) > 0) socket.destroy();
    else socket.end(head(STATUS[error.code ?? ''] ?? 400));
  });
  server.on('checkExpectation', (_request, response) => void response.writeHead(417, HEADERS).end());
}

const written = (socket: Duplex): number => ('bytesWritten' in socket ? Number(socket.bytesWritten) : 0);

function head(status: number): string {
  const lines = Object.entries({ ...HEADERS, connection: 'close', 'content-length': '0' }).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
}
