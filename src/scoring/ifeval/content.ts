import { z } from 'zod';
import { RE2JS } from 're2js';
import { stripSpace } from '../python-space.ts';
import { compile } from './data-pattern.ts';
import { defineVerifier } from './verifier.ts';

/** detectable_content:number_placeholders — at least so many [placeholders], each within a line. */
export const numberPlaceholders = defineVerifier(z.object({ num_placeholders: z.number().int().nonnegative() }), (response, kwargs) => {
  const found = response.split('\n').reduce((sum, line) => sum + placeholdersOf(line), 0);
  return found >= kwargs.num_placeholders;
});

function placeholdersOf(line: string): number {
  let count = 0;
  for (let at = line.indexOf('['); at >= 0; count++) {
    const end = line.indexOf(']', at);
    if (end < 0) break;
    at = line.indexOf('[', end);
  }
  return count;
}

const KNOWN_MARKERS: { readonly [marker: string]: string } = {
  'P.P.S': String.raw`p\.\s?p\.\s?s`,
  'P.S.': String.raw`p\.\s?s\.`,
};

/**
 * detectable_content:postscript — the lower-cased text holds the marker, with a blank allowed inside of P.S. and P.P.S. Upstream also takes the white space
 * before it and the rest of the line, which decides nothing.
 */
export const postscript = defineVerifier(z.object({ postscript_marker: z.string().min(1) }), (response, { postscript_marker }) => {
  const marker = stripSpace(postscript_marker);
  const text = response.toLowerCase();
  const pattern = compile(KNOWN_MARKERS[marker] ?? marker.toLowerCase(), RE2JS.MULTILINE);
  return pattern?.test(text) ?? text.includes(marker.toLowerCase());
});
