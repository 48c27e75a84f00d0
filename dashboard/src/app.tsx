import { useEffect, useRef } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { t } from './language.ts';
import { connection, listen } from './live.ts';
import { BenchmarksPage } from './pages/benchmarks.tsx';
import { ComparePage } from './pages/compare.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { RunPage } from './pages/run.tsx';
import { RunsPage } from './pages/runs.tsx';
import { SamplePage } from './pages/sample.tsx';
import { StartPage } from './pages/start.tsx';
import { Header } from './parts/header.tsx';
import { Toasts } from './parts/toasts.tsx';

/** The whole page: header, what the address names, and what changes by itself. */
export function App() {
  useEffect(() => void listen(), []);
  return (
    <LocationProvider>
      <a class="skip" href="#content" onClick={skip}>
        {t('app.skip')}
      </a>
      <Header />
      <ConnectionBanner />
      <Content />
      <Toasts />
    </LocationProvider>
  );
}

function Content() {
  const main = useRef<HTMLElement>(null);
  const { path } = useLocation();
  const first = useRef(true);
  // A reader without eyes on the screen hears that another page is there.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [path]);
  return (
    <main id="content" tabIndex={-1} ref={main}>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={RunsPage} />
          <Route path="/runs/:id" component={RunPage} />
          <Route path="/runs/:id/sample" component={SamplePage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/benchmarks" component={BenchmarksPage} />
          <Route path="/start" component={StartPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
    </main>
  );
}

function ConnectionBanner() {
  const state = connection.value;
  return (
    <div role="status" aria-live="polite">
      {(state === 'lost' || state === 'refused') && <p class="banner warn">{t(`connection.${state}`)}</p>}
    </div>
  );
}

function skip(event: Event) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
