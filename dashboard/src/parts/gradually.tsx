import { toChildArray, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading } from './problem.tsx';

/** Draws its children one after another, a frame each: the first is seen before the last is worked out. Afterwards they change together. */
export function Gradually({ children }: { readonly children: ComponentChildren }) {
  const all = toChildArray(children);
  const [shown, setShown] = useState(1);
  const isWhole = shown >= all.length;
  useEffect(() => {
    if (isWhole) return;
    // After the frame, not before it: what is there is painted first.
    const frame = requestAnimationFrame(() => setTimeout(() => setShown(shown + 1)));
    return () => cancelAnimationFrame(frame);
  }, [shown, isWhole]);
  return (
    <>
      {all.slice(0, shown)}
      {!isWhole && <Loading />}
    </>
  );
}
