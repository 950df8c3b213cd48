import { lazy } from 'react';
import type { SectionPanel } from '../app/section-panels.ts';

/** Hand-made parts of forms and pages by the name a section gives; loaded when one is first shown. */
export const sectionPanels: Readonly<Record<string, SectionPanel>> = {
  'check-items': {
    Form: lazy(async () => ({
      default: (await import('./inspection/check-items-form.tsx')).CheckItemsForm,
    })),
    Page: lazy(async () => ({
      default: (await import('./inspection/check-items-page.tsx')).CheckItemsPage,
    })),
  },
};
