import { randomUUID } from 'node:crypto';
import { markStick } from '../../../db/exchange/medium/stick.ts';
import { documentText } from '../../../db/exchange/package/keys/signed-document.ts';
import { makeCard } from '../../../db/exchange/package/keys/card.ts';
import {
  cardFile,
  requestFile,
  revokeNode,
  rotateKeys,
  setUpOffice,
} from '../../../db/exchange/sync/enrol.ts';
import { isRenewing, officeOf } from '../../../db/exchange/sync/office.ts';
import { refuse } from '../../../db/exchange/sync/refusal.ts';
import { Refusal } from '../../contract/serve.ts';
import { driveNamed, listedDrives, markOf } from '../exchange/drives.ts';
import { isExchanging } from '../exchange/exchange-job.ts';
import { writeKeyFile } from '../exchange/key-files.ts';
import { refusalOf } from '../exchange/told.ts';
import type { Desk, HandlersOf } from './desk.ts';

type Handlers = HandlersOf<'exchange'>;

/** Cards, requests and keys of this office, and offices below that are no longer trusted. */
export function createKeyHandlers({
  now,
  jobs,
}: Desk): Pick<Handlers, 'exchange.writeCard' | 'exchange.rotate' | 'exchange.revoke'> {
  return {
    'exchange.writeCard': async ({ drive: id, what }, { store, caller }) => {
      const drive = await driveNamed(id);
      if (drive instanceof Refusal) return drive;
      // Keys are made at the first of these; two at once would make two pairs.
      if (isExchanging(jobs)) return new Refusal('refused', 'busy');
      const { sync } = store;
      if (sync.facts.isPractice) return refusalOf(refuse('practice'), caller.language);
      const { parent } = await setUpOffice(sync, now());
      if (what === 'request' && parent === null) return refusalOf(refuse('no-parent-card'), caller.language);
      const made =
        what === 'card' || parent === null
          ? await cardFile(sync, now())
          : await requestFile(sync, documentText(parent), now());
      if (!made.ok) return refusalOf(made, caller.language);
      const written = await writeKeyFile(drive.folder, made);
      if (!written.ok) return refusalOf(written, caller.language);
      return { file: written.file, fingerprint: made.card.fingerprint };
    },
    'exchange.rotate': async ({ drive: id }, { store, caller }) => {
      const drive = id === null ? null : await driveNamed(id);
      if (drive instanceof Refusal) return drive;
      if (isExchanging(jobs)) return new Refusal('refused', 'busy');
      const { sync } = store;
      const before = await officeOf(sync);
      if (before === null || !isRenewing(before)) {
        const rotated = await rotateKeys(sync, now());
        if (!rotated.ok) return refusalOf(rotated, caller.language);
      }
      const { identity, parent } = await setUpOffice(sync, now());
      if (drive === null || parent === null)
        return { file: null, fingerprint: makeCard(identity).fingerprint };
      const request = await requestFile(sync, documentText(parent), now());
      if (!request.ok) return refusalOf(request, caller.language);
      const written = await writeKeyFile(drive.folder, request);
      if (!written.ok) return refusalOf(written, caller.language);
      return { file: written.file, fingerprint: request.card.fingerprint };
    },
    'exchange.revoke': async ({ node, reason }, { store, caller }) => {
      const revoked = await revokeNode(store.sync, { node, reason, now: now() });
      return revoked.ok ? {} : refusalOf(revoked, caller.language);
    },
  };
}

/** Drives, and the register of sticks (介质登记). */
export function createStickHandlers({
  now,
}: Desk): Pick<Handlers, 'exchange.drives' | 'exchange.registerStick' | 'exchange.sticks'> {
  return {
    'exchange.drives': (_input, { store }) => listedDrives(store.sync),
    'exchange.registerStick': async ({ drive: id, stick }, { store, caller }) => {
      const drive = await driveNamed(id);
      if (drive instanceof Refusal) return drive;
      const register = store.sync.sticks;
      const mark = { id: (await markOf(drive))?.id ?? randomUUID(), label: stick };
      if (register.list().some((one) => one.label === stick && one.id !== mark.id))
        return new Refusal('conflict', 'stick-number-taken');
      const marked = await markStick(drive.folder, mark);
      if (!marked.ok)
        return refusalOf({ ok: false, code: 'medium', problem: marked.problem }, caller.language);
      const known = register.list().find((one) => one.id === mark.id);
      register.put({
        ...mark,
        bytes: drive.total_bytes,
        registeredAt: known?.registeredAt ?? now().toISOString(),
        registeredBy: known?.registeredBy ?? caller.name,
        usedAt: known?.usedAt ?? null,
        state: 'in-use',
        note: '',
      });
      return {};
    },
    'exchange.sticks': (_input, { store }) =>
      store.sync.sticks.list().map(({ id: _id, label, ...rest }) => ({ stick: label, ...rest })),
  };
}
