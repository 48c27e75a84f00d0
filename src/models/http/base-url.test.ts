import { expect, it } from 'vitest';
import { FathomError } from '../../core/index.ts';
import { endpointUrl, parseBaseUrl, shownUrl } from './base-url.ts';

it.each([
  ['http://localhost:8000/v1', 'http://localhost:8000/v1/models'],
  ['http://localhost:8000/v1/', 'http://localhost:8000/v1/models'],
  ['https://host', 'https://host/models'],
  ['https://host/deploy/x?api-version=1', 'https://host/deploy/x/models?api-version=1'],
])('%s has its endpoint at %s', (base, endpoint) => {
  expect(endpointUrl(parseBaseUrl(base), 'models').href).toBe(endpoint);
});

it.each(['', 'localhost:8000', 'ftp://host/v1', 'file:///etc/passwd', 'http://', 'https://me:pass@host/v1', 'https://host/v1?api_key=abc'])(
  'refuses %s and repeats no secret',
  (text) => {
    let error: unknown;
    try {
      parseBaseUrl(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FathomError);
    expect((error as FathomError).code).toBe('misuse');
    expect((error as FathomError).message).not.toMatch(/pass@|abc/);
  },
);

it('shows no query string', () => {
  expect(shownUrl(new URL('https://host/v1/models?x=1'))).toBe('https://host/v1/models');
});
