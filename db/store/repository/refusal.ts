import type { WriteProblem } from '../api.ts';

/** Thrown inside the transaction to roll it back; becomes the outcome. */
export class Refusal extends Error {
  readonly problem: WriteProblem;

  constructor(problem: WriteProblem) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
  }
}
