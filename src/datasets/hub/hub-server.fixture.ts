/** A server on loopback that plays the hub's interface for data sets: information, listing in pages, files with ranges, a second host for large files. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A data set as the server knows it. */
export interface HubDataset {
  readonly commit: string;
  readonly licence?: string;
  /** Content by path. Large files (`lfs`) are listed with their SHA-256 and come from the second host. */
  readonly files: { readonly [path: string]: { readonly content: string | Buffer; readonly lfs?: boolean } };
}

/** What a request was. `host`: which of the two took it. */
export interface HubRequest {
  readonly host: 'hub' | 'cdn';
  readonly path: string;
  readonly range?: string;
  readonly authorization?: string;
}

/** Trouble for one request for a file, in order; none: it is given. */
export type HubTrouble =
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly cutAfterBytes: number }
  | { readonly instead: string }
  | { readonly ignoreRange: true };

/** How the server behaves. */
export interface HubServerOptions {
  readonly datasets: { readonly [repo: string]: HubDataset };
  /** A status for everything of the data sets' interface. */
  readonly apiStatus?: number;
  /** Entries of a page of the listing. */
  readonly perPage?: number;
  readonly troubles?: HubTrouble[];
  /** Entries added to every listing as they are. */
  readonly extraEntries?: readonly object[];
}

/** Starts both hosts. */
export async function startHub(options: HubServerOptions) {
  const log: HubRequest[] = [];
  const cdn = await listening((request, response) => {
    log.push(requestOf('cdn', request));
    const [, repo, path] = /^\/blob\/([^/]+\/[^/]+)\/(.+)$/.exec(decodeURIComponent(request.url ?? ''))!;
    give(options.datasets[repo!]!.files[path!]!.content, { request, response, options });
  });
  const hub = await listening((request, response) => {
    log.push(requestOf('hub', request));
    answer(request, response, { ...options, cdn: urlOf(cdn) });
  });
  return {
    url: urlOf(hub),
    log,
    close: () => Promise.all([hub, cdn].map((server) => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))))),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, options: HubServerOptions & { readonly cdn: string }): void {
  const url = new URL(request.url ?? '/', 'http://hub');
  const [, api, repo, , rest = ''] = /^\/(api\/)?datasets\/([^/]+\/[^/]+)\/(revision|tree|resolve)\/(.*)$/.exec(url.pathname) ?? [];
  const dataset = options.datasets[repo ?? ''];
  const [rev, ...path] = rest.split('/');
  const known = dataset && (rev === 'main' || rev === dataset.commit);
  if (api !== undefined && options.apiStatus !== undefined) return json(response, options.apiStatus, { error: 'not for you' });
  if (!known) return json(response, 404, { error: 'Repository not found' });
  if (url.pathname.includes('/revision/'))
    return json(response, 200, { _id: '1', id: repo, sha: dataset.commit, gated: false, cardData: { license: dataset.licence } });
  if (api !== undefined) return listing(response, url, { dataset, options });
  const name = decodeURIComponent(path.join('/'));
  const file = dataset.files[name];
  if (!file) return json(response, 404, { error: 'Entry not found' });
  if (!file.lfs) return give(file.content, { request, response, options });
  response.writeHead(302, { location: `${options.cdn}/blob/${repo}/${encodeURIComponent(name)}` }).end();
}

function listing(
  response: ServerResponse,
  url: URL,
  { dataset, options }: { readonly dataset: HubDataset; readonly options: HubServerOptions },
): void {
  const entries = [
    ...Object.entries(dataset.files).map(([path, { content, lfs }]) => entryOf(path, content, lfs)),
    ...(options.extraEntries ?? []),
  ];
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const to = from + (options.perPage ?? 1000);
  const next = new URL(url);
  next.searchParams.set('cursor', String(to));
  if (to < entries.length) response.setHeader('link', `<http://${response.req.headers.host}${next.pathname}${next.search}>; rel="next"`);
  json(response, 200, entries.slice(from, to));
}

function entryOf(path: string, content: string | Buffer, lfs = false): object {
  const bytes = bytesOf(content);
  const oid = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  if (!lfs) return { type: 'file', path, size: bytes.length, oid };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    type: 'file',
    path,
    size: bytes.length,
    oid: oid.replace(/./g, '0'),
    lfs: { oid: sha256, size: bytes.length, pointerSize: 134 },
  };
}

interface Giving {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: HubServerOptions;
}

function give(content: string | Buffer, { request, response, options }: Giving): void {
  const trouble = options.troubles?.shift();
  if (trouble && 'status' in trouble) {
    if (trouble.retryAfter !== undefined) response.setHeader('retry-after', trouble.retryAfter);
    return json(response, trouble.status, { error: 'trouble' });
  }
  const bytes = bytesOf(trouble && 'instead' in trouble ? trouble.instead : content);
  const range = trouble && 'ignoreRange' in trouble ? null : /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const from = range ? Number(range[1]) : 0;
  const rest = bytes.subarray(from);
  response.writeHead(range ? 206 : 200, {
    'content-length': rest.length,
    ...(range && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (!trouble || !('cutAfterBytes' in trouble)) return void response.end(rest);
  response.write(rest.subarray(0, trouble.cutAfterBytes), () => response.destroy());
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function requestOf(host: HubRequest['host'], { url = '', headers }: IncomingMessage): HubRequest {
  const { range, authorization } = headers;
  return { host, path: url, ...(range !== undefined && { range }), ...(authorization !== undefined && { authorization }) };
}

function listening(take: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(take);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const bytesOf = (content: string | Buffer): Buffer => (typeof content === 'string' ? Buffer.from(content) : content);
