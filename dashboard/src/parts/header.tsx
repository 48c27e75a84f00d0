import { useLocation } from 'preact-iso';
import { chooseLanguage, language, LANGUAGES, t, type Language } from '../language.ts';
import { chooseTheme, theme, type Theme } from '../theme.ts';

const PLACES = [
  { href: '/', key: 'nav.runs' },
  { href: '/start', key: 'nav.start' },
  { href: '/benchmarks', key: 'nav.benchmarks' },
] as const;

/** Name, places, language and theme. */
export function Header() {
  const { path } = useLocation();
  const here = (href: string) => (href === '/' ? path === '/' || path.startsWith('/runs') || path === '/compare' : path.startsWith(href));
  return (
    <header class="top">
      <a class="brand" href="/">
        <span class="mark" aria-hidden="true" />
        Fathom
      </a>
      <nav aria-label={t('app.navigation')}>
        {PLACES.map(({ href, key }) => (
          <a key={href} href={href} aria-current={here(href) ? 'page' : undefined}>
            {t(key)}
          </a>
        ))}
      </nav>
      <div class="choices">
        <select
          aria-label={t('app.language')}
          value={language.value}
          onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
        >
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
        <select aria-label={t('app.theme')} value={theme.value} onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}>
          {(['system', 'light', 'dark'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`theme.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}
