import { visibleText } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { CopyButton } from '../copy-button.tsx';

/** The command that repeats the run. */
export function Repeat({ run: { command } }: { readonly run: Pick<RunPage, 'command'> }) {
  return (
    <section aria-labelledby="repeat">
      <div class="section-head">
        <h2 id="repeat">{t('run.command')}</h2>
        <CopyButton text={command} label={t('run.command.copy')} />
      </div>
      <pre tabIndex={0} aria-labelledby="repeat" role="group">
        <code>{visibleText(command)}</code>
      </pre>
    </section>
  );
}
