export * from './loopback-server/index.ts';
export { createScriptedModel } from './scripted-model.ts';
