import { useSignal } from '@preact/signals';
import { ask, runPath } from '../../api.ts';
import { t } from '../../language.ts';
import { sayProblem } from '../toasts.tsx';

/** Reports of a run, by format. */
const FORMATS = { html: 'HTML', svg: 'SVG', png: 'PNG', md: 'Markdown', json: 'JSON', csv: 'CSV', parquet: 'Parquet' } as const;

/** The reports as files. They come with the token in a header, which a plain link could not send. */
export function Downloads({ id }: { readonly id: string }) {
  const busy = useSignal<string | undefined>(undefined);
  const fetchReport = async (format: string) => {
    busy.value = format;
    try {
      const response = await ask(`${runPath(id)}/report/${format}`);
      save(await response.blob(), nameOf(response) ?? `fathom-run.${format}`);
    } catch (error) {
      sayProblem(error);
    }
    busy.value = undefined;
  };
  return (
    <div class="downloads" role="group" aria-labelledby="downloads">
      <span id="downloads" class="soft small">
        {t('run.downloads')}
      </span>
      {Object.entries(FORMATS).map(([format, name]) => (
        <button key={format} type="button" class="slim" aria-busy={busy.value === format} onClick={() => void fetchReport(format)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function nameOf(response: Response): string | undefined {
  return /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
