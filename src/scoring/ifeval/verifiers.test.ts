import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage, VERIFIERS } from './index.ts';
import reference from './reference.fixture.json' with { type: 'json' };
import type { VerifierTools } from './verifier.ts';

const tools: VerifierTools = { detect: detectLanguage, mode: 'official' };

function check(id: string, kwargs: object, { as = tools }: { readonly as?: VerifierTools } = {}): (response: string) => boolean {
  const bound = VERIFIERS[id]!.bind(kwargs);
  if ('problem' in bound) throw new Error(bound.problem);
  return (response) => bound.check(response, as);
}

const ENGLISH = 'The harbour was quiet this morning, and the old ferry waited for the last of its passengers.';
const FRENCH = 'Le port était calme ce matin, et le vieux bac attendait encore les derniers passagers du village.';
const CHINESE = '今天早上港口很安静。渡船还在等最后几位乘客！你要上船吗？';
const HINDI = 'आज सुबह बंदरगाह शांत था। पुरानी नाव अंतिम यात्रियों की प्रतीक्षा कर रही थी। क्या आप आ रहे हैं?';

/** Id, arguments, a response that follows and one that does not. */
const CASES: readonly (readonly [id: string, kwargs: object, follows: string, fails: string])[] = [
  ['keywords:existence', { keywords: ['ferry', 'col(ou)?r'] }, 'Ferry of one COLR', 'a ferry'],
  ['keywords:existence', { keywords: ['C++'] }, 'in c++ and C', 'in C and CC'],
  ['keywords:existence', { keywords: ['éCOLE', 'मकान'] }, 'une École, मकान', 'une ecole, मकान'],
  ['keywords:frequency', { keyword: 'tide', frequency: 2, relation: 'at least' }, 'Tide and tides', 'one tide'],
  ['keywords:frequency', { keyword: 'tide', frequency: 2, relation: 'less than' }, 'one tide', 'tide, tide'],
  ['keywords:frequency', { keyword: '(a+)+$', frequency: 1, relation: 'at least' }, 'xaaa', 'aaab'],
  ['keywords:forbidden_words', { forbidden_words: ['sea', 'été'] }, 'season of étés', 'by the Sea.'],
  ['keywords:forbidden_words', { forbidden_words: ['море'] }, 'морем', 'Это Море!'],
  ['keywords:forbidden_words', { forbidden_words: ['colou?r', 'm.re'] }, 'coloured, été mores', 'été, COLOR'],
  ['keywords:forbidden_words', { forbidden_words: ['colou?r'] }, 'coloured', 'a Color.'],
  ['keywords:letter_frequency', { letter: 'A', let_frequency: 3, let_relation: 'at least' }, 'Alabama', 'Malta'],
  ['keywords:letter_frequency', { letter: 'é', let_frequency: 2, let_relation: 'less than' }, 'Émile', 'été'],
  ['language:response_language', { language: 'fr' }, FRENCH, ENGLISH],
  ['language:response_language', { language: 'hi' }, HINDI, FRENCH],
  ['language:response_language', { language: 'zh-cn' }, CHINESE, ENGLISH],
  ['language:response_language', { language: 'zh' }, '1234', CHINESE],
  ['length_constraints:number_sentences', { num_sentences: 3, relation: 'at least' }, 'One. Two! Three?', 'Dr. Who met Mr. X. e.g. here.'],
  ['length_constraints:number_sentences', { num_sentences: 3, relation: 'less than' }, 'It is 3.5 m.\nNo more.', '1. One. Two.'],
  ['length_constraints:number_sentences', { num_sentences: 3, relation: 'at least' }, CHINESE, '今天早上港口很安静。渡船还在等。'],
  ['length_constraints:number_sentences', { num_sentences: 4, relation: 'less than' }, HINDI, `${HINDI} हाँ!`],
  ['length_constraints:number_words', { num_words: 4, relation: 'at least' }, "don't go_on now", 'well-known things'],
  [
    'length_constraints:number_words',
    { num_words: 12, relation: 'less than' },
    '港口很安静，渡船在等。',
    '今天早上港口很安静，渡船还在等。',
  ],
  ['length_constraints:number_paragraphs', { num_paragraphs: 2 }, '***\none\n***\ntwo ***', 'one *** *** two'],
  [
    'length_constraints:nth_paragraph_first_word',
    { num_paragraphs: 2, nth_paragraph: 2, first_word: 'Over' },
    'One.\n\n"over, and out',
    'One.\n\nOverall',
  ],
  ['detectable_content:number_placeholders', { num_placeholders: 2 }, '[name] of [street [x]', '[name of\nstreet] [x]'],
  ['detectable_content:postscript', { postscript_marker: 'P.S.' }, 'Bye.\nP. s. More', 'Bye. PS More'],
  ['detectable_content:postscript', { postscript_marker: 'P.P.S' }, 'p. p.s', 'P.S.'],
  ['detectable_format:number_bullet_lists', { num_bullets: 3 }, '* a\n  * b\n- c\n** d', '* a\n* b'],
  ['detectable_format:constrained_response', {}, 'Well. My answer is no. Sorry.', 'My answer is no'],
  ['detectable_format:number_highlighted_sections', { num_highlights: 2 }, '*a* and *b*', '*a* and * *'],
  ['detectable_format:multiple_sections', { section_spliter: 'Section', num_sections: 2 }, 'Section 1 a\nSection2', 'section 1 Section 2'],
  ['detectable_format:multiple_sections', { section_spliter: 'Раздел', num_sections: 1 }, 'Раздел ٣', 'Раздел три'],
  ['detectable_format:json_format', {}, '```json\n{"a": [1, NaN, "NaN"]}\n```', '{"a": NaNN}'],
  ['detectable_format:json_format', {}, ' [1] ', 'Here it is: [1]'],
  ['detectable_format:title', {}, 'x <<A <b>>>', '<< >> <<a>\n>'],
  ['combination:two_responses', {}, 'one ****** two', 'one ****** one'],
  ['combination:repeat_prompt', { prompt_to_repeat: 'Say Это.' }, ' say это. Yes', 'I say это.'],
  ['startend:end_checker', { end_phrase: ' The end. ' }, 'So it goes. "the END."', 'The end. Or'],
  ['startend:quotation', {}, ' “so” ', '“so'],
  ['startend:quotation', {}, '「好」', '"'],
  ['change_case:capital_word_frequency', { capital_frequency: 3, capital_relation: 'at least' }, "NASA DON'T", 'NASA Éa 12'],
  ['change_case:capital_word_frequency', { capital_frequency: 2, capital_relation: 'less than' }, 'ЭТО (is)', '“A” U.S.'],
  ['change_case:english_capital', {}, ENGLISH.toUpperCase(), ENGLISH],
  ['change_case:english_capital', {}, ENGLISH.toUpperCase(), FRENCH.toUpperCase()],
  ['change_case:english_lowercase', {}, ENGLISH.toLowerCase(), FRENCH.toLowerCase()],
  ['punctuation:no_comma', {}, '一，二、三', 'one, two'],
];

test.each(CASES)('%s %j: %j, and not %j', (id, kwargs, follows, fails) => {
  expect([check(id, kwargs)(follows), check(id, kwargs)(fails)]).toEqual([true, false]);
});

test('every verifier has a case', () => {
  expect(new Set(CASES.map(([id]) => id))).toEqual(new Set(Object.keys(VERIFIERS)));
  expect(Object.keys(VERIFIERS)).toHaveLength(25);
});

describe('the published rules, run by Python’s re, json and NLTK’s word tokenizer on random text', () => {
  test.each(Object.entries(reference))('%s', (id, rows) => {
    const given = rows.map(([kwargs, response]) => check(id, kwargs as object)(response as string));
    expect(given).toEqual(rows.map(([, , follows]) => follows));
  });
});

test('in fixed mode, zh is Chinese', () => {
  const fixed = { as: { ...tools, mode: 'fixed' } } as const;
  expect(check('language:response_language', { language: 'zh' }, fixed)(CHINESE)).toBe(true);
  expect(check('language:response_language', { language: 'zh' }, fixed)(ENGLISH)).toBe(false);
});

test('arguments of another shape are told', () => {
  expect(VERIFIERS['keywords:existence']!.bind({})).toEqual({ problem: expect.stringContaining('at keywords: ') });
  expect(VERIFIERS['length_constraints:number_words']!.bind({ num_words: 3, relation: 'around' })).toEqual({
    problem: expect.stringContaining('at relation: '),
  });
});

/** Texts that break what is quadratic, recursive, or takes UTF-16 for whole characters. */
const MEGABYTE = 1_000_000;
const HOSTILE: { readonly [name: string]: string } = {
  'one letter': 'a'.repeat(MEGABYTE),
  'line breaks': '\n'.repeat(MEGABYTE),
  blanks: ' '.repeat(MEGABYTE),
  stars: '*'.repeat(MEGABYTE),
  'open brackets': '[<<{"'.repeat(MEGABYTE / 5),
  'escaped quotes': `"NaN${'\\"'.repeat(MEGABYTE / 2)}`,
  dots: 'a.'.repeat(MEGABYTE / 2),
  quotes: `'"`.repeat(MEGABYTE / 2),
  'lone surrogates': '\ud800'.repeat(MEGABYTE),
  binary: Array.from({ length: MEGABYTE / 10 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join(''),
  words: 'Section 1 tide. '.repeat(MEGABYTE / 16),
};

/** Patterns on which backtracking engines hang. */
const CATASTROPHIC = ['(a+)+$', '(a|a)*b', '([a-zA-Z]+)*[0-9]', '(.*a){5}$', '[', '(?<=a+)b', String.raw`(a)\1+$`];

test.each(Object.entries(HOSTILE))('no verifier throws or hangs on a megabyte of %s', (_, text) => {
  const ids = new Map(CASES.map(([id, kwargs]) => [id, kwargs]));
  for (const [id, kwargs] of ids) expect(check(id, kwargs)(text)).toBeTypeOf('boolean');
  for (const keyword of CATASTROPHIC) {
    expect(check('keywords:existence', { keywords: [keyword] })(text)).toBeTypeOf('boolean');
    expect(check('keywords:frequency', { keyword, frequency: 2, relation: 'less than' })(text)).toBeTypeOf('boolean');
    expect(check('keywords:forbidden_words', { forbidden_words: [keyword] })(text)).toBeTypeOf('boolean');
  }
});

test('no response and no keyword makes a verifier throw', () => {
  const unit = fc.oneof(
    fc.constantFrom('*', '\n', '[', ']', '"', '.', '\\', '(', '{', '，', '\ud83d', 'É'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (response, keyword) => {
      for (const [id, kwargs] of CASES) expect(check(id, kwargs)(response)).toBeTypeOf('boolean');
      for (const [id, kwargs] of [
        ['keywords:existence', { keywords: [keyword] }],
        ['keywords:frequency', { keyword, frequency: 2, relation: 'less than' }],
        ['keywords:forbidden_words', { forbidden_words: [keyword] }],
        ['detectable_format:multiple_sections', { section_spliter: keyword, num_sections: 1 }],
      ] as const)
        expect(check(id, kwargs)(response)).toBeTypeOf('boolean');
    }),
  );
});
