/** Pixels from the top of a box to a byte of the text in it; undefined where the byte is not there. */
export function placeOfByte(box: HTMLElement, byte: number): number | undefined {
  const parts = [...box.querySelectorAll<HTMLElement>('[data-byte]')];
  const part = parts.findLast(({ dataset }) => Number(dataset['byte']) <= byte);
  const text = part?.firstChild;
  if (!part || !text) return undefined;
  const range = part.ownerDocument.createRange();
  const { byte: from, to } = part.dataset;
  const share = (byte - Number(from)) / Math.max(1, Number(to) - Number(from));
  // A byte is found by its share of the part: what is shown of a part may be a little longer than the part.
  const length = text.textContent?.length ?? 0;
  range.setStart(text, Math.min(length, Math.round(share * length)));
  range.setEnd(text, Math.min(length, Math.round(share * length) + 1));
  return (range.getClientRects()[0] ?? part.getBoundingClientRect()).top - box.getBoundingClientRect().top;
}

/** Bytes of the text that a box shows just now. */
export function bytesSeen(box: HTMLElement): { readonly fromByte: number; readonly toByte: number } {
  const { top, height } = box.getBoundingClientRect();
  const parts = [...box.querySelectorAll<HTMLElement>('[data-byte]')];
  const at = (px: number, nearest: 'first' | 'last'): number => {
    const found = parts.findLast((part) => part.getBoundingClientRect().top - top <= px) ?? parts[0]!;
    const rect = found.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (px - (rect.top - top)) / Math.max(1, rect.height)));
    const [from, to] = [Number(found.dataset['byte']), Number(found.dataset['to'])];
    return Math.round(nearest === 'first' || share < 1 ? from + share * (to - from) : to);
  };
  return parts.length === 0 ? { fromByte: 0, toByte: 0 } : { fromByte: at(0, 'first'), toByte: at(height, 'last') };
}
