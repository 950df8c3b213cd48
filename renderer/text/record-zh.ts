/** Texts of `renderer/record` and `renderer/widgets`, Chinese. Keys start with `record.` or `widget.`. */
export const recordZh = {} as const;
