import { FathomError } from '../../core/index.ts';
import type { HubAccess } from './hub-access.ts';

/** What was asked of the hub. */
interface Asked {
  readonly repo: string;
  readonly revision: string;
  readonly file?: string;
  readonly access: Pick<HubAccess, 'endpoint' | 'token'>;
}

/** An answer of the hub that is no success. */
export class HubStatusError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number) {
    super(`status ${statusCode}`);
    this.statusCode = statusCode;
  }
}

/** An error of the hub, its client or the network as one that says what to do. Our own errors stay as they are. Never holds the token. */
export function hubTrouble(cause: unknown, asked: Asked): unknown {
  if (cause instanceof FathomError || !(cause instanceof Error)) return cause;
  if ('statusCode' in cause && typeof cause.statusCode === 'number') return refused(cause.statusCode, asked, cause);
  if (cause instanceof SyntaxError)
    return new FathomError('data', `${hostOf(asked)} does not answer as a hub does.`, { fix: 'Check HF_ENDPOINT.', cause });
  if (!(cause instanceof TypeError)) return cause;
  // fetch tells the network's trouble as a TypeError whose cause is the system's.
  const system = cause.cause instanceof Error ? cause.cause : cause;
  const reason = 'code' in system && typeof system.code === 'string' ? system.code : system.message;
  return new FathomError('missing', `${hostOf(asked)} cannot be reached: ${reason}.`, {
    fix: 'Try again when it can be: what was fetched is kept. A mirror: HF_ENDPOINT=URL. Files at hand: --data DIR.',
    cause,
  });
}

function refused(status: number, asked: Asked, cause: Error): FathomError {
  const { repo, revision, file, access } = asked;
  const what = file === undefined ? `the data set ${repo}` : `${file} of ${repo}`;
  if (status === 401 || status === 403) {
    const page = `${access.endpoint}/datasets/${repo}`;
    const fix =
      access.token === undefined
        ? `Accept its terms on ${page}, then set HF_TOKEN to a token of your account.`
        : `Accept its terms on ${page} with the account of HF_TOKEN, and check that the token may read it.`;
    return new FathomError('missing', `${hostOf(asked)} gives ${what} to those alone who may have it (status ${status}).`, { fix, cause });
  }
  if (status === 404)
    return new FathomError('missing', `${hostOf(asked)} has no ${what.replace(/^the /, '')} at revision ${revision} (status 404).`, {
      fix: 'Check --revision and HF_ENDPOINT; a private data set needs HF_TOKEN.',
      cause,
    });
  const fix = 'Try again later: what was fetched is kept.';
  if (status === 429)
    return new FathomError('missing', `${hostOf(asked)} asks for fewer requests (status 429).`, {
      fix: `${fix} A token in HF_TOKEN is allowed more.`,
      cause,
    });
  return new FathomError('missing', `${hostOf(asked)} did not give ${what} (status ${status}).`, { fix, cause });
}

function hostOf({ access }: Asked): string {
  return new URL(access.endpoint).host;
}
