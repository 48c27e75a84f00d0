import { setTimeout as wait } from 'node:timers/promises';
import { FathomError } from '../../core/index.ts';
import type { HubAccess } from '../../datasets/hub/index.ts';

const HUB = 'https://huggingface.co';

/** The hub by the environment: HF_ENDPOINT, HF_TOKEN, and the proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name. Throws FathomError `misuse`. */
export async function openHub(): Promise<HubAccess> {
  const endpoint = endpointOf(process.env['HF_ENDPOINT']?.trim() || HUB);
  const token = process.env['HF_TOKEN']?.trim();
  if (token && /[^\x21-\x7e]/.test(token))
    throw new FathomError('misuse', 'HF_TOKEN is no token.', { fix: 'It has letters and digits alone: hf_….' });
  const { EnvHttpProxyAgent, fetch: send } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent();
  // undici's own types of requests and responses are those of the standard.
  const reached = ((url: URL, init?: object) => send(url, { ...init, dispatcher })) as unknown as typeof fetch;
  return { endpoint, ...(token && { token }), fetch: reached, wait: (ms) => wait(ms) };
}

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.search === '' && url.hash === '')
    return url.href.replace(/\/+$/, '');
  throw new FathomError('misuse', 'HF_ENDPOINT is no address of a hub.', { fix: `Write it like ${HUB}, without a name or a key.` });
}
