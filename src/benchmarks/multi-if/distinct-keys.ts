/** Names keys apart, in the order of the rows: a key that stands there again gets `#2`, then `#3`. */
export function distinctKeys(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  };
}
