import type { Command } from 'commander';
import { FROM_RUN } from '../sitting-options.ts';
import { settableOptions } from './settable-options.ts';

/** What the table is made of: the command after flags, environment and config were read. */
export interface ExplainOptions {
  readonly command: Command;
  /** The config file as people see it. */
  readonly file?: string;
  /** Places in the config by the option's name. */
  readonly places: ReadonlyMap<string, string>;
}

const LONGEST_VALUE = 60;

/** Every flag of a command with its value and where that came from, as a table. */
export async function explainOptions({ command, file, places }: ExplainOptions): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const { visibleLine } = await import('../../report/index.ts');
  const table = new Table({ head: ['flag', 'value', 'from'], style: { head: [], border: [], compact: true } });
  for (const option of settableOptions(command)) {
    const name = option.attributeName();
    const value: unknown = command.getOptionValue(name);
    const source = command.getOptionValueSource(name);
    const from: { readonly [source: string]: string } = {
      cli: 'flag',
      env: `environment: ${option.envVar ?? ''}`,
      config: `${file}:${places.get(name) ?? ''}`,
      [FROM_RUN]: 'from the run',
      default: 'default',
    };
    const flag = option.long?.replace(/^--(no-)?/, '') ?? name;
    table.push([flag, visibleLine(cut(shown(name, value))), value === undefined ? 'not set' : (from[source ?? ''] ?? 'default')]);
  }
  return `fathom ${command.name()} · ${file === undefined ? 'no config file' : `config ${visibleLine(file)}`}\n${table.toString()}`;
}

/** A value for people; of a header only its name, of a URL no password. */
function shown(name: string, value: unknown): string {
  if (value === undefined) return '–';
  const texts = [value].flat().map(String);
  if (name === 'header') return texts.map((text) => `${text.split(':')[0]}: …`).join(', ');
  return texts.map((text) => text.replace(/\/\/[^/@\s]*@/g, '//…@')).join(', ');
}

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text);
