/** What the picture of a form shows beside the file itself. */
export interface ShownMarks {
  /** Text of a place, with the marks set so far. */
  readonly textAt: (at: string) => string;
  /** Chosen place. */
  readonly at: string | null;
  /** Places whose marks are wrong. */
  readonly wrong: ReadonlySet<string>;
  readonly isMarked: (at: string) => boolean;
  readonly onChoose: (at: string) => void;
}

/** Class names of a place by its state. */
export function placeClass({ at, wrong, isMarked, textAt }: ShownMarks, place: string): string {
  const classes = ['marking-place'];
  if (wrong.has(place)) classes.push('marking-place-wrong');
  else if (isMarked(place) || /[{｛][^{}]+[}｝]/u.test(textAt(place))) classes.push('marking-place-marked');
  if (at === place) classes.push('marking-place-chosen');
  return classes.join(' ');
}
