import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';
import type { FieldValues } from './tab-target.ts';

/** What a hand-made part of a form gets: the entries so far, and how to change them. */
export interface FormPanelProps {
  /** Made of the form's own id; unique in the window. */
  readonly id: string;
  readonly values: FieldValues;
  readonly onChange: (changes: FieldValues) => void;
}

/** What a hand-made part of a record's page gets. */
export interface PagePanelProps {
  readonly id: string;
  readonly version: number;
  readonly values: FieldValues;
  readonly isRemoved: boolean;
}

/** A hand-made part of the window that stands in the place of a section's fields. */
export interface SectionPanel {
  readonly Form: ComponentType<FormPanelProps>;
  readonly Page: ComponentType<PagePanelProps>;
}

/** Panels by the name a section of a ledger gives (`Section.panel`); set once, by the workspace. */
export const SectionPanelsContext = createContext<Readonly<Record<string, SectionPanel>>>({});

/** The panel of a section; `null` where it has none, or one this window does not know: its fields are then shown. */
export function useSectionPanel(name: string | undefined): SectionPanel | null {
  const panels = useContext(SectionPanelsContext);
  return (name === undefined ? undefined : panels[name]) ?? null;
}
