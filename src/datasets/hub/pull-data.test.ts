import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubData } from '../../core/index.ts';
import { startHub, type HubServerOptions, type HubTrouble } from './hub-server.fixture.ts';
import { pullData, type PullOptions } from './pull-data.ts';
import { copyBytes, pulledData, removeCopy } from './pulled-data.ts';

const COMMIT = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
/** More than lies between two sockets: a break loses the tail of what was sent, not all of it. */
const BIG = 'a row\n'.repeat(1_000_000);
const SMALL = '{"row": 1}\n';
const DATA: HubData = {
  kind: 'hub',
  id: 'demo',
  licence: 'MIT',
  repos: [{ repo: 'lab/Demo', files: ['**/*.jsonl', '*.zip'] }],
};
const DATASETS = {
  'lab/Demo': {
    commit: COMMIT,
    licence: 'mit',
    files: {
      'big.zip': { content: BIG, lfs: true },
      'rows/7 & #1 %.jsonl': { content: SMALL },
      'README.md': { content: 'about' },
    },
  },
};

let root = '';
let hub: Awaited<ReturnType<typeof startHub>> | undefined;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'fathom-hub-'))));
afterEach(async () => {
  await hub?.close();
  hub = undefined;
  rmSync(root, { recursive: true, force: true });
});

async function serve(options: Partial<HubServerOptions> = {}) {
  hub = await startHub({ datasets: DATASETS, ...options });
  return hub;
}

/** Waits are only written down. */
const waits: number[] = [];
beforeEach(() => void waits.splice(0));

function pull(options: Partial<PullOptions> & { readonly token?: string } = {}, data = DATA) {
  const { token, ...rest } = options;
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  return pullData(data, { root, access: { endpoint: hub?.url ?? 'http://127.0.0.1:1', fetch, wait, ...(token && { token }) }, ...rest });
}

const folder = () => join(root, 'demo', COMMIT.slice(0, 12));
const content = (name: string) => readFileSync(join(folder(), name), 'utf8');
const parts = () => readdirSync(join(root, 'demo', 'parts'));
const failing = (...troubles: HubTrouble[]) => serve({ troubles });

describe('pulling data from the hub', () => {
  it('keeps the wanted files under their paths and says what they are; a second time nobody is asked', async () => {
    const { log } = await serve({ perPage: 1 });
    const done: number[] = [];
    const pulled = await pull({ onProgress: ({ doneBytes }) => done.push(doneBytes) });
    expect(pulled).toEqual({
      id: 'demo',
      folder: folder(),
      revisions: [{ repo: 'lab/Demo', revision: COMMIT, licence: 'mit' }],
      files: [
        { path: 'big.zip', bytes: BIG.length, fetched: true },
        { path: 'rows/7 & #1 %.jsonl', bytes: SMALL.length, fetched: true },
      ],
    });
    expect([content('big.zip') === BIG, content('rows/7 & #1 %.jsonl'), parts(), done.at(-1)]).toEqual([
      true,
      SMALL,
      [],
      BIG.length + SMALL.length,
    ]);
    const asked = log.length;
    expect((await pull()).files.map(({ fetched }) => fetched)).toEqual([false, false]);
    expect(log).toHaveLength(asked);
    expect(await pulledData(DATA, root)).toEqual({
      id: 'demo',
      folder: folder(),
      revision: COMMIT,
      licence: 'mit',
      files: { there: 2, all: 2 },
    });
    expect(await copyBytes('demo', root)).toBeGreaterThan(BIG.length);
    await removeCopy('demo', root);
    expect([await pulledData(DATA, root), await copyBytes('demo', root)]).toEqual([undefined, 0]);
  });

  it('sends the token to the hub, and to no host that the hub names', async () => {
    const { log } = await serve();
    await pull({ token: 'hf_secret' });
    expect(new Set(log.map(({ host, authorization }) => `${host} ${authorization ?? 'nothing'}`))).toEqual(
      new Set(['hub Bearer hf_secret', 'cdn nothing']),
    );
  });

  it('asks a host that a listing goes on at without the token', async () => {
    const other = await startHub({ datasets: DATASETS });
    await serve({ perPage: 1 });
    const elsewhere = ((url: URL, init?: RequestInit) =>
      fetch(url, init).then((response) => {
        const link = response.headers.get('link');
        if (link === null) return response;
        return new Response(response.body, { headers: { link: link.replace(hub!.url, other.url), 'content-type': 'application/json' } });
      })) as typeof fetch;
    await pull({ access: { endpoint: hub!.url, token: 'hf_secret', fetch: elsewhere, wait: () => Promise.resolve() } });
    expect(other.log.length).toBeGreaterThan(0);
    expect(other.log.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
    await other.close();
  });

  it('goes on after a break where it was, and at the next call', async () => {
    const cut = { cutAfterBytes: 2_000_000 };
    const { log } = await failing(cut, cut, { cutAfterBytes: 0 }, { cutAfterBytes: 0 }, { cutAfterBytes: 0 });
    await expect(pull()).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining('cannot be reached') as string });
    expect(parts()).toHaveLength(1);
    expect(await pulledData(DATA, root)).toBeUndefined();
    await pull();
    const ranges = log.filter(({ host }) => host === 'cdn').map(({ range }) => Number(/\d+/.exec(range ?? '0')![0]));
    expect(ranges).toEqual(ranges.toSorted((a, b) => a - b));
    expect(ranges.at(-1)).toBeGreaterThan(0);
    expect(content('big.zip')).toBe(BIG);
  });

  it('begins anew when a server sends the whole file for a part of it', async () => {
    await failing({ cutAfterBytes: 2_000_000 }, { ignoreRange: true });
    await pull();
    expect(content('big.zip')).toBe(BIG);
  });

  it.each([
    ['other bytes', BIG.replace('row', 'cow'), 'another checksum'],
    ['more bytes', `${BIG}more`, 'more than'],
  ])('refuses %s than were listed and keeps nothing of them', async (_, instead, said) => {
    await failing({ instead });
    await expect(pull()).rejects.toMatchObject({ code: 'data', message: expect.stringContaining(said) as string });
    await pull();
    expect(content('big.zip')).toBe(BIG);
  });

  it('refuses a small file whose bytes are not those that git names', async () => {
    await failing({ instead: '{"row": 2}\n' });
    await expect(pull({ files: ['*.jsonl'] })).rejects.toMatchObject({ message: expect.stringContaining('git-sha1') as string });
  });

  it('waits as long as a busy server asks, then gives up', async () => {
    await failing({ status: 429, retryAfter: '7' }, { status: 503 });
    await pull();
    expect(waits).toEqual([7000, 2000]);
    rmSync(join(root, 'demo'), { recursive: true });
    await hub!.close();
    await failing({ status: 429 }, { status: 429 }, { status: 429, retryAfter: '9999' });
    await expect(pull()).rejects.toMatchObject({ message: expect.stringContaining('fewer requests (status 429)') as string });
  });

  it.each([
    [401, undefined, 'set HF_TOKEN'],
    [403, 'hf_secret', 'with the account of HF_TOKEN'],
  ])('says what a gated data set asks for (%i)', async (apiStatus, token, fix) => {
    await serve({ apiStatus });
    const error: unknown = await pull(token === undefined ? {} : { token }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'missing', fix: expect.stringContaining(fix) as string });
    expect(JSON.stringify(error) + String(error)).not.toContain('hf_secret');
  });

  it('names a data set and a revision that are not there', async () => {
    await serve();
    await expect(pull({ revision: 'v9' })).rejects.toMatchObject({
      message: expect.stringMatching(/lab\/Demo at revision v9 .*404/) as string,
    });
  });

  it('needs no network for what is there, and says plainly what it would need it for', async () => {
    await expect(pull()).rejects.toMatchObject({ code: 'missing', message: '127.0.0.1:1 cannot be reached: bad port.' });
    await expect(pull({ offline: true })).rejects.toMatchObject({ message: 'The data of demo is not in the copy.' });
    await serve();
    await pull({ files: ['7 & #1 %.jsonl'] });
    await hub!.close();
    expect((await pull({ files: ['rows/7 & #1 %.jsonl'], offline: true })).files).toHaveLength(1);
    await expect(pull({ offline: true })).rejects.toMatchObject({ message: '1 of the files of demo are not in the copy: big.zip.' });
    await expect(pull({ files: ['bog.zip'], offline: true })).rejects.toMatchObject({ code: 'misuse', fix: 'Did you mean big.zip?' });
  });

  it('keeps a newer revision beside the older one', async () => {
    await serve();
    await pull();
    await hub!.close();
    const newer = 'b'.repeat(40);
    await serve({ datasets: { 'lab/Demo': { ...DATASETS['lab/Demo'], commit: newer } } });
    expect((await pull({ refresh: true })).revisions[0]!.revision).toBe(newer);
    expect(readdirSync(join(root, 'demo')).toSorted()).toEqual([COMMIT.slice(0, 12), newer.slice(0, 12), 'manifest.json', 'parts']);
    await hub!.close();
    await serve();
    expect((await pull({ revision: COMMIT })).files.map(({ fetched }) => fetched)).toEqual([false, false]);
  });

  it.each([
    '../out.jsonl',
    '/etc/out.jsonl',
    'a/../../out.jsonl',
    'C:/out.jsonl',
    String.raw`a\..\..\out.jsonl`,
    'a/NUL.jsonl',
    'a//b.jsonl',
  ])('refuses a file that is called %s', async (path) => {
    await serve({ extraEntries: [{ type: 'file', path, size: 1, oid: '0'.repeat(40) }] });
    const wide: HubData = { ...DATA, repos: [{ repo: 'lab/Demo', files: ['**', '*.jsonl', path] }] };
    await expect(pull({}, wide)).rejects.toMatchObject({ code: 'data', message: expect.stringContaining('cannot be kept') as string });
    expect(readdirSync(root)).toEqual([]);
  });

  it('follows no link out of the copy', async () => {
    await serve();
    const outside = mkdtempSync(join(tmpdir(), 'fathom-outside-'));
    mkdirSync(folder(), { recursive: true });
    symlinkSync(outside, join(folder(), 'rows'));
    await expect(pull({ files: ['*.jsonl'] })).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('is a link') as string,
    });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('gives two data sets a folder each, and flat files no folder', async () => {
    await serve({ datasets: { ...DATASETS, 'lab/Two': { commit: 'c'.repeat(40), files: { 'deep/x.csv': { content: 'x' } } } } });
    const data: HubData = {
      ...DATA,
      repos: [
        { ...DATA.repos[0]!, folder: 'one' },
        { repo: 'lab/Two', files: ['**/*.csv'], flat: true },
      ],
    };
    expect((await pull({}, data)).files.map(({ path }) => path)).toEqual(['one/big.zip', 'one/rows/7 & #1 %.jsonl', 'x.csv']);
  });

  it('says that a manifest is broken', async () => {
    mkdirSync(join(root, 'demo'));
    writeFileSync(join(root, 'demo', 'manifest.json'), '{"version": 1, "li');
    await expect(pull()).rejects.toMatchObject({ code: 'data', message: expect.stringContaining('manifest.json is broken') as string });
  });
});
