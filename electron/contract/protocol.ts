import { z } from 'zod';
import { topics, type TopicName } from './calls.ts';
import { failureShape } from './failure.ts';
import * as s from './shapes.ts';

/** Raised when a message below changes; broker and data process of different builds then refuse each other. */
export const protocolVersion = 1;

/** How the data process is told what to open. Sent once, before anything else. */
const startShape = z.strictObject({
  type: z.literal('start'),
  protocol: z.int(),
  /** The town's database file. */
  file: z.string(),
  practiceFile: z.string(),
  /** Open the practice town at once instead of the town's file; `keep` = whatever town is there, if any. */
  practice: z.strictObject({ people: z.int(), seed: z.int(), keep: z.boolean() }).nullable(),
});
export type Start = z.infer<typeof startShape>;

/** Broker → data process. Files are paths here, tokens were replaced. */
export const toHostShape = z.discriminatedUnion('type', [
  startShape,
  z.strictObject({
    type: z.literal('ask'),
    id: z.int(),
    call: z.string(),
    input: z.unknown(),
    language: s.language,
  }),
  /** Finish what is running, merge the log into the file, close, answer `closed`, end. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToHost = z.infer<typeof toHostShape>;

const topicName = z.custom<TopicName>((name) => typeof name === 'string' && Object.hasOwn(topics, name));

/** Data process → broker. */
export const fromHostShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), protocol: z.int(), node: z.string() }),
  z.strictObject({
    type: z.literal('reply'),
    id: z.int(),
    reply: z.union([
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), failure: failureShape }),
    ]),
  }),
  z.strictObject({ type: z.literal('event'), topic: topicName, payload: z.unknown() }),
  /** The file is closed; the process ends next. */
  z.strictObject({ type: z.literal('closed') }),
]);
export type FromHost = z.infer<typeof fromHostShape>;
