import { FathomError } from '../../core/index.ts';

const SECRET_PARAMETER = /key|token|secret|signature|^sig$|password/i;

/**
 * A server's base URL, checked: http or https, no user name, password or key inside (URLs end up in model ids, logs and reports).
 * Throws FathomError `misuse`.
 */
export function parseBaseUrl(text: string): URL {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    throw new FathomError('misuse', `Not an http or https URL: ${withoutSecrets(text)}`, { fix: 'Write it like http://localhost:8000/v1' });
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw secretInUrl(url, 'a user name or password');
  const secret = [...url.searchParams.keys()].find((name) => SECRET_PARAMETER.test(name));
  if (secret !== undefined) throw secretInUrl(url, `the parameter "${secret}"`);
  url.hash = '';
  return url;
}

/** The URL of an endpoint below a base URL. A query string of the base (`?api-version=…`) is kept. */
export function endpointUrl(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

/** A URL as messages show it: origin and path. */
export const shownUrl = (url: URL): string => `${url.origin}${url.pathname}`;

const withoutSecrets = (text: string): string =>
  text
    .replace(/\/\/[^/@]*@/, '//…@')
    .replace(/\?.*$/s, '?…')
    .slice(0, 200);

const secretInUrl = (url: URL, what: string): FathomError =>
  new FathomError('misuse', `The URL of ${url.host} holds ${what}, and URLs are written to logs and reports`, {
    fix: 'Give the key by its environment variable, or send it as a header',
  });
