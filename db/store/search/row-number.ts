/** Rows of one ledger inside the full-text table: `no * 2^40 + rid`, an exact number for 8,000 ledgers. */
export const rowNumbersPerLedger = 2 ** 40;

/** Number before the first row of a ledger. */
export const rowNumberBase = (ledgerNo: number): number => ledgerNo * rowNumbersPerLedger;
