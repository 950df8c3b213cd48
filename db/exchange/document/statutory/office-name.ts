/** Name of a town's office as its seal has it: a town has a government, a subdistrict an office (办事处). */
export const officeName = (town: string): string =>
  town.endsWith('街道') ? `${town}办事处` : `${town}人民政府`;
