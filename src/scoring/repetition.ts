const TAIL = 2000;

/** True when an answer ends in a loop: its last characters (up to 2,000) repeat one unit at least `times` times over at least 60 characters. */
export function endsInLoop(text: string, times = 4): boolean {
  const tail = Array.from(text.slice(-TAIL).trimEnd()).toReversed();
  const border = Array.from(tail, () => 0);
  for (let i = 1, k = 0; i < tail.length; i++) {
    while (k > 0 && tail[i] !== tail[k]) k = border[k - 1]!;
    if (tail[i] === tail[k]) k++;
    border[i] = k;
    const length = i + 1;
    if (length >= 60 && length >= times * (length - k)) return true;
  }
  return false;
}
