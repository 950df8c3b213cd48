import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { waitForRest } from './rest.ts';

/** antd keeps a copy of a select's choices without a size for screen readers; its roles are antd's to mend. */
export const choicesOfSelects = '[role=listbox][id$=_list]';

interface Scope {
  /** The part of the page that is looked at. */
  readonly within?: string;
  /** What is left out. */
  readonly except?: string;
}

/** Nothing serious or critical that axe finds; the name says in a failure which view it was. */
export async function expectAccessible(
  page: Page,
  name: string,
  { within, except }: Scope = {},
): Promise<void> {
  // A colour on its way to another has neither's contrast.
  await waitForRest(page);
  // The other mode opens a second page, which this program does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (within !== undefined) axe.include(within);
  if (except !== undefined) axe.exclude(except);
  const { violations } = await axe.analyze();
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  expect(found).toEqual([]);
}
