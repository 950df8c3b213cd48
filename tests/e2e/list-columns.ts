import { expect, type Locator, type Page } from '@playwright/test';
import type { AreaId } from '../../db/model/define-ledger.ts';
import { ledgers } from '../../db/model/registry.ts';
import { openList, shownPage } from './clerk.ts';
import { officeScreen, wideScreen, type Size, type Workbench } from './workbench.ts';

/** Ledgers with a list of their own. */
export const listedLedgers = ledgers.filter(({ partOf }) => partOf === undefined);

/** Areas whose ledgers `light-ledgers.spec.ts` walks through with their forms; `look.spec.ts` sees the lists of the others. */
export const walkedAreas: readonly AreaId[] = ['party', 'law', 'society', 'safety', 'security'];

/** Opens the list of a ledger: on both screens its columns reach the actions, and no head is cut. */
export async function openFittingList(workbench: Workbench, ledger: string): Promise<void> {
  const { page } = workbench;
  await openList(page, ledger);
  for (const size of [wideScreen, officeScreen]) {
    await workbench.resize(size);
    await expect
      .poll(() => gapBeforeActions(page, size), { message: ledger, intervals: [20, 50, 100] })
      .toBeLessThanOrEqual(1);
    expect(await cutTexts(shownPage(page).locator('.list-head-text')), ledger).toEqual([]);
  }
}

/** Texts that do not fit their place. */
export const cutTexts = (texts: Locator): Promise<(string | null)[]> =>
  texts.evaluateAll((all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
  );

/** Pixels between the last column and the actions; negative where columns go on behind them. Infinite in another size. */
const gapBeforeActions = (page: Page, { width }: Size): Promise<number> =>
  shownPage(page)
    .locator('.list-grid')
    .evaluate((grid, windowWidth) => {
      if (window.innerWidth !== windowWidth) return Infinity;
      const edges = [...grid.querySelectorAll('[role=columnheader]:not([col-id=row_actions])')].map(
        (head) => head.getBoundingClientRect().right,
      );
      const actions = grid.querySelector('[role=columnheader][col-id=row_actions]');
      return (actions?.getBoundingClientRect().left ?? Infinity) - Math.max(...edges);
    }, width);
