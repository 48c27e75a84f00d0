import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom, type ModelRequest, type PythonRandom, type TextSource } from '../../core/index.ts';
import { isBoundarySafe, sentenceEnds } from '../../text/language/index.ts';
import { createLexicalReader } from './index.ts';

/** Public-domain books beside the checkout (or beside the folder of its worktrees). */
const corpora = ['../shared/corpora', '../../shared/corpora'].find((path) => existsSync(path));

interface Needle {
  readonly needle: string;
  readonly question: string;
  /** What the answer must hold: made up, so that no book has it. */
  readonly keyword: string;
  readonly nearMisses: readonly string[];
}

interface Language {
  readonly book: string;
  /** UTF-16 units of about a million tokens. */
  readonly millionTokens: number;
  needle(place: readonly [string, string], keyword: string): Needle;
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly things: readonly [readonly string[], readonly string[]];
}

const english: Language = {
  book: 'en/war-and-peace.txt',
  millionTokens: 4_200_000,
  first: ['Emerald', 'Ruby', 'Silver', 'Whispering', 'Frozen', 'Golden', 'Crimson', 'Hollow', 'Amber', 'Lonely'],
  second: ['Island', 'Reef', 'Harbor', 'Valley', 'Peak', 'Lagoon', 'Fortress', 'Lighthouse', 'Canyon', 'Meadow'],
  things: [
    ['Star', 'Moon', 'Sun', 'Storm', 'Dream', 'Echo', 'Shadow', 'Flame', 'Frost', 'Thunder'],
    ['Prism', 'Chalice', 'Lyre', 'Compass', 'Mirror', 'Lantern', 'Scepter', 'Amulet', 'Quill', 'Hourglass'],
  ],
  needle: ([first, second], keyword) => ({
    needle: `The legendary item hidden on ${first} ${second} is the ${keyword}.`,
    question: `What legendary item is hidden on ${first} ${second}?`,
    keyword,
    nearMisses: [
      `Many legends are told of ${first} ${second}, though nobody has been there.`,
      `An item was once hidden by the sailors of ${first} ${second}!`,
    ],
  }),
};

const chinese: Language = {
  book: 'zh/hong-lou-meng.txt',
  millionTokens: 1_000_000,
  first: ['翡翠', '红宝石', '白银', '低语', '冰封', '黄金', '绯红', '空谷', '琥珀', '孤独'],
  second: ['岛', '礁', '港湾', '山谷', '高峰', '潟湖', '要塞', '灯塔', '峡谷', '草原'],
  things: [
    ['星辰', '月光', '太阳', '风暴', '梦境', '回声', '暗影', '烈焰', '寒霜', '雷霆'],
    ['棱镜', '圣杯', '竖琴', '罗盘', '魔镜', '提灯', '权杖', '护符', '羽笔', '沙漏'],
  ],
  needle: ([first, second], keyword) => ({
    needle: `藏在${first}${second}上的传奇物品是${keyword}。`,
    question: `${first}${second}上隐藏的传奇物品是什么？`,
    keyword,
    nearMisses: [`关于${first}${second}有许多传说，却无人去过。`, `水手们曾把一件物品藏在${first}${second}！`],
  }),
};

/** A hundred needles with a hundred places and a hundred things. All ask the same, so each is a near miss of the others. */
function needlesOf(language: Language, random: PythonRandom): Needle[] {
  const places = language.first.flatMap((first) => language.second.map((second) => [first, second] as const));
  const things = language.things[0].flatMap((first) =>
    language.things[1].map((second) => (/[a-z]/.test(first) ? `${first} ${second}` : first + second)),
  );
  random.shuffle(things);
  return places.map((place, i) => language.needle(place, things[i]!));
}

/** Where a needle stands: a line of its own cut into any sentence · after a sentence · inside a sentence, glued to both halves. */
type Place = 'line' | 'sentence' | 'inline';

/** Puts texts into a haystack at even depths; an empty text leaves its depth as it is. */
function insert(haystack: string, texts: readonly string[], place: Place): string {
  const parts: string[] = [];
  let from = 0;
  for (const [i, text] of texts.entries()) {
    if (text === '') continue;
    const at = cutNear(haystack, Math.floor((haystack.length * (i + 0.5)) / texts.length), place);
    parts.push(haystack.slice(from, at), place === 'line' ? `\n${text}\n` : ` ${text} `);
    from = at;
  }
  return [...parts, haystack.slice(from)].join('');
}

// The first end in a window is that of a sentence cut at its front, so the second is taken.
function cutNear(haystack: string, wished: number, place: Place): number {
  let at = wished;
  if (place === 'sentence') at += sentenceEnds(haystack.slice(at, at + 4000))[1] ?? 0;
  while (!isBoundarySafe(haystack, at)) at++;
  return at;
}

function sourceOf(text: string): TextSource {
  const bytes = new TextEncoder().encode(text);
  return { byteLength: bytes.length, digest: () => '', chunks: () => [bytes], text: () => text };
}

async function ask(context: TextSource, question: string): Promise<string> {
  const blocks = [
    { role: 'context', source: context },
    { role: 'question', source: sourceOf(question) },
  ] as const;
  const request: ModelRequest = { messages: [{ from: 'user', blocks }], output: { maxTokens: 100 } };
  const { text } = await createLexicalReader().generate(request, { signal: new AbortController().signal });
  return text;
}

describe.skipIf(corpora === undefined).each([
  ['English', english],
  ['Chinese', chinese],
])('a hundred needles in real prose, %s (skipped: ../shared/corpora is absent)', (_, language) => {
  const random = seededRandom(7, language.book);
  const needles = needlesOf(language, random);
  let haystack = '';

  beforeAll(() => {
    const book = readFileSync(`${corpora}/${language.book}`, 'utf8');
    haystack = book.repeat(Math.ceil(language.millionTokens / book.length)).slice(0, language.millionTokens);
  });

  // Not `inline`: glued to long halves of a sentence, with one sentence to an answer, a needle loses to shorter near misses.
  it.each(['line', 'sentence'] as const)(
    'finds 95 of 100 in a million tokens among each other and their near misses: %s',
    async (place) => {
      const scattered = [...needles.map(({ needle }) => needle), ...needles.flatMap(({ nearMisses }) => nearMisses)];
      random.shuffle(scattered);
      const context = sourceOf(insert(haystack, scattered, place));
      const missed: string[] = [];
      for (let from = 0; from < needles.length; from += 50) {
        const group = needles.slice(from, from + 50);
        const answer = await ask(context, group.map(({ question }) => question).join(' '));
        missed.push(...group.map(({ keyword }) => keyword).filter((keyword) => !answer.includes(keyword)));
      }
      expect(missed.length).toBeLessThanOrEqual(5);
    },
  );

  it.each(['line', 'sentence', 'inline'] as const)('finds 95 of 100 alone at a hundred depths among near misses: %s', async (place) => {
    const length = Math.round(language.millionTokens / 64);
    const found: string[] = [];
    for (const [i, { needle, question, keyword, nearMisses }] of needles.entries()) {
      const from = random.below(haystack.length - length);
      const misses = [...nearMisses, ...needles.slice(0, 5).flatMap((other) => other.nearMisses)];
      const texts = needles.map((__, depth) => (depth === i ? needle : (depth % 9 === 0 && misses[depth / 9]) || ''));
      const answer = await ask(sourceOf(insert(haystack.slice(from, from + length), texts, place)), question);
      if (answer.includes(keyword)) found.push(keyword);
    }
    expect(found.length).toBeGreaterThanOrEqual(95);
  });

  it('finds one in a million tokens at the start, in the middle and at the end', async () => {
    const { needle, question, keyword } = needles[0]!;
    for (const depth of [0, 0.5, 1]) {
      const at = Math.floor(haystack.length * depth);
      expect(await ask(sourceOf(`${haystack.slice(0, at)}\n${needle}\n${haystack.slice(at)}`), question)).toContain(keyword);
    }
  });

  it('does not know what is not there', async () => {
    const { question, keyword } = needles[0]!;
    expect(await ask(sourceOf(haystack), question)).not.toContain(keyword);
  });
});
