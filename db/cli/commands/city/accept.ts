import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { acceptFile } from '../../../exchange/sync/enrol.ts';
import { divisionCodeOf } from '../../../exchange/sync/unit.ts';
import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { Refusal } from '../../refusal.ts';

/** `zw city accept`: enrols the office that asks. */
export const cityAcceptCommand = parentCommand({
  name: 'city accept',
  summary: words('受理下级登记申请，写出登记证书', 'Enrols an office below, writes its certificate'),
  positionals: ['REQUEST'],
  options: {
    out: {
      type: 'string',
      value: 'CERT',
      required: true,
      help: words('证书文件', 'File of the certificate'),
    },
  },
  prints: '{file, node, unit, name, fingerprint}',
  run: async ({ node, city }, input, context) => {
    const accepted = await acceptFile(node, fileBytes(input.positionals[0] ?? ''), context.now());
    if (!accepted.ok) throw exchangeRefused(accepted);
    const { card, text } = accepted;
    const unit = { code: divisionCodeOf(card.unit), name: card.name };
    await city?.enrol({ node: card.node, unit });
    const file = path.resolve(String(input.options['out']));
    writeFileSync(file, text);
    return { file, node: card.node, unit: unit.code, name: card.name, fingerprint: card.fingerprint };
  },
});

/** Bytes of a key file. @throws Refusal when it cannot be read. */
export function fileBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal('bad-file', words(`文件读不出：${file}`, `Cannot read the file ${file}`), { file });
  }
}
