import { describe, expect, it } from 'vitest';
import { ledgerConformance } from '../testing/ledger-conformance.ts';
import { createMemoryLedger } from './memory-ledger.ts';

describe('createMemoryLedger', () => {
  const cases = ledgerConformance(async () => createMemoryLedger());
  it.each(cases)('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
