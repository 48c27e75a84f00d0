export { makeFolder } from './make-folder.ts';
export { createMemoryLedger } from './memory-ledger.ts';
export { openSqliteLedger } from './open-sqlite-ledger.ts';
export { openVectorFile, type VectorFile } from './vector-file.ts';
