import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What stands at a place, to show beside it. */
export interface Tip {
  readonly beside: HTMLElement;
  readonly name: string;
  readonly says: string;
}

const GAP_PX = 7;

/** A note above the place under the pointer or focus. The place says the same to a reader who does not see it. */
export function HeatTip({ of }: { readonly of: ReadonlySignal<Tip | undefined> }) {
  const tip = of.value;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Without a tip nothing is measured: that would lay out the whole page once per map.
    const note = box.current;
    const frame = tip && note?.offsetParent;
    if (!note || !frame) return;
    const [around, place] = [frame.getBoundingClientRect(), tip.beside.getBoundingClientRect()];
    const left = place.left + place.width / 2 - around.left - note.offsetWidth / 2;
    note.style.left = `${Math.max(0, Math.min(left, around.width - note.offsetWidth))}px`;
    note.style.top = `${place.top - around.top - note.offsetHeight - GAP_PX}px`;
  }, [tip]);
  return (
    <div class="heat-tip" aria-hidden="true" hidden={tip === undefined} ref={box}>
      <strong>{tip?.name}</strong>
      <span>{tip?.says}</span>
    </div>
  );
}
