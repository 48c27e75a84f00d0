export { GENERATED_PROSE_VERSION, generateProse, type ProseLanguage } from './generate-prose.ts';
