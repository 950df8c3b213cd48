import { words } from '../../../model/localized.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw package lost`: the stick is lost; noted, and the next package carries everything again. */
export const packageLostCommand = storeCommand({
  name: 'package lost',
  summary: words(
    '登记数据包（U盘）遗失，下一个包重新携带',
    'Notes that a package was lost; the next one carries it again',
  ),
  positionals: ['DIGEST'],
  options: {},
  prints: '{digest, state}',
  run: (store, input) => {
    const name = input.positionals[0] ?? '';
    const sent = store.sync.outgoing
      .list(null)
      .filter((one) => one.digest === name || one.file.endsWith(name));
    const [one] = sent;
    if (one === undefined)
      throw new Refusal('not-found', words('登记册里没有这个包', 'No such package in the register'));
    if (one.state === 'acknowledged')
      throw new Refusal(
        'not-allowed',
        words('上级已确认收到，不能登记为遗失', 'The parent has acknowledged it'),
      );
    store.sync.outgoing.setState(one.digest, 'lost');
    return { digest: one.digest, state: 'lost' };
  },
});
