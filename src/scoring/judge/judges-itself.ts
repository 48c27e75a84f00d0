/**
 * A warning when a model judges answers of its own, also under another provider's name or in another dated version; undefined otherwise.
 * LaRA's published script does so unless it is edited, and models like their own answers.
 */
export function selfJudgingWarning(judge: string, judged: string): string | undefined {
  if (plainName(judge) !== plainName(judged)) return undefined;
  return `${judge} judges answers of ${judged}, its own: models rate their own answers too high. Name another judge.`;
}

/** `http://host/v1#org/Qwen3-8B` and `openai/qwen3-8b-2026-01-31` are both `qwen3-8b`. */
function plainName(model: string): string {
  const name = model.slice(model.lastIndexOf('#') + 1);
  return name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[-@:]?(?:\d{4}-\d{2}-\d{2}|20\d{6}|latest)$/, '');
}
