import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from './places.mjs';
import seconds from './unit-seconds.json' with { type: 'json' };

/**
 * Order of the test files: by the seconds each took when they were last written down (`build/unit-seconds.ts`), longest first,
 * so that both processes end at about the same time. Files without an entry are short and come last.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isolated = (file: TestSpecification): number => Number(file.project.config.isolate);
    return Promise.resolve(
      files.toSorted(
        (a, b) =>
          // Those of one kind together: a process is used again only while the next file may share it.
          isolated(b) - isolated(a) ||
          secondsOf(b) - secondsOf(a) ||
          a.moduleId.localeCompare(b.moduleId, 'en'),
      ),
    );
  }
}

const known: ReadonlyMap<string, number> = new Map(Object.entries(seconds));

const secondsOf = ({ moduleId }: TestSpecification): number =>
  known.get(path.relative(root, moduleId).replaceAll(path.sep, '/')) ?? 0;
