export { ask, droppedFile } from './ask.ts';
export { areaGroups, ledgerOf, orderedLedgers, shortTitle } from './ledgers.ts';
export { useOpenLedgers, type OpenArea, type OpenLedgers } from './open-ledgers.ts';
export type { AreaGroup } from './ledgers.ts';
export { childrenOf, isReady, parentOf } from './offices.ts';
export type { Overview, Peer } from './offices.ts';
export { newId } from './new-id.ts';
export { useAction } from './use-action.ts';

export { useAsk, useAskInSight, useIsSlow } from './use-ask.ts';
export type { Asked } from './use-ask.ts';
export { usePreference } from './use-preference.ts';
export { useTopic } from './use-topic.ts';
export { useHost, useJob, useJobs, useSession, useTakeSession, useTown } from './use-window.ts';
export { useWriteId } from './use-write-id.ts';
export type { Job, Session, WindowData } from './window-data.ts';
export { connectWindow } from './window-data.ts';
export { WindowDataContext, useWindowData } from './window-data-context.ts';
