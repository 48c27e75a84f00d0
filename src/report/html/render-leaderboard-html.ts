import type { Leaderboard } from '../leaderboard.ts';
import { leaderboardNotes, leaderboardTables, type WordTable } from '../leaderboard-table.ts';
import { html } from './html-template.ts';
import { page } from './page.ts';
import { section, table } from './section.ts';

/** A leaderboard as one self-contained page that opens offline. */
export function renderLeaderboardHtml(board: Leaderboard): string {
  const [places, ...others] = leaderboardTables(board);
  const [rule, ...doubts] = leaderboardNotes(board);
  const setAs = ({ head, rows, texts }: WordTable) => table(head, rows, { numeric: head.map((_, i) => i).filter((i) => i >= texts) });
  const header = html`<header>
    <p class="brand"><span class="mark" aria-hidden="true"></span>Fathom <span>leaderboard</span></p>
    <h1>${places!.title}</h1>
  </header>`;
  const careful = html`<aside class="alarms" role="note">
    <h2>Read this first</h2>
    <ul>
      ${doubts.map((doubt) => html`<li>${doubt}</li>`)}
    </ul>
  </aside>`;
  return page('Leaderboard · Fathom', [
    header,
    ...(doubts.length > 0 ? [careful] : []),
    section('Models', setAs(places!), { note: rule! }),
    ...others.map((words) => section(words.title, setAs(words))),
  ]);
}
