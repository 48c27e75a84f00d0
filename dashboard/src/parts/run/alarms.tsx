import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { sampleAddress } from './run-address.ts';

/** What makes scores doubtful, with the first samples that show it. */
export function Alarms({ run: { run, alarms, documents } }: { readonly run: Pick<RunPage, 'run' | 'alarms' | 'documents'> }) {
  const cut = <DocumentCuts documents={documents} />;
  if (alarms.length === 0) return cut;
  return (
    <>
      {cut}
      <div class="banner warn alarms" role="note" aria-labelledby="alarms">
        <strong id="alarms">{t('run.alarms')}</strong>
        <ul>
          {alarms.map(({ kind, count: n, sampleIds }) => (
            <li key={kind}>
              {t(`alarm.${kind}`, { n: count(n) })}{' '}
              <span class="small">
                {t('run.alarms.see')}
                {sampleIds.map((id, i) => (
                  <>
                    {' '}
                    <a key={id} href={sampleAddress(run, id)} aria-label={t('run.sample', { n: i + 1, id })}>
                      {i + 1}
                    </a>
                  </>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** How much of the documents the prompts show, where something was cut. */
function DocumentCuts({ documents }: Pick<RunPage, 'documents'>) {
  if (documents === null || documents.cut === 0) return null;
  const { cut, prompts, droppedShare, droppedTokens } = documents;
  const facts = { cut: count(cut), prompts: count(prompts), share: percent(droppedShare), tokens: count(droppedTokens) };
  return (
    <p class="banner" role="note">
      {t('run.documents-cut', facts)}
    </p>
  );
}
