export type { HubAccess } from './hub-access.ts';
export { pullData, type Pull } from './pull-data.ts';
export { copyBytes, handFolder, pulledData, removeCopy, type PulledData } from './pulled-data.ts';
