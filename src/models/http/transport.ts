import { readFile } from 'node:fs/promises';
import { getCACertificates } from 'node:tls';
import type * as Undici from 'undici';
import { FathomError } from '../../core/index.ts';

/** How to reach a server. */
export interface TransportOptions {
  /** Proxy URL. Default: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the environment, which a loopback address ignores. */
  readonly proxy?: string;
  /** PEM file with certificates to trust besides the usual ones. */
  readonly caFile?: string;
  /** Most connections at a time. Default: as many as there are calls. */
  readonly connections?: number;
}

/** Connections to one server, opened late. */
export interface Transport {
  /** undici's functions and the dispatcher to use them with. Throws FathomError `missing` when `caFile` cannot be read. */
  open(): Promise<OpenTransport>;
  /** Ends all connections, calls in flight included. */
  close(): Promise<void>;
}

export interface OpenTransport {
  readonly undici: typeof Undici;
  readonly dispatcher: Undici.Dispatcher;
}

/** Connections without a deadline for headers or body: a long prefill may be silent for many minutes, and the caller's signal decides. Throws FathomError `misuse` for a bad proxy. */
export function createTransport(baseUrl: URL, options: TransportOptions = {}): Transport {
  if (options.proxy !== undefined && !URL.canParse(options.proxy)) {
    throw new FathomError('misuse', 'The proxy is no URL', { fix: 'Write it like http://proxy.example:3128' });
  }
  let opened: Promise<OpenTransport> | undefined;
  return {
    open: () => (opened ??= openTransport(baseUrl, options)),
    close: async () => {
      const was = opened;
      opened = undefined;
      await was?.then(({ dispatcher }) => dispatcher.destroy()).catch(() => {});
    },
  };
}

/** True for addresses of this machine. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

async function openTransport(baseUrl: URL, options: TransportOptions): Promise<OpenTransport> {
  const ca = options.caFile === undefined ? undefined : [...getCACertificates('default'), await readCertificates(options.caFile)];
  const undici = await import('undici');
  const common = {
    headersTimeout: 0,
    bodyTimeout: 0,
    // One connection a call: HTTP/2 would send several huge prompts through one.
    allowH2: false,
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  };
  const direct = ca === undefined ? common : { ...common, connect: { ca } };
  const proxied = ca === undefined ? common : { ...common, requestTls: { ca }, proxyTls: { ca } };
  if (options.proxy !== undefined) return { undici, dispatcher: new undici.ProxyAgent({ ...proxied, uri: options.proxy }) };
  if (isLoopback(baseUrl)) return { undici, dispatcher: new undici.Agent(direct) };
  return { undici, dispatcher: new undici.EnvHttpProxyAgent({ ...direct, ...proxied }) };
}

async function readCertificates(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new FathomError('missing', `Cannot read the certificates in ${file}`, {
      fix: 'Give a PEM file that is there and readable',
      cause,
    });
  }
}
