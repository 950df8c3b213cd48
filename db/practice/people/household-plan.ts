import type { Owner, Room } from '../housing.ts';
import type { Origin } from '../origins.ts';
import type { Instant } from '../days.ts';

/** Somebody already written, as issues and grid facts refer to them. */
export interface Resident {
  readonly id: string;
  readonly name: string;
  /** Household record. */
  readonly household: string;
  /** Citizen id number; `null` for other documents. */
  readonly idNo: string | null;
  readonly phone: string | null;
}

/** A place of work in the neighbourhood. */
export interface Workplace {
  readonly id: string;
  readonly name: string;
}

/** What people's rows depend on beside their room. */
export interface Neighbourhood {
  /** Rooms people may have moved here from. */
  readonly earlierRooms: readonly Room[];
  readonly workplaces: readonly Workplace[];
  /** Rental house record of the building, where it is let. */
  readonly rentalHouse: string | null;
  /** People in the town before this household. */
  readonly before: number;
  /** The household may not be larger. */
  readonly most: number;
}

/** One of a household, before name and document are drawn. */
export interface Member {
  readonly male: boolean;
  readonly birth: string;
  /** Code of `family_relation`. */
  readonly relation: string;
  readonly family: string;
}

/** A room and the household that moved into it. */
export interface Home {
  readonly room: Room;
  readonly at: Instant;
  readonly household: string;
  readonly isRegistered: boolean;
  readonly origin: Origin | null;
}

/** A person about to be written. */
export interface PersonPlan extends Neighbourhood {
  readonly member: Member;
  readonly owner: Owner | null;
  /** Number of the person in the town, from 0. */
  readonly number: number;
}
