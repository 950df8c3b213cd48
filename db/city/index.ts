export { initCity, openCity } from './open-city.ts';
export type {
  CityExtras,
  CityOptions,
  CityOutcome,
  CityProblem,
  Correction,
  DumpedRow,
  Inbox,
  InitOptions,
  PostgresCity,
} from './api.ts';
