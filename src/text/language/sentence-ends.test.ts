import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseEnds, isBoundarySafe, sentenceEnds, splitSentences } from './index.ts';

/** Texts made of what the rules look at, so that random cases meet them often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'.!?…。！？；．，、：,;:—"\'“”‘’「」）)( \n\r\t　aAI1１他一',
        '……',
        '——',
        '\r\n',
        'Mr.',
        'e.g.',
        '😀',
        '𠀀',
        '👩‍👧',
        '\u0301',
        '\uFE0F',
        '\u{1F3FD}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** The text with `|` at every end. */
function marked(text: string, ends: readonly number[]): string {
  return [0, ...ends].map((from, i, all) => text.slice(from, all[i + 1])).join('|');
}

describe('sentenceEnds, English', () => {
  it.each([
    ['He came. She left! Why?', 'He came.| She left!| Why?|'],
    ['“At once?” said she. “Go.”', '“At once?” said she.| “Go.”|'],
    ['He said "stop." Then (so they say.) He left.', 'He said "stop."| Then (so they say.)| He left.|'],
    ['What?! No... It went on... and on… He sat', 'What?!| No...| It went on... and on…| He sat'],
    ['And then . . . he left. Yes', 'And then . . . he left.| Yes'],
    [
      'Mr. Pierre met Dr. Metivier, Mrs. Drubetskaya and St. Peter. They sat.',
      'Mr. Pierre met Dr. Metivier, Mrs. Drubetskaya and St. Peter.| They sat.|',
    ],
    ['See No. 5, vol. IV and fig. 2. No. He left.', 'See No. 5, vol. IV and fig. 2.| No.| He left.|'],
    [
      'Fruit, e.g. Apples, i.e. Food, etc. The rest is 3.14 or 1,000.5 at v2.0. Good.',
      'Fruit, e.g. Apples, i.e. Food, etc.| The rest is 3.14 or 1,000.5 at v2.0.| Good.|',
    ],
    [
      'J. R. R. Tolkien and J.R.R. Tolkien. It was I. Natásha ate vitamin C. The end.',
      'J. R. R. Tolkien and J.R.R. Tolkien.| It was I.| Natásha ate vitamin C.| The end.|',
    ],
    [
      'The U.S. Army at 5 p.m. Monday. Smith Jr. He came from the U.S. The end.',
      'The U.S. Army at 5 p.m. Monday.| Smith Jr.| He came from the U.S.| The end.|',
    ],
    ['1. First thing. 2. Second thing. A. The choice.', '1. First thing.| 2. Second thing.| A. The choice.|'],
    ['CHAPTER I\n\nWell, Prince.\r\n  \r\nGenoa', 'CHAPTER I|\n\nWell, Prince.|\r\n  \r\nGenoa'],
    ['Ends with Mr.', 'Ends with Mr.'],
    ['wait. what.com is it', 'wait. what.com is it'],
    ['', ''],
    [' \n \n', ' \n \n'],
  ])('%j', (text, expected) => {
    expect(marked(text, sentenceEnds(text))).toBe(expected);
  });
});

describe('sentenceEnds, Chinese and mixed', () => {
  it.each([
    ['此开卷第一回也．作者自云：因曾历过。', '此开卷第一回也．|作者自云：因曾历过。|'],
    ['“好！”他说。‘走吧！’（完。）「是。」《完》', '“好！”|他说。|‘走吧！’|（完。）|「是。」|《完》'],
    ['真的？！！我……不知道……', '真的？！！|我……|不知道……|'],
    ['他说："好。"又说："走！"于是走了．"通灵"二字', '他说："好。"|又说："走！"|于是走了．|"通灵"二字'],
    ['他说："好\n走。"通灵"二字', '他说："好|\n走。|"通灵"二字'],
    ['实未集全。”\r\n\r\n    道人道', '实未集全。”|\r\n\r\n    道人道'],
    ['圆周率是３．１４或3.14。你好吗?我很好!走.来', '圆周率是３．１４或3.14。|你好吗?|我很好!|走.|来'],
    ['1．第一。2．第二；三', '1．第一。|2．第二；|三'],
    ['“好……”，他说。百度.com是网站。', '“好……”，他说。|百度.com是网站。|'],
    ['我用Python.然后 use GPT-4.1. It is 好的。Then go. 好', '我用Python.然后 use GPT-4.1.| It is 好的。|Then go.| 好'],
    ['𠀀?𠀀!𠀀', '𠀀?|𠀀!|𠀀'],
    ['好。\uFE0F\u0301走！👍', '好。\uFE0F\u0301|走！|👍'],
  ])('%j', (text, expected) => {
    expect(marked(text, sentenceEnds(text))).toBe(expected);
  });
});

describe('clauseEnds', () => {
  it.each([
    ['One, two; “three,” four: at 12:30 for 1,000—so he said—yes.', 'One,| two;| “three,”| four:| at 12:30 for 1,000—|so he said—|yes.|'],
    ['“At once?” said she, e.g. now', '“At once?”| said she,| e.g. now'],
    ['一日，正当嗟悼之际；俄见、远远——来：“好，走。”１，０００', '一日，|正当嗟悼之际；|俄见、|远远——|来：|“好，|走。”|１，０００'],
    ['好,走:1,2', '好,|走:|1,2'],
  ])('%j', (text, expected) => {
    expect(marked(text, clauseEnds(text))).toBe(expected);
  });
});

describe('laws', () => {
  it('cuts ascend, lie inside, keep characters and runs of marks whole', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, (text) => {
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
        for (const ends of [sentenceEnds(text), clauseEnds(text)]) {
          expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
          expect(ends.filter((end) => end <= 0 || end > text.length || !edges.has(end) || !isBoundarySafe(text, end))).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('every sentence end is a clause end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clauses = new Set(clauseEnds(text));
        expect(sentenceEnds(text).filter((end) => !clauses.has(end))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('sentences joined are the text, none empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = splitSentences(text).map(({ from, to }) => text.slice(from, to));
        expect(parts.join('')).toBe(text);
        expect(parts.filter((part) => part === '')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('paragraphs are judged one by one', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const head = `${a}x\n`;
        expect(sentenceEnds(head + b)).toEqual([...sentenceEnds(head), ...sentenceEnds(b).map((end) => end + head.length)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('time', () => {
  const n = 1_000_000;
  it.each([
    ['dots', '.'.repeat(n), 1],
    ['dots and spaces', '. '.repeat(n / 2), 1],
    ['quotes', '"'.repeat(n), 0],
    ['marks and quotes', '!"'.repeat(n / 2), 1],
    ['letters', 'a'.repeat(n), 0],
    ['letters and dots', 'a.'.repeat(n / 2), 1],
    ['marks that extend', '\u0301'.repeat(n), 0],
    ['line breaks', '\n'.repeat(n), 0],
    ['spaces between far dots', `.${' '.repeat(999)}`.repeat(n / 1000), 1],
    ['full stops', '。'.repeat(n), 1],
  ])(
    '1 MB of %s is scanned in linear time',
    (_, text, count) => {
      expect(sentenceEnds(text)).toHaveLength(count);
      expect(clauseEnds(text)).toHaveLength(count);
    },
    20_000,
  );
});
