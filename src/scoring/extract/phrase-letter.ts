/** The letter of "The correct answer is (B)", without brackets as second choice, asterisks deleted; null otherwise. Source: LongBench v2 `pred.py`. */
export function phraseLetter(answer: string): string | null {
  const plain = answer.replaceAll('*', '');
  return (/The correct answer is \(([A-D])\)/.exec(plain) ?? /The correct answer is ([A-D])/.exec(plain))?.[1] ?? null;
}
