import { useSyncExternalStore } from 'react';
import type { HostState, Job, Session } from './window-data.ts';
import { useWindowData } from './window-data-context.ts';

/** State of the data process and its file; `null` until it has answered for the first time. */
export function useSession(): Session | null {
  const { session } = useWindowData();
  return useSyncExternalStore(session.watch, session.get);
}

/** Name of the town whose file is open; empty while none is. */
export function useTown(): string {
  return useSession()?.town?.name ?? '';
}

/** Hands over a session that a call has just answered. */
export function useTakeSession(): (session: Session) => void {
  return useWindowData().takeSession;
}

/** All jobs of this run of the program, newest first. */
export function useJobs(): readonly Job[] {
  const { jobs } = useWindowData();
  return useSyncExternalStore(jobs.watch, jobs.get);
}

/** One job; `null` while it is unknown or none is meant. */
export function useJob(id: string | null): Job | null {
  return useJobs().find((job) => job.id === id) ?? null;
}

/** Whether the data process can be asked. */
export function useHost(): HostState {
  const { host } = useWindowData();
  return useSyncExternalStore(host.watch, host.get);
}
