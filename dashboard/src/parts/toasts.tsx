import { signal } from '@preact/signals';
import { t } from '../language.ts';
import { saidOf } from '../said.ts';

interface Toast {
  readonly text: string;
  /** Of the text, where it is not that of the page. */
  readonly lang?: 'en';
  readonly undo?: () => void;
}

const toast = signal<Toast | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** How long a note stays: long enough to reach its button with the keyboard. */
const SHOWN_MS = 12_000;

/** Says something in passing, with a way back where there is one. */
export function say(next: Toast): void {
  clearTimeout(timer);
  toast.value = next;
  timer = setTimeout(() => (toast.value = undefined), SHOWN_MS);
}

/** Says in passing what went wrong. */
export function sayProblem(error: unknown): void {
  const { words, ...rest } = saidOf(error);
  say({ text: words, ...rest });
}

/** The place where notes appear. */
export function Toasts() {
  const { text, lang, undo } = toast.value ?? {};
  return (
    <div class="toasts" role="status" aria-live="polite">
      {text !== undefined && (
        <div class="toast">
          <span {...(lang !== undefined && { lang })}>{text}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                toast.value = undefined;
                undo();
              }}
            >
              {t('runs.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
