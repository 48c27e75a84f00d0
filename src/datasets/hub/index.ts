export type { HubAccess } from './hub-access.ts';
export { pullData, type Pull, type PullOptions } from './pull-data.ts';
export { copyBytes, handFolder, pulledData, removeCopy, type PulledData } from './pulled-data.ts';
