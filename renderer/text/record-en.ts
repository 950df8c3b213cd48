import type { recordZh } from './record-zh.ts';

/** Texts of `renderer/record` and `renderer/widgets`, English. */
export const recordEn: Readonly<Record<keyof typeof recordZh | `${string}_one`, string>> = {};
