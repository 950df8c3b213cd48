import type { z } from 'zod';
import { type Localized, words } from '../model/localized.ts';
import { type Assignment, rosterProblem, type RosterProblem } from '../roster/problem.ts';
import { type ProblemFault, problemFaults } from '../roster/problem-faults.ts';
import { rosterInput } from '../roster/roster.ts';
import { Refusal } from './refusal.ts';
import { readText } from './with-store.ts';

/** The problem of a file (`zhiwang-roster-problem/1`). @throws Refusal when it cannot be read, is malformed or contradicts itself. */
export function readProblem(file: string): RosterProblem {
  const problem = parsed(file, rosterProblem);
  const faults = problemFaults(problem);
  const [fault] = faults;
  if (fault !== undefined) throw new Refusal('invalid', faultWords(fault), { file, faults });
  return problem;
}

/** The duties of a roster file; everything else in it is of no account. @throws Refusal when it cannot be read or is malformed. */
export function readRoster(file: string): readonly Assignment[] {
  return parsed(file, rosterInput).assignments;
}

function parsed<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> {
  const result = shape.safeParse(jsonOf(file));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const [first] = faults;
  const at = `${first?.path ?? ''}: ${first?.message ?? ''}`;
  throw new Refusal(
    'invalid',
    words(`文件内容不符合格式：${at}`, `The file does not fit its format: ${at}`),
    {
      file,
      faults,
    },
  );
}

function jsonOf(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-file', words(`不是 JSON 文件：${file}`, `Not a JSON file: ${file}`), { file });
  }
}

function faultWords({ path, kind, value }: ProblemFault): Localized {
  switch (kind) {
    case 'twice':
      return words(`${path}：编号“${value}”重复`, `${path}: the id ${value} is there twice`);
    case 'unknown':
      return words(`${path}：没有“${value}”`, `${path}: there is no ${value}`);
    case 'gap':
      return words(`${path}：${value} 与前一天不相接`, `${path}: ${value} does not follow the day before`);
    case 'backwards':
      return words(`${path}：止日 ${value} 早于起日`, `${path}: ${value} is before the first day`);
  }
}
