export { createLexicalReader, type LexicalReaderOptions } from './lexical-reader.ts';
