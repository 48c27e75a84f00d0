/** Whether a model's name is that of a known one with a day behind it: `openai/gpt-5-2025-08-07`, `anthropic/claude-sonnet-4-20250514`, `…-latest`. */
export function isDated(model: string, known: string): boolean {
  return model.startsWith(known) && /^-(latest|\d{4}-\d{2}-\d{2}|\d{8})$/.test(model.slice(known.length));
}
