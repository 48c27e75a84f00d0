import { FathomError, type Json, type JsonObject } from '../core/index.ts';

/** Names of fields that hold a secret. Narrow: `max_tokens` and `top_k` are none. */
const SECRET_FIELD = /api[-_]?key|secret|password|authorization|credential|(access|auth|bearer)[-_]?token/i;

/** The extra body as it is. Throws a FathomError (`misuse`) for a field with a secret's name: the body is stored with the run. */
export function refuseSecretFields(body: JsonObject): JsonObject {
  const name = secretField(body);
  if (name === undefined) return body;
  throw new FathomError('misuse', `The field "${name}" of --body looks like a secret, and --body is stored with the run.`, {
    fix: "Send it as a header, which is never stored: --header 'Authorization: Bearer …'.",
  });
}

function secretField(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && SECRET_FIELD.test(name)) return name;
    const found = secretField(inner as Json);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A proxy's URL as it is. Throws a FathomError (`misuse`) when it holds a user name or password: the flag is stored with the run. */
export function refuseProxyLogin(proxy: string | undefined): string | undefined {
  if (proxy === undefined || !URL.canParse(proxy)) return proxy;
  const { username, password } = new URL(proxy);
  if (username === '' && password === '') return proxy;
  throw new FathomError('misuse', 'The URL of --proxy holds a user name or password, and --proxy is stored with the run.', {
    fix: 'Leave --proxy out and set HTTPS_PROXY (or HTTP_PROXY) in the environment: it is used, and never stored.',
  });
}
