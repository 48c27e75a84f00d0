/** Colours for lines and bars that stay apart with every common kind of colour blindness, on light and dark grounds. After Okabe and Ito (2008). */
const SERIES = ['#2f7fc1', '#d9692b', '#1f9e77', '#c573a5', '#b0922b', '#7a7f87'];

/** The colour of the series at `index`; they repeat after six. */
export function seriesColor(index: number): string {
  return SERIES[index % SERIES.length]!;
}
