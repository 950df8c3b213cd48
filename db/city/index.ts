export { initCity, openCity } from './open-city.ts';
export type { DumpedRow, PostgresCity } from './api.ts';
