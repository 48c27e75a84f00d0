import { visibleText } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { CopyButton } from '../copy-button.tsx';

/** The command that repeats the run. That of an imported run was written by whoever made the file, and is not offered for copying. */
export function Repeat({ run: { command, imported } }: { readonly run: Pick<RunPage, 'command' | 'imported'> }) {
  return (
    <section aria-labelledby="repeat">
      <div class="section-head">
        <h2 id="repeat">{t('run.command')}</h2>
        {!imported && <CopyButton text={command} label={t('run.command.copy')} />}
      </div>
      {imported && <p class="banner warn">{t('run.command.imported')}</p>}
      <pre tabIndex={0} aria-labelledby="repeat" role="group">
        <code>{visibleText(command)}</code>
      </pre>
    </section>
  );
}
