/** Cuts a Chinese (or mixed) text into words; the words joined are the text. */
export type Segment = (text: string) => string[];

/**
 * Where jieba-rs sees a decimal point and Python's jieba does not: any of + # & _ % - between a letter or digit and a digit. The text is cut there
 * beforehand, the character a word of its own (% stays with what stands before it), so that both give the same words.
 */
const FALSE_POINT = /(?<=[A-Za-z0-9])([+#&_-])(?=[0-9])|(?<=[A-Za-z0-9]%)(?=[0-9])/;

/** jieba's accurate mode with HMM, word for word as Python's jieba 0.42.1. `cut`: jieba-rs. */
export function createSegment(cut: (text: string, hmm: boolean) => string[]): Segment {
  return (text) => text.split(FALSE_POINT).flatMap((piece, i) => (!piece ? [] : i % 2 === 1 ? [piece] : cut(piece, true)));
}

let loaded: Promise<Segment> | undefined;

/** Loads jieba as WebAssembly with its own dictionary (4 MB), once. A lone surrogate comes back as U+FFFD. */
export function loadJieba(): Promise<Segment> {
  loaded ??= import('jieba-wasm').then(({ cut }) => createSegment(cut));
  return loaded;
}
