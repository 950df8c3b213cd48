export { ask, droppedFile } from './ask.ts';
export { newId } from './new-id.ts';
export { useAsk } from './use-ask.ts';
export type { Asked } from './use-ask.ts';
export { usePreference } from './use-preference.ts';
export { useTopic } from './use-topic.ts';
export { useHost, useJob, useJobs, useSession, useTakeSession } from './use-window.ts';
export { useWriteId } from './use-write-id.ts';
export type { HostState, Job, Session } from './window-data.ts';
