export { createMockModel, type MockName } from './create-mock-model.ts';
