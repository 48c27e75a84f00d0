const REFUSAL =
  /(?:n['’]t|\b(?:not|no|never|nowhere|neither|without|unable|cannot|unclear|unknown|unavailable|unspecified|undisclosed))\b[^.!?]{0,80}\b(?:mention|specif|outlin|describ|provid|stat|disclos|report|giv|found|find|contain|includ|indicat|discuss|address|answer|determin|available|information|detail|data|text|document|context|known|say|said|tell|present)/i;
const WORDS = /\b(?:unknown|unspecified|undisclosed|unanswerable|not mentioned|n\/a)\b|未提及|没有提到|未提到|无法回答/i;

/** Whether an answer says that the text does not hold what was asked. A rule of our own for English answers, looked for in the first 600 characters. */
export function saysNotMentioned(answer: string): boolean {
  const head = answer.slice(0, 600);
  return REFUSAL.test(head) || WORDS.test(head);
}
