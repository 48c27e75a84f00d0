import { t } from '../language.ts';

/** For an address that names nothing. */
export function NotFoundPage() {
  return (
    <>
      <h1>{t('not-found.title')}</h1>
      <p>
        <a href="/">{t('not-found.back')}</a>
      </p>
    </>
  );
}
