import { testRoundTrips } from './round-trip.ts';

testRoundTrips('xlsx');
