/** LongBench `count_score` (0–1): the share of all runs of digits in the prediction that are the gold, as strings. None: 0. */
export function numberHits(prediction: string, gold: string): number {
  const numbers = prediction.match(/\p{Nd}+/gu) ?? [];
  return numbers.length === 0 ? 0 : numbers.filter((number) => number === gold).length / numbers.length;
}

const PARAGRAPH = { en: /Paragraph (\p{Nd}+)/u, zh: /段落(\p{Nd}+)/u };

/** LongBench `retrieval_score` and `retrieval_zh_score` (0–1): `numberHits` of the paragraph that the gold names; 0 where it names none. */
export function paragraphHits(prediction: string, gold: string, language: 'en' | 'zh' = 'en'): number {
  const wanted = PARAGRAPH[language].exec(gold)?.[1];
  return wanted === undefined ? 0 : numberHits(prediction, wanted);
}
