import { PhoneOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { formatBytes, formatInstant, useText } from '../../text/index.ts';
import { isTakeable, needsCall } from './found-files.ts';
import type { FoundFile } from './found-files.ts';

/** What is ticked: files to take in, and senders that were called. */
export interface Ticks {
  readonly chosen: readonly string[];
  readonly called: readonly string[];
}

interface Properties {
  readonly files: readonly FoundFile[];
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
}

/** Files of the exchange on a stick; cards and requests ask for a call before they can be taken in. */
export function FileList({ files, ticks, onTicks }: Properties) {
  const { t } = useText();
  return (
    <div className="plain-table-scroll">
      <table className="plain-table found-files">
        <thead>
          <tr>
            <th scope="col">{t('exchange.receive.column.file')}</th>
            <th scope="col">{t('exchange.receive.column.kind')}</th>
            <th scope="col">{t('exchange.receive.column.sender')}</th>
            <th scope="col">{t('exchange.receive.column.number')}</th>
            <th scope="col">{t('exchange.receive.column.at')}</th>
            <th scope="col" className="number">
              {t('exchange.receive.column.bytes')}
            </th>
            <th scope="col">{t('exchange.receive.column.state')}</th>
          </tr>
        </thead>
        {files.map((file) => (
          <FileRows key={file.file} file={file} ticks={ticks} onTicks={onTicks} />
        ))}
      </table>
    </div>
  );
}

function FileRows({ file, ticks, onTicks }: Omit<Properties, 'files'> & { readonly file: FoundFile }) {
  const { t } = useText();
  const isCall = needsCall(file);
  const isIn = isCall ? ticks.called.includes(file.file) : ticks.chosen.includes(file.file);
  const tick = (isOn: boolean) => {
    const change = (list: readonly string[]) =>
      isOn ? [...list, file.file] : list.filter((name) => name !== file.file);
    onTicks(isCall ? { ...ticks, called: change(ticks.called) } : { ...ticks, chosen: change(ticks.chosen) });
  };
  return (
    <tbody className={isTakeable(file) ? '' : 'found-useless'}>
      <tr>
        <td className="found-name" title={file.file}>
          {isCall || !isTakeable(file) ? (
            <span>{file.file}</span>
          ) : (
            <Checkbox checked={isIn} onChange={(event) => tick(event.target.checked)}>
              {file.file}
            </Checkbox>
          )}
        </td>
        <td>{t(`exchange.kind.${file.kind}`)}</td>
        <td>{file.sender === '' ? t('exchange.none') : file.sender}</td>
        <td>{file.number === null ? t('exchange.none') : String(file.number)}</td>
        <td>{file.writtenAt === null ? t('exchange.none') : formatInstant(file.writtenAt)}</td>
        <td className="number">{formatBytes(file.bytes)}</td>
        <td className={file.state === 'new' && file.problem === null ? '' : 'soft'}>{stateText(file, t)}</td>
      </tr>
      {isCall && <CompareRow file={file} isIn={isIn} onTick={tick} />}
    </tbody>
  );
}

/** The check number, large enough to be read along, and the tick that says it was compared. */
function CompareRow({
  file,
  isIn,
  onTick,
}: {
  readonly file: FoundFile;
  readonly isIn: boolean;
  readonly onTick: (isOn: boolean) => void;
}) {
  const { t } = useText();
  return (
    <tr className="compare-row">
      <td colSpan={7}>
        <div className="compare">
          <p>
            <PhoneOutlined aria-hidden /> {t('exchange.receive.compare', { sender: file.sender })}
          </p>
          <Fingerprint digits={file.fingerprint ?? ''} />
          <Checkbox checked={isIn} onChange={(event) => onTick(event.target.checked)}>
            {t('exchange.receive.compare.box')}
          </Checkbox>
          <p className="soft">{t('exchange.receive.compare.why')}</p>
        </div>
      </td>
    </tr>
  );
}

/** Twenty digits in groups of four, to be read out over the telephone. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  const groups = digits.replace(/\D/g, '').match(/.{1,4}/g) ?? [];
  return (
    <output className="fingerprint">
      {groups.map((group, index) => (
        <span key={`${String(index)} ${group}`}>{group}</span>
      ))}
    </output>
  );
}

function stateText(file: FoundFile, t: ReturnType<typeof useText>['t']): string {
  if (file.problem !== null) return file.problem.text;
  return file.kind === 'unreadable'
    ? t('exchange.receive.unreadable')
    : t(`exchange.receive.state.${file.state}`);
}
