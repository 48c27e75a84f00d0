import type { Sample, Score } from '../../core/index.ts';
import { echoStrip } from '../../scoring/index.ts';
import { bareLabel } from './bare-label.ts';
import { CUE, WORDINGS } from './built-wording.ts';

/** Whether a reply is the label (0 or 1); what is none of the labels is a class of its own. */
export function scoreBuilt(reply: string, { facts, target, cell }: Sample): Omit<Score, 'mode'> {
  const { query, labels } = facts as { readonly query: string; readonly labels: readonly string[] };
  const said = bareLabel(saidLabel(reply, { query, marker: WORDINGS[cell['language'] === 'zh' ? 'zh' : 'en'].marker }));
  const isRight = said === bareLabel(String(target));
  const isLabel = labels.some((label) => bareLabel(label) === said);
  const why = `says ${said.slice(0, 80) || 'nothing'}; the label is ${String(target)}`;
  return { value: Number(isRight), metric: 'accuracy', why, ...(!isRight && !isLabel && { errorClass: 'invalid-label' }) };
}

/** What stands after the cue, be it behind an echo of the text or behind an example that is quoted; in the first line, before a next example. */
function saidLabel(reply: string, { query, marker }: { readonly query: string; readonly marker: string }): string {
  const cue = CUE.trim();
  const isEchoed = query !== '' && reply.includes(query);
  const at = reply.indexOf(cue);
  const own = isEchoed || at === -1 ? reply : reply.slice(at + cue.length);
  return echoStrip(own, { query, cue, marker }).split('\n', 1)[0]!;
}
