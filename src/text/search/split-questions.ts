/** Words that make a part between ideographic commas a question of its own; names in a list (`甲、乙和丙是谁？`) stay together. */
const ASKS = /什么|甚么|谁|哪|几|多少|何|怎|吗|\b(?:what|who|whom|whose|which|where|when|why|how)\b/i;

/** More questions than this in one prompt are not answered. */
const MOST_QUESTIONS = 64;

/**
 * The questions of a question block: cut after `?` and `？`, and at `、` between parts that each ask. What follows the last question mark
 * (a format cue) is dropped. A block with fewer than two questions is one query, whole: its cue may hold more terms.
 */
export function splitQuestions(query: string): readonly string[] {
  const parts = query.split(/(?<=[?？])/).flatMap(splitAtCommas);
  const questions = parts.filter((part) => /[?？]$/.test(part) || (part.endsWith('、') && ASKS.test(part)));
  const distinct = [...new Set(questions.map((part) => part.replace(/、$/, '').trim()))].filter((part) => /[\p{L}\p{N}]/u.test(part));
  return distinct.length < 2 ? [query] : distinct.slice(0, MOST_QUESTIONS);
}

function splitAtCommas(part: string): readonly string[] {
  const pieces = part.split(/(?<=、)/).filter((piece) => piece !== '、');
  return pieces.every((piece) => ASKS.test(piece)) ? pieces : [part.replace(/^、/, '')];
}
