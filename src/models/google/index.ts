export { createGoogle } from './create-google.ts';
