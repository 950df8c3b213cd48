import type { SectionPanel } from '../app/section-panels.ts';
import { later } from '../ui/index.ts';

/** Hand-made parts of forms and pages by the name a section gives; loaded when one is first shown. */
export const sectionPanels: Readonly<Record<string, SectionPanel>> = {
  'check-items': {
    Form: later(async () => (await import('./inspection/check-items-form.tsx')).CheckItemsForm),
    Page: later(async () => (await import('./inspection/check-items-page.tsx')).CheckItemsPage),
  },
};
