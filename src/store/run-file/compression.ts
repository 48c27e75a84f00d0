import type { Transform } from 'node:stream';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';

interface Compression {
  readonly ending: string;
  readonly pack: () => Transform;
  readonly unpack: () => Transform;
}

const COMPRESSIONS: readonly Compression[] = [
  { ending: '.gz', pack: () => createGzip(), unpack: () => createGunzip() },
  { ending: '.zst', pack: () => createZstdCompress(), unpack: () => createZstdDecompress() },
];

/** How a file of this name is compressed: by its ending `.gz` or `.zst`; undefined: not at all. */
export function compressionOf(path: string): Compression | undefined {
  return COMPRESSIONS.find(({ ending }) => path.toLowerCase().endsWith(ending));
}
