import { useEffect, useMemo, useState } from 'react';
import { regionTable } from '../../db/model/divisions/region-table.ts';
import type { Regions } from '../../db/model/divisions/regions.ts';
import type { Names } from '../../db/model/field-kind.ts';
import { useNames } from './codes.ts';

/** Names that know the divisions of the whole country too: a file of its own, loaded when a form first shows one. */
export function useRegionNames(): Names {
  const names = useNames();
  const [regions, setRegions] = useState<Regions | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('../../db/model/divisions/regions.ts').then(({ chinaRegions }) => {
      if (isWanted) setRegions(chinaRegions);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return useMemo(
    () => ({
      ...names,
      codeName: (table, code) =>
        table === regionTable ? (regions?.nameOf(code) ?? null) : names.codeName(table, code),
      codeOf: (table, text) =>
        table === regionTable ? (regions?.codeOf(text) ?? null) : names.codeOf(table, text),
    }),
    [names, regions],
  );
}
