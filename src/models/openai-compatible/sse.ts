/** Reads server-sent events from bytes that arrive in any pieces. */
export interface SseReader {
  /** The data of the events that these bytes complete. */
  push(bytes: Uint8Array): string[];
  /** The data of an event that the end of the stream completes: servers forget the last blank line. */
  end(): string[];
}

/**
 * An incremental reader of `text/event-stream` (WHATWG HTML, 9.2.6): CR, LF and CRLF, comments, several data lines joined with LF, a byte
 * order mark, characters cut anywhere. Only data is kept; event names and ids are not used. Deviation: an event that the stream's end
 * cuts off is still given. Linear in the bytes, also for one line of many megabytes.
 */
export function createSseReader(): SseReader {
  const decoder = new TextDecoder();
  let line = '';
  let data: string | undefined;
  let afterCr = false;

  const endLine = (events: string[]) => {
    if (line === '') {
      if (data !== undefined) events.push(data);
      data = undefined;
    } else if (line === 'data' || line.startsWith('data:')) {
      const value = line.slice(line.startsWith('data: ') ? 6 : 5);
      data = data === undefined ? value : `${data}\n${value}`;
    }
    line = '';
  };

  const read = (arrived: string): string[] => {
    const text = afterCr && arrived.startsWith('\n') ? arrived.slice(1) : arrived;
    if (arrived !== '') afterCr = arrived.endsWith('\r');
    const events: string[] = [];
    let from = 0;
    for (const ending of text.matchAll(/\r\n|\r|\n/g)) {
      line += text.slice(from, ending.index);
      from = ending.index + ending[0].length;
      endLine(events);
    }
    line += text.slice(from);
    return events;
  };

  return {
    push: (bytes) => read(decoder.decode(bytes, { stream: true })),
    end: () => read(`${decoder.decode()}\n\n`),
  };
}
