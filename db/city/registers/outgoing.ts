import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ReceiptFacts, Round, Sent, SyncNode } from '../../model/sync/sync-node.ts';
import type { Core } from '../core.ts';
import { rowOf, rowsOf, run, type Session } from '../database.ts';

type Registers = Pick<
  SyncNode['outgoing'],
  'series' | 'renew' | 'position' | 'acknowledged' | 'list' | 'add' | 'setState' | 'setAcknowledged'
>;
type Acknowledged = Round & { readonly position: number };

interface PeerRow {
  readonly series: string | null;
  readonly acknowledged: Acknowledged | null;
  readonly is_current: boolean;
}

interface SentRow {
  readonly sent: Sent;
  readonly state: Sent['state'];
  readonly state_at: Date;
}

const SERIES_BYTES = 8;

/** What was sent to whom, and what of it they have acknowledged. */
export function outgoingRegisters(core: Core): Registers {
  const { database } = core;
  return {
    async series(peer) {
      const row = await peerOf(database.session, peer);
      return row?.series !== null && row?.is_current === true ? row.series : renewed(database.session, peer);
    },
    renew: (peer) => renewed(database.session, peer),
    async position() {
      const row = await rowOf<{ position: number; tip: string }>(
        database.session,
        'SELECT position, tip FROM city_self',
      );
      return row ?? { position: 0, tip: '' };
    },
    async acknowledged(peer) {
      return (await peerOf(database.session, peer))?.acknowledged ?? null;
    },
    list: (peer) => sentTo(database.session, peer),
    async add(sent) {
      await run(
        database.session,
        `INSERT INTO city_sent (digest, peer, state, state_at, sent) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (digest) DO UPDATE SET state = excluded.state, state_at = excluded.state_at, sent = excluded.sent`,
        [sent.digest, sent.peer, sent.state, sent.stateAt, JSON.stringify(sent)],
      );
    },
    async setState(digest, state) {
      await run(database.session, 'UPDATE city_sent SET state = $2, state_at = $3 WHERE digest = $1', [
        digest,
        state,
        core.now(),
      ]);
    },
    async setAcknowledged(peer, round) {
      const sent = await sentTo(database.session, peer);
      await writeAcknowledged(database.session, peer, round === null ? null : placed(round, sent));
    },
  };
}

const peerOf = (session: Session, peer: string): Promise<PeerRow | null> =>
  rowOf<PeerRow>(
    session,
    `SELECT p.series, p.acknowledged, p.incarnation = s.incarnation AS is_current
     FROM city_peer p, city_self s WHERE p.peer = $1`,
    [peer],
  );

async function renewed(session: Session, peer: string): Promise<string> {
  const series = randomBytes(SERIES_BYTES).toString('hex');
  await run(
    session,
    `INSERT INTO city_peer (peer, series, incarnation) SELECT $1, $2, incarnation FROM city_self
     ON CONFLICT (peer) DO UPDATE SET series = excluded.series, incarnation = excluded.incarnation`,
    [peer, series],
  );
  return series;
}

/** Packages written for a peer (`null`: for all), oldest first. */
export async function sentTo(session: Session, peer: string | null): Promise<readonly Sent[]> {
  const rows = await rowsOf<SentRow>(
    session,
    'SELECT sent, state, state_at FROM city_sent WHERE $1::text IS NULL OR peer = $1 ORDER BY no',
    [peer],
  );
  return rows.map(({ sent, state, state_at }) => ({ ...sent, state, stateAt: state_at.toISOString() }));
}

/** A round of ours with the position it carries changes up to; `null` when we know of none with this tip. */
function placed(round: Round, sent: readonly Sent[]): Acknowledged | null {
  const { series, number, tip } = round;
  const ours = sent.findLast((one) => one.series === series && one.to === number && one.tip === tip);
  return ours === undefined ? null : { series, number, tip, position: ours.upTo };
}

async function writeAcknowledged(
  session: Session,
  peer: string,
  acknowledged: Acknowledged | null,
): Promise<void> {
  await run(
    session,
    `INSERT INTO city_peer (peer, acknowledged) VALUES ($1, $2)
     ON CONFLICT (peer) DO UPDATE SET acknowledged = excluded.acknowledged`,
    [peer, acknowledged === null ? null : JSON.stringify(acknowledged)],
  );
}

const receiptMark = z.object({ series: z.string(), number: z.number(), writtenAt: z.string() });

/** Receipts for packages the city sent down. */
export function receiptsOf(core: Core): SyncNode['receipts'] {
  return {
    apply: (peer, receipt) =>
      core.database.transaction(async (session) => {
        if (await isOutdated(session, peer, receipt)) return;
        await run(
          session,
          `INSERT INTO city_peer (peer, receipt) VALUES ($1, $2)
           ON CONFLICT (peer) DO UPDATE SET receipt = excluded.receipt`,
          [peer, JSON.stringify(receipt)],
        );
        await markSent(session, receipt, core.now());
        await advance(session, peer, receipt);
      }),
  };
}

/** Receipts tell the whole state, so only a newer one counts: by number, and between two series by the time of writing. */
async function isOutdated(session: Session, peer: string, receipt: ReceiptFacts): Promise<boolean> {
  const row = await rowOf<{ receipt: unknown }>(session, 'SELECT receipt FROM city_peer WHERE peer = $1', [
    peer,
  ]);
  const last = receiptMark.safeParse(row?.receipt);
  if (!last.success) return false;
  const { series, number, writtenAt } = last.data;
  return series === receipt.series ? receipt.number <= number : receipt.writtenAt < writtenAt;
}

async function markSent(session: Session, { packages }: ReceiptFacts, now: Date): Promise<void> {
  for (const { digest, status } of packages) {
    await run(session, 'UPDATE city_sent SET state = $2, state_at = $3 WHERE digest = $1', [
      digest,
      status === 'held' ? 'held' : 'acknowledged',
      now,
    ]);
  }
}

/** The newest round the peer holds without a gap and with our own tip becomes the basis; an older one never does. */
async function advance(session: Session, peer: string, { holdings }: ReceiptFacts): Promise<void> {
  const sent = await sentTo(session, peer);
  let best = (await peerOf(session, peer))?.acknowledged ?? null;
  for (const { holds, rounds } of holdings) {
    const top = holds.find(([first]) => first <= 1)?.[1] ?? 0;
    for (const round of rounds.filter(({ number }) => number <= top)) {
      const ours = placed(round, sent);
      if (ours !== null && (best === null || ours.position > best.position)) best = ours;
    }
  }
  await writeAcknowledged(session, peer, best);
}
