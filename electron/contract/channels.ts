/**
 * Channels between preload and broker. In a file of its own, without the calls: the preload runs before every page,
 * twice, and nothing of it is kept compiled.
 */
export const channels = { ask: 'ask', topic: 'topic', drop: 'drop' } as const;
