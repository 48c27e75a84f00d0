import { seriesMark } from '../../../src/report/charts/index.ts';

/** How the line of a series looks in the pictures: colour, dashes, sign. */
export function SeriesSwatch({ index }: { readonly index: number }) {
  const { color, dashes, path, isHollow } = seriesMark(index);
  return (
    <svg class="series-line" width="30" height="14" viewBox="-15 -7 30 14" aria-hidden="true" fill="none" stroke={color} stroke-width="2">
      <path d="M-15,0H15" stroke-dasharray={dashes} />
      {isHollow ? <path d={path} stroke-width="1.6" /> : <path d={path} fill={color} stroke="none" />}
    </svg>
  );
}
