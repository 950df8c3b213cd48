/** A place the user can carry away, or that the office has declared as one. */
export interface RemovableDrive {
  /** The same for the same formatted medium on every computer where the system tells (volume serial number). */
  readonly id: string;
  /** What the user knows it by; may be empty. */
  readonly label: string;
  /** Where its files are: `/media/…`, `E:\`. */
  readonly folder: string;
  readonly free_bytes: number;
  readonly total_bytes: number;
  /** The system's word: `vfat`, `exfat`, `FAT32`, `NTFS`; empty where it does not tell. */
  readonly fileSystem: string;
  readonly readOnly: boolean;
}
