import { useSignalEffect } from '@preact/signals';
import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { visibleText } from '../../../../src/report/charts/index.ts';
import type { PromptStrip } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { Problem } from '../problem.tsx';
import { needleBeside, needleGoal, questionGoal } from './place.ts';
import { placeText, type PromptPlaces } from './prompt-strip.tsx';
import type { ReadText } from './prompt-view.tsx';
import { segmentsOf, type Chunk } from './segments.ts';
import { useScrolledText } from './use-scrolled-text.ts';

/** The text of a message around what one looks for; more of it comes as one scrolls. Only a few screens of it are in the page at any time. */
export function PromptReader({ strip, goal, seen, read }: PromptPlaces & { readonly read: ReadText }) {
  const box = useRef<HTMLDivElement>(null);
  const { message, chunks, loading, problem, goTo, scrolled } = useScrolledText({ strip, read, box, seen });
  useSignalEffect(() => goTo(goal.value));
  useEffect(() => {
    const watcher = new ResizeObserver(scrolled);
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, [scrolled]);
  const { bytes } = strip.messages[message]!;
  return (
    <div class="reader">
      <div class="reader-bar">
        <ReaderButtons strip={strip} goal={goal} seen={seen} />
        <span class="soft small" role="status">
          {loading ? t('prompt.loading') : placeText(seen.value, bytes)}
        </span>
      </div>
      {problem && <Problem problem={problem} />}
      <div
        class="reader-text"
        ref={box}
        tabIndex={0}
        role="region"
        aria-label={t('prompt.text')}
        aria-busy={loading}
        onScroll={scrolled}
        dir="auto"
      >
        {chunks.map((chunk) => (
          <ChunkText key={chunk.fromByte} chunk={chunk} strip={strip} message={message} current={goal.value.needle} />
        ))}
      </div>
    </div>
  );
}

function ReaderButtons({ strip, goal, seen }: PromptPlaces) {
  const [before, after] = [needleBeside(strip, seen.value, -1), needleBeside(strip, seen.value, 1)];
  // From one needle the next is beside that needle, wherever it could be scrolled to.
  const current = goal.value.needle;
  const inView = current !== undefined && isSeen(strip, current, seen.value);
  const [previous, next] = inView ? [existing(strip, current - 1), existing(strip, current + 1)] : [before, after];
  const question = questionGoal(strip);
  const go = (index: number | undefined) => index !== undefined && (goal.value = needleGoal(strip, index));
  return (
    <>
      {strip.needles.length > 0 && (
        <>
          <button type="button" disabled={previous === undefined} onClick={() => go(previous)}>
            ← {t('prompt.previous')}
          </button>
          <button type="button" disabled={next === undefined} onClick={() => go(next)}>
            {t('prompt.next')} →
          </button>
        </>
      )}
      {question && (
        <button type="button" onClick={() => (goal.value = question)}>
          {t('prompt.to-question')}
        </button>
      )}
    </>
  );
}

const existing = ({ needles }: PromptStrip, index: number): number | undefined => (needles[index] === undefined ? undefined : index);

function isSeen({ needles }: PromptStrip, index: number, seen: PromptPlaces['seen']['value']): boolean {
  const { message, fromByte, toByte } = needles[index]!;
  return message === seen.message && toByte > seen.fromByte && fromByte < seen.toByte;
}

interface ChunkTextProps {
  readonly chunk: Chunk;
  readonly strip: PromptStrip;
  readonly message: number;
  readonly current: number | undefined;
}

const ChunkText = memo(({ chunk, strip, message, current }: ChunkTextProps) => {
  const segments = useMemo(() => segmentsOf(strip, message, chunk), [strip, message, chunk]);
  return (
    <span class="chunk" data-from={chunk.fromByte}>
      {segments.map(({ role, fromByte, toByte, text, needle }) =>
        needle === undefined ? (
          <span key={fromByte} class={`role-${role}`} data-byte={fromByte} data-to={toByte}>
            {visibleText(text)}
          </span>
        ) : (
          <mark
            key={fromByte}
            class={needle === current ? 'current' : undefined}
            data-byte={fromByte}
            data-to={toByte}
            data-needle={needle}
          >
            {visibleText(text)}
          </mark>
        ),
      )}
    </span>
  );
});
