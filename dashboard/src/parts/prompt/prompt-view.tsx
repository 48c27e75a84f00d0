import { useSignal } from '@preact/signals';
import type { PromptStrip, PromptText } from '../../../../src/server/api.ts';
import '../../styles/prompt.css';
import { NeedleList } from './needle-list.tsx';
import { firstGoal, type Goal, type Seen } from './place.ts';
import { PromptReader } from './prompt-reader.tsx';
import { Strips } from './prompt-strip.tsx';

/** Reads bytes of a message of a prompt. */
export type ReadText = (part: Omit<PromptText, 'text'>, signal: AbortSignal) => Promise<PromptText>;

interface PromptViewProps {
  readonly strip: PromptStrip;
  /** The same function as long as it is the same prompt. */
  readonly read: ReadText;
  /** Score of a needle on its own (0–1), where it has one. */
  readonly scoreOf?: (needle: number) => number | undefined;
}

/** A prompt: where everything stands in it, and its text from the first needle on. */
export function PromptView({ strip, read, scoreOf }: PromptViewProps) {
  const goal = useSignal<Goal>(firstGoal(strip));
  const { message, byte } = goal.value;
  const seen = useSignal<Seen>({ message, fromByte: byte, toByte: byte });
  return (
    <div class="prompt-view">
      <Strips strip={strip} goal={goal} seen={seen} />
      <NeedleList strip={strip} goal={goal} seen={seen} {...(scoreOf && { scoreOf })} />
      <PromptReader strip={strip} goal={goal} seen={seen} read={read} />
    </div>
  );
}
