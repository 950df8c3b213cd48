/** The part of Electron's `webUtils` used here; Electron before 32 has none and puts a `path` on the file instead. */
type PathReader = { getPathForFile(file: File): string } | undefined;

/**
 * Watches drops on the page and tells the path of a dropped file; `null` for anything that is no file of this machine.
 * Older Electrons hand the page's file over without its path, so the files of the last drop are kept as this world sees them.
 */
export function watchDrops(page: Window, reader: PathReader): (given: unknown) => string | null {
  let dropped: readonly File[] = [];
  page.addEventListener(
    'drop',
    (event) => {
      dropped = [...(event.dataTransfer?.files ?? [])];
    },
    { capture: true },
  );
  return (given) => {
    const file = given instanceof File ? given : null;
    return pathOf(file, reader) ?? pathOf(dropped.find((known) => isSame(known, given)) ?? null, reader);
  };
}

function pathOf(file: File | null, reader: PathReader): string | null {
  if (file === null) return null;
  const path: unknown = reader === undefined ? Reflect.get(file, 'path') : reader.getPathForFile(file);
  return typeof path === 'string' && path !== '' ? path : null;
}

/** The page's copy may have lost its name on the way; size and type then tell dropped files apart. */
function isSame(known: File, given: unknown): boolean {
  if (!(given instanceof Blob)) return false;
  const name: unknown = Reflect.get(given, 'name');
  return (
    known.size === given.size && known.type === given.type && (name === undefined || name === known.name)
  );
}
