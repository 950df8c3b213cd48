import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { requestFile } from '../../../exchange/sync/enrol.ts';
import { words } from '../../../model/localized.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { storeCommand } from '../../with-store.ts';
import { fileBytes } from '../city/accept.ts';

/** `zw node enrol`: asks the parent whose card was handed over to enrol this computer. */
export const nodeEnrolCommand = storeCommand({
  name: 'node enrol',
  summary: words('用上级名片生成登记申请', "Makes an enrolment request from the parent's card"),
  positionals: [],
  options: {
    with: { type: 'string', value: 'CARD', required: true, help: words('上级名片文件', "The parent's card") },
    out: { type: 'string', value: 'REQUEST', required: true, help: words('申请文件', 'File of the request') },
  },
  prints: '{file, node, name, fingerprint, parent:{node, name, fingerprint}}',
  run: async (store, input, context) => {
    const card = fileBytes(String(input.options['with']));
    const request = await requestFile(store.sync, card, context.now());
    if (!request.ok) throw exchangeRefused(request);
    const file = path.resolve(String(input.options['out']));
    writeFileSync(file, request.text);
    const { node, name, fingerprint } = request.card;
    return { file, node, name, fingerprint, parent: request.parent };
  },
});
