const KEY = 'fathom-token';

/**
 * The token of this start of the server. It comes behind `#` in the address that `fathom view` prints, is kept for this origin, and leaves the address
 * bar at once. Only requests of this page's own scripts carry it.
 */
export function takeToken(): void {
  const found = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (found !== undefined) {
    localStorage.setItem(KEY, found);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

/** The token as it is now: another page may have got that of a newer start. */
export const keptToken = (): string => localStorage.getItem(KEY) ?? '';
