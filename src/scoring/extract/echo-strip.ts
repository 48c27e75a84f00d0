/** What a prompt with an open slot looks like. */
export interface OpenSlot {
  /** The text that was asked about, as the prompt shows it. */
  readonly query: string;
  /** Stands between a text and its answer. */
  readonly cue: string;
  /** What a next example begins with. */
  readonly marker: string;
}

/**
 * The part of a reply that fills the slot (LongICLBench): after the last echo of the query and after the cue, before a next example; trimmed. Plain
 * searches alone: linear in the reply.
 */
export function echoStrip(reply: string, { query, cue, marker }: OpenSlot): string {
  const echo = query === '' ? -1 : reply.lastIndexOf(query);
  const own = (echo === -1 ? reply : reply.slice(echo + query.length)).trimStart();
  const bare = cue.trim();
  const filled = bare !== '' && own.startsWith(bare) ? own.slice(bare.length) : own;
  return filled.split(marker.trim(), 1)[0]!.trim();
}
