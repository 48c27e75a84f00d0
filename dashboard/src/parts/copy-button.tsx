import { t } from '../language.ts';
import { say } from './toasts.tsx';

/** Puts a text on the clipboard. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say({ text: t('copy.done') }),
      () => say({ text: t('copy.failed') }),
    );
  return (
    <button type="button" class="slim" aria-label={label} onClick={() => void copy()}>
      {t('copy')}
    </button>
  );
}
