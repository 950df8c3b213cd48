import type { Page } from '@playwright/test';

/** Waits for movements to end: what is looked at is what stays. A spinner moves for ever and is not waited for. */
export async function waitForRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const finite = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((animation) => animation.finished));
  });
}
