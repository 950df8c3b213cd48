import type { KeptFigure } from './kept-figures.ts';
import type { Age } from './provenance.ts';

/** How old a figure is. */
export type AgeOf = (figure: KeptFigure) => Age;

const marks: Readonly<Record<Age, string>> = {
  current: '',
  older: ' _older_',
  unknown: ' _older_, not in this history',
  unrecorded: ' _older_, with changes of its own',
};

/** What the page says of the commit of a figure, and of its age. */
export const commitCell = ({ commit }: KeptFigure, age: Age): string => `${commit}${marks[age]}`;
