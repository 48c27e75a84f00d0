/** Marks that end a Chinese sentence. `．` (U+FF0E) is the full stop of many older plain-text books. */
export const ZH_SENTENCE_MARKS = '。！？；．｡';

/** Marks that end a Chinese clause. */
export const ZH_CLAUSE_MARKS = '，、：；､';

/** Quotes and brackets that belong to the sentence before them. */
export const ZH_CLOSERS = '”’」』）》】〉〕〗］｝﹂﹄＂＇';

/** After one of these marks the sentence goes on, whatever came before (`“好！”，他说。`). */
export const ZH_CONTINUERS = '，、：,:､';
