import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PromptStrip } from '../../../../src/server/api.ts';
import { ApiProblem } from '../../api.ts';
import type { Goal, Seen } from './place.ts';
import type { ReadText } from './prompt-view.tsx';
import { bytesSeen, placeOfByte } from './scroll-places.ts';
import type { Chunk } from './segments.ts';

/** Bytes before and after a place that are read at once, and bytes of every further part. */
const [BEFORE, AFTER, FURTHER] = [4000, 8000, 12_000];
/** Parts in the page at most. */
const MOST_CHUNKS = 5;
/** How near to an end of what is there more of it is asked for. */
const NEAR_PX = 500;

interface Options {
  readonly strip: PromptStrip;
  readonly read: ReadText;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly seen: Signal<Seen>;
}

interface State {
  readonly message: number;
  readonly chunks: readonly Chunk[];
  readonly loading: boolean;
  readonly problem?: ApiProblem;
}

/** What is to be held in place while text comes or goes around it. */
type Hold = { readonly goal: Goal } | { readonly chunk: number; readonly topPx: number };

/** Text of a message that grows where one scrolls to, and goes where one came from. */
export function useScrolledText({ strip, read, box, seen }: Options) {
  const [state, setState] = useState<State>({ message: seen.value.message, chunks: [], loading: true });
  const now = useRef(state);
  now.current = state;
  const hold = useRef<Hold | undefined>(undefined);
  const busy = useRef<AbortController | undefined>(undefined);

  const load = useCallback(
    (part: Seen, show: (chunk: Chunk) => void) => {
      busy.current?.abort();
      const gone = new AbortController();
      busy.current = gone;
      setState((old) => ({ message: old.message, chunks: old.chunks, loading: true }));
      read(part, gone.signal).then(
        (chunk) => {
          busy.current = undefined;
          return show(chunk);
        },
        (error: unknown) => {
          if (gone.signal.aborted) return;
          busy.current = undefined;
          const problem = error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) });
          setState((old) => ({ ...old, loading: false, problem }));
        },
      );
    },
    [read],
  );

  const more = useCallback(
    (end: 'before' | 'after') => {
      const { message, chunks } = now.current;
      const { bytes } = strip.messages[message]!;
      const at = end === 'before' ? chunks[0]!.fromByte : chunks.at(-1)!.toByte;
      const part =
        end === 'before' ? { fromByte: Math.max(0, at - FURTHER), toByte: at } : { fromByte: at, toByte: Math.min(bytes, at + FURTHER) };
      if (part.toByte <= part.fromByte) return;
      load({ message, ...part }, (chunk) => {
        hold.current = firstSeen(box.current!);
        setState(({ chunks: old }) => ({ message, chunks: grown(old, chunk), loading: false }));
      });
    },
    [strip, load],
  );

  const scrolled = useCallback(() => {
    const element = box.current;
    const { message, chunks } = now.current;
    if (!element || chunks.length === 0) return;
    seen.value = { message, ...bytesSeen(element) };
    if (busy.current) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (element.scrollTop < NEAR_PX && chunks[0]!.fromByte > 0) more('before');
    else if (below < NEAR_PX && chunks.at(-1)!.toByte < strip.messages[message]!.bytes) more('after');
  }, [strip, more]);

  const goTo = useCallback(
    (goal: Goal) => {
      const { message, byte } = goal;
      const { chunks, message: shown } = now.current;
      if (message === shown && chunks.some(({ fromByte, toByte }) => byte >= fromByte && byte < toByte)) {
        scrollTo(box.current!, goal);
        return;
      }
      const { bytes } = strip.messages[message]!;
      load({ message, fromByte: Math.max(0, byte - BEFORE), toByte: Math.min(bytes, byte + AFTER) }, (chunk) => {
        hold.current = { goal };
        setState({ message, chunks: [chunk], loading: false });
      });
    },
    [strip, load],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (element && hold.current) keep(element, hold.current);
    hold.current = undefined;
    scrolled();
  }, [state.chunks]);
  useLayoutEffect(() => () => busy.current?.abort(), [read]);
  return { ...state, goTo, scrolled };
}

/** Adds a part at its end; those farthest from it go when there are too many. */
function grown(chunks: readonly Chunk[], chunk: Chunk): readonly Chunk[] {
  return chunk.fromByte < chunks[0]!.fromByte ? [chunk, ...chunks].slice(0, MOST_CHUNKS) : [...chunks, chunk].slice(-MOST_CHUNKS);
}

function keep(element: HTMLElement, held: Hold): void {
  if ('goal' in held) return scrollTo(element, held.goal);
  const found = element.querySelector<HTMLElement>(`[data-from="${held.chunk}"]`);
  if (found) element.scrollTop += topOf(found, element) - held.topPx;
}

function scrollTo(element: HTMLElement, { byte, needle }: Goal): void {
  const at = placeOfByte(element, byte);
  if (at === undefined) return;
  element.scrollTop += at - element.clientHeight * (needle === undefined ? 0.3 : 0.4);
}

/** The last part that begins above the middle of what is seen: it stays, whichever end grows. */
function firstSeen(element: HTMLElement): Hold | undefined {
  const parts = [...element.querySelectorAll<HTMLElement>('[data-from]')];
  const found = parts.findLast((part) => topOf(part, element) <= element.clientHeight / 2) ?? parts[0];
  return found && { chunk: Number(found.dataset['from']), topPx: topOf(found, element) };
}

const topOf = (part: HTMLElement, element: HTMLElement): number =>
  (part.getClientRects()[0]?.top ?? 0) - element.getBoundingClientRect().top;
