import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PromptStrip } from '../../../../src/server/api.ts';
import { count } from '../../format.ts';
import { t } from '../../language.ts';
import { wordsFor } from '../../names.ts';
import { needleGoal, type Goal, type Seen } from './place.ts';
import { stripPieces } from './strip-pieces.ts';

export interface PromptPlaces {
  readonly strip: PromptStrip;
  readonly goal: Signal<Goal>;
  readonly seen: Signal<Seen>;
}

/** How near to a needle a click means the needle. */
const SNAP_PX = 7;

/** Every message as a strip drawn to scale, and what its colours mean. */
export function Strips({ strip, goal, seen }: PromptPlaces) {
  const roles = [...new Set(strip.messages.flatMap(({ blocks }) => blocks.map(({ role }) => role)))];
  return (
    <div class="strips">
      {strip.messages.map((_, message) => (
        <Strip key={message} message={message} strip={strip} goal={goal} seen={seen} />
      ))}
      <ul class="legend">
        {roles.map((role) => (
          <li key={role}>
            <i class={`role-swatch role-${role}`} aria-hidden="true" />
            {roleName(role)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The role of a block as words. */
export const roleName = (role: string): string => wordsFor('role', role) ?? role;

/** One message: a slider over its bytes. Needles are marks in it; the buttons below it lead to them too. */
function Strip({ message, strip, goal, seen }: PromptPlaces & { readonly message: number }) {
  const { bytes, blocks, from, step } = strip.messages[message]!;
  const pieces = useMemo(() => stripPieces(blocks, bytes), [blocks, bytes]);
  const needles = strip.needles.flatMap((needle, index) => (needle.message === message ? [{ ...needle, index }] : []));
  const here = seen.value.message === message ? seen.value : undefined;
  const at = here ? (here.fromByte + here.toByte) / 2 / Math.max(1, bytes) : 0;
  const go = (share: number) => (goal.value = { message, byte: Math.round(Math.min(1, Math.max(0, share)) * bytes) });
  const point = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const px = event.clientX - box.left;
    const off = ({ fromByte, toByte }: { readonly fromByte: number; readonly toByte: number }) =>
      Math.max(0, (fromByte / bytes) * box.width - px, px - (toByte / bytes) * box.width);
    const [near] = [...needles].sort((a, b) => off(a) - off(b));
    if (near && off(near) <= SNAP_PX) goal.value = needleGoal(strip, near.index);
    else go(px / box.width);
  };
  const keyDown = (event: KeyboardEvent) => {
    const share = KEYS[event.key]?.(at);
    if (share === undefined || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(share);
  };
  return (
    <div class="strip">
      <p class="strip-name">
        <strong>{wordsFor('from', from) ?? from}</strong>
        <span class="soft">
          {strip.messages.some((each) => each.step > 0) && `${t('prompt.step', { n: step + 1 })} · `}
          {t('prompt.bytes', { n: count(bytes) })}
        </span>
      </p>
      <div
        class="strip-line"
        role="slider"
        tabIndex={0}
        aria-label={t('prompt.place')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * at)}
        aria-valuetext={here ? placeText(here, bytes) : t('prompt.elsewhere')}
        onKeyDown={keyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && point(event)}
      >
        {pieces.map(({ role, leftPercent, widthPercent }) => (
          <i
            key={leftPercent}
            class={`piece role-${role}`}
            title={roleName(role)}
            style={{ left: `${leftPercent}%`, width: `${widthPercent}%` }}
          />
        ))}
        {needles.map(({ index, fromByte, toByte }) => (
          <i
            key={fromByte}
            class={`needle${goal.value.needle === index ? ' current' : ''}`}
            title={t('prompt.needle', { n: index + 1 })}
            style={{ left: `${(100 * fromByte) / bytes}%`, width: `${(100 * (toByte - fromByte)) / bytes}%` }}
          />
        ))}
        {here && (
          <i
            class="seen"
            style={{ left: `${(100 * here.fromByte) / bytes}%`, width: `${(100 * (here.toByte - here.fromByte)) / bytes}%` }}
          />
        )}
      </div>
    </div>
  );
}

/** `37.2 % · byte 1,234 of 4,329`. */
export function placeText({ fromByte, toByte }: Seen, bytes: number): string {
  const middle = Math.round((fromByte + toByte) / 2);
  return t('prompt.at', { percent: ((100 * middle) / Math.max(1, bytes)).toFixed(1), byte: count(middle), bytes: count(bytes) });
}

const KEYS: { readonly [key: string]: (at: number) => number } = {
  ArrowLeft: (at) => at - 0.01,
  ArrowDown: (at) => at - 0.01,
  ArrowRight: (at) => at + 0.01,
  ArrowUp: (at) => at + 0.01,
  PageDown: (at) => at - 0.1,
  PageUp: (at) => at + 0.1,
  Home: () => 0,
  End: () => 1,
};
