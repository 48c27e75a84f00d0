/** English words that say nothing about what is asked: never indexed, never searched. Without apostrophes. */
export const EN_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those some any each every either neither ' +
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself ' +
    'it its itself they them their theirs themselves one ' +
    'am is are was were be been being do does did done doing have has had having ' +
    'can could may might must shall should will would ' +
    'and or but nor so if then than as because while although though ' +
    'of in on at by for from to with into onto about over under after before during between through against among within without upon ' +
    'what which who whom whose when where why how there here ' +
    'not no yes only just also very too more most much such other same own again ' +
    'im ive id ill youre youve youll youd hes shes weve theyre theyve dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt ' +
    'please'
  ).split(' '),
);

/** Chinese character pairs that only ask or only join: never indexed, never searched. */
export const ZH_STOP_PAIRS: ReadonlySet<string> = new Set(
  '什么 是什 么是 甚么 是谁 谁是 哪里 哪个 哪些 哪一 在哪 多少 是多 怎么 如何 为何 为什 请问 请回 回答 以及 或者 因为 所以 可以 这个 那个 我们 他们 你们'.split(
    ' ',
  ),
);
