import { Refusal } from '../../contract/serve.ts';
import { Stopped } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Care of the file: checking it, backups, a copy other programs can read. */
export function createStoreHandlers({ jobs, session }: Desk): HandlersOf<'store'> {
  return {
    'store.check': (_input, { store }) => {
      const job = jobs.start('check', async (context) => {
        const report = await runSteps(store.checkSteps(), context);
        return report instanceof Stopped ? report : { ok: report.ok, findings: report.findings };
      });
      return { job: job.id };
    },
    'store.backup': (_input, { store }) => {
      const file = store.backup('manual');
      session.publish();
      const made = store.backups().find((backup) => backup.file === file);
      return made ?? new Refusal('storage', 'io');
    },
    'store.backups': (_input, { store }) => store.backups(),
    'store.saveSqlcipherCopy': ({ file, passphrase }, { store, caller }) =>
      store.saveSqlcipherCopy(file, passphrase, caller) ? {} : new Refusal('refused', 'sensitive-closed'),
  };
}
