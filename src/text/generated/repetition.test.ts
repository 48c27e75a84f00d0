import { expect, test } from 'vitest';
import { repetition, sentencesOf } from './repetition.ts';

test('counts what was there before', () => {
  const paragraph = 'One two three four five six seven. Eight nine ten eleven twelve thirteen.';
  expect(repetition([`Title\n\n${paragraph}\n\n`, `Other\n\n${paragraph}\n\n`], 'en')).toEqual({
    paragraphs: 1,
    sentences: 0.5,
    shingles: 2 / 6,
  });
  expect(repetition([`Title\n\n${paragraph}\n\n`], 'en')).toEqual({ paragraphs: 0, sentences: 0, shingles: 0 });
});

test('splits sentences, quotations by themselves', () => {
  expect(sentencesOf('Title\n\n"Go home." He went. She stayed!\n\n', 'en')).toEqual(['"Go home."', 'He went.', 'She stayed!']);
  expect(sentencesOf('题\n\n“回去。”他走了。她呢？\n\n', 'zh')).toEqual(['“回去。”', '他走了。', '她呢？']);
});
