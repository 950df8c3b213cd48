import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../../../db/planner/linear/engine.ts';
import { LinearModel, type Term } from '../../../../db/planner/linear/linear-model.ts';
import { SolverFailure } from '../../../../db/planner/linear/solver-failure.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});

/** Largest value in a knapsack of 10: items of weight 5 4 6 3 worth 10 40 30 50; best is 90 with the second and fourth. */
function knapsack() {
  const model = new LinearModel<string>();
  const items = [10, 40, 30, 50].map((worth) => model.binary({ cost: -worth }));
  const weights = [5, 4, 6, 3];
  model.row({ upper: 10, terms: items.map((item, at): Term => [item, weights[at] ?? 0]), tag: 'weight' });
  return { model, items };
}

/** Assignment with side rows whose proof takes many iterations; pseudo-random, always the same. */
function hardModel(size: number) {
  const model = new LinearModel<string>();
  let state = 7;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  const draw = (most: number) => next() % most;
  const cells = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => model.binary({ cost: 10 + draw(90) })),
  );
  for (let i = 0; i < size; i += 1) {
    const row = cells[i] ?? [];
    model.row({ lower: 1, upper: 1, terms: row.map((cell): Term => [cell, 1]) });
    model.row({ lower: 1, upper: 1, terms: cells.map((other): Term => [other[i] ?? 0, 1]) });
  }
  for (let i = 0; i < size; i += 1)
    model.row({
      upper: size * 17,
      terms: cells.flat().map((cell): Term => [cell, draw(40)]),
    });
  return model;
}

function digest(values: Float64Array | null): string {
  return createHash('sha256')
    .update(Buffer.from(values?.buffer ?? new ArrayBuffer(0)))
    .digest('hex');
}

describe('a linear solver', () => {
  test('finds the known optimum of a knapsack and proves it', () => {
    const { model } = knapsack();
    const solution = engine.with(model, (solver) => solver.solve());
    expect(solution).toMatchObject({ status: 'optimal', endedBy: null, cost: -90, bound: -90 });
    expect(solution.values).toEqual(Float64Array.from([0, 1, 0, 1]));
  });

  test('finds the known optimum of a model without integers', () => {
    const model = new LinearModel<string>();
    const x = model.variable({ cost: -3, upper: 4 });
    const y = model.variable({ cost: -5 });
    model.row({ upper: 12, terms: [[y, 2]] });
    model.row({
      upper: 18,
      terms: [
        [x, 3],
        [y, 2],
      ],
    });
    const solution = engine.with(model, (solver) => solver.solve());
    expect(solution).toMatchObject({ status: 'optimal', cost: -36, bound: -36 });
    expect(solution.values).toEqual(Float64Array.from([2, 6]));
  });

  test('tells infeasible from unbounded', () => {
    const unbounded = new LinearModel<string>();
    const x = unbounded.variable({ cost: -1 });
    unbounded.row({ lower: 1, terms: [[x, 1]] });
    const infeasible = new LinearModel<string>();
    const y = infeasible.variable({ upper: 1 });
    infeasible.row({ lower: 2, terms: [[y, 1]] });
    expect(engine.with(unbounded, (solver) => solver.solve()).status).toBe('unbounded');
    expect(engine.with(infeasible, (solver) => solver.solve())).toMatchObject({
      status: 'infeasible',
      cost: null,
      values: null,
    });
  });

  test('adds up a variable that a row names twice', () => {
    const model = new LinearModel<string>();
    const x = model.variable({ cost: 1 });
    model.row({
      lower: 6,
      terms: [
        [x, 1],
        [x, 2],
      ],
    });
    expect(engine.with(model, (solver) => solver.solve()).cost).toBe(2);
  });

  test('solves again after bounds, costs and rows changed', () => {
    const { model, items } = knapsack();
    const [first = 0, second = 0, third = 0, fourth = 0] = items;
    engine.with(model, (solver) => {
      solver.setBounds(fourth, 0, 0);
      expect(solver.solve().cost).toBe(-70);
      solver.setBounds(fourth, 0, 1);
      expect(solver.solve().cost).toBe(-90);
      const row = solver.addRow({
        upper: 1,
        terms: [
          [second, 1],
          [fourth, 1],
        ],
        tag: 'not both',
      });
      expect(solver.solve().cost).toBe(-80);
      solver.setRowBounds(row, -Infinity, Infinity);
      solver.setCosts(Float64Array.from([-100, 0, 0, 0]));
      solver.setCost(third, -1);
      expect(solver.solve()).toMatchObject({ cost: -100 });
      expect(solver.solve().values?.[first]).toBe(1);
    });
  });

  test('keeps a start that is complete, and completes one that is partial', () => {
    const model = hardModel(11);
    engine.with(model, (solver) => {
      const known = solver.solve({ nodes: 1 });
      const whole = solver.solve({ start: known.values ?? new Float64Array(), budget: 1 });
      expect(whole.status).toBe('feasible');
      expect(whole.cost).toBeLessThanOrEqual(known.cost ?? -Infinity);
      const some = new Map(
        [...(known.values ?? [])].flatMap((value, at) => (value === 1 ? [[at, 1] as const] : [])),
      );
      const completed = solver.solve({ start: some, budget: 1 });
      expect(completed.cost).toBeLessThanOrEqual(known.cost ?? -Infinity);
    });
  });

  test('looks for nothing at or above the cutoff', () => {
    const { model } = knapsack();
    const solution = engine.with(model, (solver) => solver.solve({ cutoff: -90.5 }));
    expect(solution.values).toBeNull();
    expect(solution.status).toBe('infeasible');
  });

  test('gives the relaxation when asked and the whole numbers back after it', () => {
    const model = new LinearModel<string>();
    const x = model.variable({ cost: -1, integer: true });
    model.row({ upper: 7, terms: [[x, 2]] });
    engine.with(model, (solver) => {
      solver.relax(true);
      expect(solver.solve()).toMatchObject({ status: 'optimal', cost: -3.5 });
      solver.relax(false);
      expect(solver.solve()).toMatchObject({ status: 'optimal', cost: -3 });
    });
  });
});

describe('a budget', () => {
  test('ends a solve at the same work with the same values, each time and in a fresh engine', async () => {
    const model = hardModel(11);
    const solve = (place: Engine) =>
      place.with(model, (solver) => solver.solve({ budget: 1000, onIncumbent: () => undefined }));
    const first = solve(engine);
    const second = solve(engine);
    const third = solve(await startEngine());
    expect(first.status).toBe('feasible');
    expect(first.endedBy).toBe('budget');
    expect(first.bound).toBeLessThan(first.cost ?? 0);
    for (const again of [second, third]) {
      expect(digest(again.values)).toBe(digest(first.values));
      expect(again).toMatchObject({ cost: first.cost, bound: first.bound, iterations: first.iterations });
    }
  });

  test('of nodes ends a solve', () => {
    const solution = engine.with(hardModel(11), (solver) => solver.solve({ nodes: 2 }));
    expect(solution).toMatchObject({ endedBy: 'nodes' });
  });

  test('of iterations holds for a model without integers too', () => {
    const solution = engine.with(hardModel(11), (solver) => {
      solver.relax(true);
      return solver.solve({ budget: 3 });
    });
    expect(solution.endedBy).toBe('budget');
    expect(solution.iterations).toBeLessThanOrEqual(3);
  });

  test('is not needed for a person to stop a solve and keep the best so far', () => {
    let isStopped = false;
    const solution = engine.with(hardModel(11), (solver) =>
      solver.solve({
        shouldStop: () => isStopped,
        onIncumbent: () => {
          isStopped = true;
        },
      }),
    );
    expect(solution).toMatchObject({ status: 'feasible', endedBy: 'stopped' });
    expect(solution.cost).not.toBeNull();
  });
});

describe('a conflict', () => {
  test('names exactly the rows that cannot hold together', () => {
    const model = new LinearModel<string>();
    const [x, y, z] = [model.binary({ tag: 'x' }), model.binary({ tag: 'y' }), model.binary({ tag: 'z' })];
    model.row({
      lower: 1,
      terms: [
        [x, 1],
        [y, 1],
      ],
      tag: 'somebody',
    });
    model.row({ upper: 0, terms: [[x, 1]], tag: 'x on leave' });
    model.row({ upper: 0, terms: [[y, 1]], tag: 'y on leave' });
    model.row({ upper: 0, terms: [[z, 1]], tag: 'z on leave' });
    model.row({
      lower: 0,
      upper: 3,
      terms: [
        [x, 1],
        [y, 1],
        [z, 1],
      ],
      tag: 'harmless',
    });
    const conflict = engine.with(model, (solver) => solver.conflict());
    const rows = conflict.filter((member) => member.kind === 'row').map((member) => member.tag);
    expect(new Set(rows)).toEqual(new Set(['somebody', 'x on leave', 'y on leave']));
  });

  test('names bounds of variables and rows added later, and is empty when the model can hold', () => {
    const model = new LinearModel<string>();
    const x = model.binary({ tag: 'x' });
    const y = model.binary({ tag: 'y' });
    engine.with(model, (solver) => {
      const row = solver.addRow({
        lower: 3,
        terms: [
          [x, 1],
          [y, 1],
        ],
        tag: 'three',
      });
      expect(solver.solve().status).toBe('infeasible');
      expect(solver.conflict().map(({ kind, side, tag }) => `${kind} ${side} ${String(tag)}`)).toEqual([
        'row lower three',
        'variable upper x',
        'variable upper y',
      ]);
      solver.setRowBounds(row, 1, Infinity);
      expect(solver.conflict()).toEqual([]);
      expect(solver.solve().status).toBe('optimal');
    });
  });
});

describe('a failure', () => {
  test('of the package comes out as one short error of ours', () => {
    const model = new LinearModel<string>();
    model.variable({ cost: 1 });
    const solver = engine.open(model);
    solver.dispose();
    expect(() => solver.solve()).toThrow(SolverFailure);
  });

  test('is a row that names a variable the model does not have', () => {
    expect(() => new LinearModel<string>().row({ lower: 1, terms: [[0, 1]] })).toThrow(RangeError);
  });
});

test('a model without variables holds when its rows do', async () => {
  const engine = await startEngine();
  const open = new LinearModel<string>();
  const closed = new LinearModel<string>();
  open.row({ upper: 1, terms: [] });
  closed.row({ lower: 1, terms: [] });

  expect(engine.with(open, (solver) => solver.solve())).toMatchObject({ status: 'optimal', cost: 0 });
  expect(engine.with(closed, (solver) => solver.solve().status)).toBe('infeasible');
});
