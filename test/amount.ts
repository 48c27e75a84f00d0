/** True in `npm run test:full`. */
const FULL = process.env['FATHOM_TEST_FULL'] === '1';

/** How often a test of chance tries: `usual` in `npm test`, `full` in `npm run test:full`. */
export const amount = ({ usual, full }: { readonly usual: number; readonly full: number }): number => (FULL ? full : usual);
