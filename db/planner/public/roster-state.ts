import type { Instance } from './instance.ts';
import { OFF, type Row } from './schedule-search.ts';

/** Costs of an instance laid out by cell: `day * shiftCount + shift`. */
export class InstanceCosts {
  readonly instance: Instance;
  readonly shiftCount: number;
  readonly cellCount: number;
  /** What the member's requests make of working a shift, by member and cell; granted wishes are negative. */
  readonly requestPrices: readonly Float64Array[];
  /** Cost of a roster that grants no wish and breaks no refusal. */
  readonly ungranted: number;
  readonly #coverByCell: readonly (readonly { need: number; under: number; over: number }[])[];

  constructor(instance: Instance) {
    this.instance = instance;
    this.shiftCount = instance.shifts.length;
    this.cellCount = instance.days * this.shiftCount;
    this.requestPrices = instance.staff.map(() => new Float64Array(this.cellCount));
    for (const request of instance.onRequests) this.#addRequest(request, -request.weight);
    for (const request of instance.offRequests) this.#addRequest(request, request.weight);
    this.ungranted = instance.onRequests.reduce((sum, request) => sum + request.weight, 0);
    const byCell: { need: number; under: number; over: number }[][] = Array.from(
      { length: this.cellCount },
      () => [],
    );
    for (const { day, shift, need, underWeight, overWeight } of instance.cover)
      byCell[this.cell(day, shift)]?.push({ need, under: underWeight, over: overWeight });
    this.#coverByCell = byCell;
  }

  cell(day: number, shift: number): number {
    return day * this.shiftCount + shift;
  }

  /** Cost of so many people in a cell. */
  cover(cell: number, count: number): number {
    let cost = 0;
    for (const { need, under, over } of this.#coverByCell[cell] ?? [])
      cost += count < need ? (need - count) * under : (count - need) * over;
    return cost;
  }

  /** Cost of the requests of a member's row, beside `ungranted`. */
  requests(member: number, row: Row): number {
    const prices = this.requestPrices[member];
    return row.reduce(
      (sum, shift, day) => sum + (shift === OFF ? 0 : (prices?.[this.cell(day, shift)] ?? 0)),
      0,
    );
  }

  #addRequest({ member, day, shift }: { member: number; day: number; shift: number }, price: number): void {
    const prices = this.requestPrices[member];
    const cell = this.cell(day, shift);
    if (prices) prices[cell] = (prices[cell] ?? 0) + price;
  }
}

/** A roster that keeps every hard rule, its people counted by cell so that a change of one row is priced at once. */
export class RosterState {
  readonly costs: InstanceCosts;
  readonly #rows: (Row | null)[];
  readonly #counts: Int32Array;

  constructor(costs: InstanceCosts, rows: readonly (Row | null)[]) {
    this.costs = costs;
    this.#rows = rows.map(() => null);
    this.#counts = new Int32Array(costs.cellCount);
    rows.forEach((row, member) => this.set(member, row));
  }

  get rows(): readonly (Row | null)[] {
    return this.#rows;
  }

  get isComplete(): boolean {
    return !this.#rows.includes(null);
  }

  set(member: number, row: Row | null): void {
    this.#count(this.#rows[member] ?? null, -1);
    this.#rows[member] = row;
    this.#count(row, 1);
  }

  count(cell: number): number {
    return this.#counts[cell] ?? 0;
  }

  cost(): number {
    let cost = this.costs.ungranted;
    for (let cell = 0; cell < this.#counts.length; cell += 1)
      cost += this.costs.cover(cell, this.count(cell));
    this.#rows.forEach((row, member) => {
      if (row) cost += this.costs.requests(member, row);
    });
    return cost;
  }

  /** What each cell would cost if the member, whose own row does not count, worked there. */
  marginalPrices(member: number): Float64Array {
    const own = this.#rows[member] ?? null;
    this.#count(own, -1);
    const requests = this.costs.requestPrices[member];
    const prices = Float64Array.from({ length: this.costs.cellCount }, (_, cell) => {
      const count = this.count(cell);
      return this.costs.cover(cell, count + 1) - this.costs.cover(cell, count) + (requests?.[cell] ?? 0);
    });
    this.#count(own, 1);
    return prices;
  }

  copy(): RosterState {
    return new RosterState(this.costs, this.#rows);
  }

  #count(row: Row | null, by: number): void {
    row?.forEach((shift, day) => {
      if (shift === OFF) return;
      const cell = this.costs.cell(day, shift);
      this.#counts[cell] = this.count(cell) + by;
    });
  }
}
