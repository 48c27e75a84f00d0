export { createDirect, type RenderStep } from './direct.ts';
