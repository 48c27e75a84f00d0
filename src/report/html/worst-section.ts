import { cellLabel } from '../axis.ts';
import { countLabel, scoreLabel, shortTask } from '../labels.ts';
import type { RunSummary, WorstAnswer } from '../run-summary.ts';
import { html, type Markup } from './html-template.ts';
import { langAttribute, section } from './section.ts';

/** Answers longer than this are folded. */
const FOLD_CHARACTERS = 480;

/** The lowest-scoring answers, to read: what was asked, what was wanted, what came, and why it scored so. */
export function worstSection({ worst }: RunSummary): Markup | undefined {
  if (worst.length === 0) return undefined;
  return section('Worst answers', html`<div class="grid answers">${worst.map(answerCard)}</div>`, {
    note: 'Lowest scores first, each task and language in turn. Text is shown as the model wrote it; unseen characters are spelled out.',
  });
}

function answerCard(worst: WorstAnswer): Markup {
  const { repeat: _repeat, ...cell } = worst.cell;
  const lang = langAttribute(cell['language']);
  const depths = worst.needleDepthsPercent.map((depth) => `${Math.round(depth * 10) / 10} %`).join(', ');
  const tags = [worst.errorClass, worst.finish === 'stop' ? null : worst.finish].filter((tag) => tag !== null);
  return html`<article class="card answer">
    <p class="label"><b class="badge">${scoreLabel(worst.value)}</b> ${shortTask(worst.task)} ${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</p>
    <p class="sub">${cellLabel(cell)}${depths === '' ? '' : ` · needle at ${depths}`} · ${countLabel(worst.promptTokens)} prompt tokens</p>
    <dl>
      <dt>Question</dt>
      <dd${lang}>${folded(worst.question)}</dd>
      <dt>Target</dt>
      <dd${lang}>${folded(worst.target)}</dd>
      <dt>Answer</dt>
      <dd${lang} class="said">${folded(worst.answer, { characters: worst.answerCharacters })}</dd>
      ${
        worst.why === null
          ? undefined
          : html`<dt>Why</dt>
              <dd>${folded(worst.why)}</dd>`
      }
    </dl>
    <p class="id">${worst.sampleId}</p>
  </article>`;
}

function folded(text: string, { characters = text.length }: { readonly characters?: number } = {}): Markup {
  if (text.trim() === '') return html`<em class="sub">empty</em>`;
  if (text.length <= FOLD_CHARACTERS) return html`<div class="text">${text}</div>`;
  return html`<details>
    <summary>${text.slice(0, 160).toWellFormed()}… <span class="sub">(${countLabel(characters)} characters)</span></summary>
    <div class="text">${text}</div>
  </details>`;
}
