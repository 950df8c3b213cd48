import { expect, test, type CDPSession } from '@playwright/test';
import { ledgers } from '../../db/model/registry.ts';
import { openList, rowAt, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';

// The window stays open all day on an old computer: what was opened and closed again leaves nothing behind.
const workbench = sharePractice();

const visited = ledgers.filter(({ id }) =>
  ['person', 'room', 'unit', 'issue', 'dispute', 'venue'].includes(id),
);

/** Opens lists and a record of each, and closes them again. */
async function visitAll(): Promise<void> {
  const { page } = workbench;
  for (const { id } of visited) {
    await openList(page, id);
    await rowAt(page, 0).locator('[role=gridcell]').nth(1).dblclick();
    await expect(shownPage(page).locator('.page-sections')).toBeVisible();
    await page.keyboard.press('Control+w');
    await page.keyboard.press('Control+w');
  }
}

/** What the page holds once everything that nobody refers to was collected. */
async function held(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap_MB: usedSize / 1024 / 1024 };
}

test('lists and records that were closed leave neither elements, nor listeners, nor values behind', async () => {
  expect(visited).toHaveLength(6);
  const session = await workbench.page.context().newCDPSession(workbench.page);
  await visitAll();
  const before = await held(session);
  for (let round = 0; round < 3; round++) await visitAll();
  // What React drew last it lets go of a moment later; what is left behind stays.
  await expect(async () => {
    const after = await held(session);
    // A tooltip or a message may just be going; a page left behind would be thousands of elements.
    expect(after.nodes).toBeLessThan(before.nodes + 600);
    expect(after.listeners).toBeLessThan(before.listeners + 150);
    expect(after.heap_MB).toBeLessThan(before.heap_MB + 4);
  }).toPass({ timeout: 20_000 });
});
