/** Packs the package, installs the tarball in an empty folder, and uses it there as a stranger would: the bin, an import, the dashboard. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'fathom-package-'));
const at = (cwd: string, command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const [packed] = JSON.parse(at(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as {
    filename: string;
    size: number;
  }[];
  writeFileSync(join(folder, 'package.json'), '{"name":"stranger","private":true,"type":"module"}');
  at(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, packed!.filename));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const said = at(folder, process.execPath, 'node_modules/fathom/bin/fathom.js', '--version').trim();
  if (said !== version) throw new Error(`the installed bin says "${said}", not ${version}`);
  const listed = JSON.parse(at(folder, process.execPath, 'node_modules/fathom/bin/fathom.js', 'list', '--json')) as { id: string }[];
  if (!listed.some((family) => family.id === 'needlebench')) throw new Error('the installed bin does not list needlebench');
  const script = `import { PythonRandom } from 'fathom/core'; import { evaluate } from 'fathom'; console.log(new PythonRandom(1).below(1000), typeof evaluate)`;
  const imported = at(folder, process.execPath, '--input-type=module', '-e', script).trim();
  if (imported !== '137 function') throw new Error(`importing the package gave "${imported}"`);
  await viewed();
  console.log(`package: ${packed!.filename}, ${Math.round(packed!.size / 1000)} kB; installed, started, imported and viewed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The installed dashboard gives its page to anyone here, and the ledger only with the token. */
async function viewed(): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/fathom/bin/fathom.js', 'view', '--port', '0', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { origin, token } = JSON.parse(String(line)) as { origin: string; token: string };
    const page = await (await fetch(origin)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    const authorization = `Bearer ${token}`;
    const answers = [fetch(`${origin}${script}`), fetch(`${origin}/api/runs`), fetch(`${origin}/api/runs`, { headers: { authorization } })];
    const codes = (await Promise.all(answers)).map(({ status }) => status);
    if (codes.join() !== '200,401,200') throw new Error(`the installed dashboard answers ${codes.join(', ')}`);
  } finally {
    child.kill('SIGINT');
    await once(child, 'exit');
  }
}
