const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** Bounds of a package, the same for writer and reader (`docs/package-format.md`, section Limits). */
export const limits = {
  /** The whole file: FAT32 holds less than 4 GiB, and a stick needs room for its own tables. */
  package_bytes: 3.5 * GiB,
  /** Room for 1,000 attachments and the counts of 200 ledgers. */
  header_bytes: 256 * KiB,
  /** A chain of three certificates takes 5 KiB. */
  certificate_bytes: 32 * KiB,
  attachments: 1000,
  ledgers: 500,
  /** Rounds written since the basis that a header names; a receiver that lacks more of them has other troubles. */
  rounds: 200,
  /** Unpacked size of a part of records: ten million rows of 1.5 KiB. */
  records_plainBytes: 16 * GiB,
  /** A receipt is read as one value; more returned rows than fit wait for the next receipt. */
  receipt_plainBytes: 64 * MiB,
  attachment_plainBytes: 256 * MiB,
  /** One line; a record with all its texts stays far below. */
  line_bytes: 4 * MiB,
  /**
   * Unpacked bytes for each packed byte, beyond the first 16 MiB. Records have ids with 74 random bits; even the same text
   * of 6 KiB written to every one of them packs no tighter than 600 times. Beyond this it is a bomb.
   */
  expansion: 5000,
  expansionFloor_bytes: 16 * MiB,
  /** Largest zstd window (2^23 = 8 MiB), what level 19 uses; the reader's memory is bounded by it. */
  zstd_windowLog: 23,
  /** Head of an age file: four recipients take 500 bytes. */
  ageHead_bytes: 16 * KiB,
  recipients: 8,
  /** Village, town, city. */
  chain: 3,
  /** A key document carried by stick: the list of a parent with two thousand children. */
  document_bytes: 4 * MiB,
} as const;

/** Files are padded to this, so that they can be read back past the cache in whole pages. */
export const padding_bytes = 4 * KiB;

/**
 * Reading step, and the grain in which what is read again is compared with the first reading. With 1 MiB, buffers that
 * waited for the collector took 20 to 60 MB more.
 */
export const step_bytes = 256 * KiB;
