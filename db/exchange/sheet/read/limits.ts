const MiB = 1024 * 1024;

/**
 * Bounds that keep a hostile file from taking memory or time. A sheet is streamed, so its size costs time only and
 * the real file of a large town (1 M rows × 13 columns, about 85 MB packed, 1 GB of XML) must pass; everything kept
 * in memory is bounded tightly. Measured memory at these bounds is in README.md.
 */
export const limits = {
  /** Entries of the zip; a workbook with 200 sheets has about 420. */
  entries: 2000,
  /** Unpacked size of a streamed sheet. */
  sheetBytes: 4096 * MiB,
  /** Unpacked size of the shared strings part. */
  stringBytes: 1024 * MiB,
  /** Characters kept of all shared strings: two bytes each at most, so 240 MB. */
  stringCharacters: 120_000_000,
  /** Shared strings; 12 bytes of index each. */
  strings: 12_000_000,
  /** Unpacked size of every other part that is read (workbook, relations, styles). */
  partBytes: 32 * MiB,
  /** A part larger than `ratioFrom` must not be packed tighter than this: deflate of real sheets reaches 10 to 60. */
  ratio: 200,
  ratioFrom: 32 * MiB,
  /** Rows of the XLSX format itself. */
  rows: 1_048_576,
  /** Columns with content. */
  columns: 256,
  /** Characters of one cell (the XLSX format allows 32,767; CSV is held to the same). */
  cellCharacters: 32_767,
  /** Nesting of elements; real parts stay below 12. */
  depth: 64,
  /** Characters of one tag with its attributes. */
  tagCharacters: MiB,
  /** Rows searched for the column titles. */
  headerRows: 20,
} as const;
