import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { t } from '../language.ts';
import { readCompare } from '../parts/compare/compare-address.ts';
import { Comparison } from '../parts/compare/comparison.tsx';
import { RunCurves } from '../parts/compare/run-curves.tsx';
import { RunPicker } from '../parts/compare/run-picker.tsx';
import '../styles/compare.css';

/** Two or more runs on the same samples: the first is the reference, every other one is compared with it. */
export function ComparePage() {
  const { url } = useLocation();
  const address = readCompare(url);
  const [reference, ...others] = address.runs;
  useEffect(() => {
    document.title = `${t('compare.title')} · Fathom`;
  });
  return (
    <div class="compare">
      <h1>{t('compare.title')}</h1>
      <RunPicker address={address} />
      {reference === undefined || others.length === 0 ? (
        <p class="soft">{t('compare.choose')}</p>
      ) : (
        <>
          {others.map((other) => (
            <Comparison key={`${reference} ${other}`} before={reference} after={other} address={address} />
          ))}
          <RunCurves runs={address.runs} />
        </>
      )}
    </div>
  );
}
