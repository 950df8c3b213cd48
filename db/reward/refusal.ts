/** Why a sheet is not made; each has its sentence in the window and in `zw`. */
export type RewardRefusal = 'village' | 'month' | 'handed-in' | 'nobody';

/** An expected refusal of `db/reward`. */
export class RewardRefused {
  readonly why: RewardRefusal;
  constructor(why: RewardRefusal) {
    this.why = why;
  }
}
