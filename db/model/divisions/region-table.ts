/** Under this name the divisions of the whole country are asked for among the code tables; see `regions.ts`. */
export const regionTable = 'region';
