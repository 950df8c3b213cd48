import { words } from '../../../model/localized.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw conflicts apart`: two records that look alike are different things. */
export const conflictsApartCommand = storeCommand({
  name: 'conflicts apart',
  summary: words('确认两条记录不是同一对象，不再提示', 'Two records are different things; not asked again'),
  positionals: ['NO'],
  options: {},
  prints: '{no}',
  run: ({ sync }, input, { caller }) => {
    const no = Number(input.positionals[0]);
    if (sync.twins.find(no, caller) === null)
      throw new Refusal('not-found', words('没有这一对重复记录', 'There are no such twins'));
    sync.twins.keepApart(no, caller);
    return { no };
  },
});
