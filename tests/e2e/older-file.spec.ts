import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { waitForHome } from './clerk.ts';
import { root } from './places.ts';
import { folderWithTown, passphrase } from './prepared-folders.ts';
import { zh } from './texts.ts';
import { forget, startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench | undefined;

test.afterEach(async () => {
  await workbench?.close();
  forget(workbench);
  workbench = undefined;
});

test('the file of an older program says what is done to it while it is opened', async () => {
  const folder = await folderWithTown();
  const makeOlder = path.join(root, 'tests', 'fixtures', 'make-older.ts');
  execFileSync(process.execPath, [makeOlder, path.join(folder, 'town.db'), passphrase]);
  workbench = await startWorkbench({ folder, env: { APP_DBHOST_NODE: holdingNode(folder) } });
  const { page } = workbench;

  await page.getByRole('textbox', { name: zh('unlock.passphrase') }).fill(passphrase);
  await page.keyboard.press('Enter');

  // The data process is busy as long as it is held: what is shown was told before.
  await expect(page.getByRole('heading', { name: zh('prepare.step.backing-up') })).toBeVisible();
  await expect(page.getByText(/^约 \d+(\.\d)? MB$/)).toBeVisible();
  await workbench.picture('47-opening-backup');
  letGo(folder, 'backing-up');
  await expect(page.getByRole('heading', { name: zh('prepare.step.upgrading') })).toBeVisible();
  await expect(page.getByText(zh('prepare.step.part', { part: '1', total: '1' }))).toBeVisible();
  await workbench.picture('48-opening-upgrade');
  letGo(folder, 'upgrading');
  await expect(page.getByRole('heading', { name: zh('prepare.step.indexing') })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: zh('prepare.step.indexing') })).toBeVisible();
  await workbench.picture('49-opening-search');
  letGo(folder, 'indexing');
  await waitForHome(page);
  workbench.expectNoErrors();
});

const held = ['backing-up', 'upgrading', 'indexing'] as const;

/** A Node whose data process stands still behind the first word of each of these steps, as before a step that takes long. */
function holdingNode(folder: string): string {
  const hold = path.join(folder, 'hold.cjs');
  writeFileSync(
    hold,
    `const { existsSync } = require('node:fs');
const send = process.send.bind(process);
const still = new Int32Array(new SharedArrayBuffer(4));
process.send = (message, ...rest) => {
  const isSent = send(message, ...rest);
  const phase = message.topic === 'job' && message.payload.kind === 'opening' ? message.payload.phase : null;
  if (${JSON.stringify(held)}.includes(phase))
    while (!existsSync(${JSON.stringify(`${folder}/go-`)} + phase)) Atomics.wait(still, 0, 0, 20);
  return isSent;
};
`,
  );
  const node = path.join(folder, 'node');
  writeFileSync(node, `#!/bin/sh\nexec "${process.execPath}" --require "${hold}" "$@"\n`, { mode: 0o755 });
  return node;
}

function letGo(folder: string, step: (typeof held)[number]): void {
  writeFileSync(path.join(folder, `go-${step}`), '');
}
