import { App, Button, Radio, Tag } from 'antd';
import { useId, useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useAction, useWriteId } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import { useExchanged } from '../use-exchanged.ts';
import { RecordLink } from './record-link.tsx';

type Twin = Output<'twin.list'>[number];

/** Two records side by side with what differs; one is chosen to stay, or both stay apart. */
export function TwinCard({ twin }: { readonly twin: Twin }) {
  const { t } = useText();
  const group = useId();
  const [first, second] = twin.records;
  const [kept, setKept] = useState(first.id);
  const { merge, renumber, keepApart, isBusy, failure } = useTwinActions(twin);
  const isOpen = twin.state === 'open';
  const keptRecord = kept === second.id ? second : first;
  return (
    <li className={isOpen ? 'card' : 'card card-settled'}>
      <Radio.Group
        className="twin"
        name={group}
        value={kept}
        disabled={!isOpen}
        onChange={(event) => setKept(String(event.target.value))}
      >
        <table className="plain-table twin-table">
          <thead>
            <tr>
              <th scope="col">{t('exchange.twin.field')}</th>
              {twin.records.map((record, index) => (
                <th key={record.id} scope="col">
                  <span className="soft">
                    {t(index === 0 ? 'exchange.twin.first' : 'exchange.twin.second')}
                  </span>
                  <RecordLink record={record} field={null} />
                  {isOpen && <Radio value={record.id}>{t('exchange.twin.keep')}</Radio>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {twin.differences.map(({ field, label, texts }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td>{texts[0] === '' ? t('exchange.conflict.empty') : texts[0]}</td>
                <td>{texts[1] === '' ? t('exchange.conflict.empty') : texts[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Radio.Group>
      {isOpen && twin.number !== null && (
        <p className="soft">{t('exchange.twin.same-number', { number: twin.number })}</p>
      )}
      {twin.differences.length === 0 && isOpen && <p className="soft">{t('exchange.twin.same')}</p>}
      {failure && <FailureNotice failure={failure} />}
      <div className="exchange-buttons">
        {isOpen ? (
          <>
            {twin.number !== null && (
              // Two matters, more often than one that was entered twice.
              <Button type="primary" loading={isBusy} onClick={() => void renumber()}>
                {t('exchange.twin.renumber', { number: twin.number })}
              </Button>
            )}
            <Button
              type={twin.number === null ? 'primary' : 'default'}
              loading={isBusy}
              onClick={() => merge(keptRecord)}
            >
              {t('exchange.twin.merge')}
            </Button>
            <Button loading={isBusy} onClick={() => void keepApart()}>
              {t('exchange.twin.apart')}
            </Button>
          </>
        ) : (
          <>
            <Tag color="success">{t('exchange.twin.merged.mark')}</Tag>
            <UndoMerge id={twin.id} />
          </>
        )}
      </div>
    </li>
  );
}

function useTwinActions(twin: Twin) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const writeId = useWriteId();
  const merging = useAction('twin.merge');
  const parting = useAction('twin.keepApart');
  const numbering = useAction('twin.renumber');
  const exchanged = useExchanged();
  const { go } = useExchange();
  const merge = (kept: Twin['records'][number]) =>
    void modal.confirm({
      title: t('exchange.twin.merge.confirm'),
      content: t('exchange.twin.merge.body', { kept: `${kept.title} ${kept.subtitle}`.trim() }),
      okText: t('exchange.twin.merge'),
      cancelText: t('action.cancel'),
      onOk: async () => {
        const done = await merging.run({ writeId: writeId.take(), id: twin.id, keep: kept.id });
        if (done === null) return;
        writeId.done();
        const told = done.moved === 0 ? 'exchange.twin.merged.alone' : 'exchange.twin.merged';
        void message.success(t(told, { count: done.moved }));
        // The list stays although nothing in it is open any more: the merge can be taken back from there.
        go('inbox.twins');
        exchanged();
      },
    });
  const renumber = async () => {
    const done = await numbering.run({ writeId: writeId.take(), id: twin.id });
    if (done === null) return;
    writeId.done();
    void message.success(t('exchange.twin.renumbered', { number: done.number }));
    exchanged();
  };
  const keepApart = async () => {
    const done = await parting.run({ id: twin.id });
    if (done === null) return;
    void message.success(t('exchange.twin.apart.done'));
    exchanged();
  };
  return {
    merge,
    renumber,
    keepApart,
    isBusy: merging.isBusy || parting.isBusy || numbering.isBusy,
    failure: merging.failure ?? parting.failure ?? numbering.failure,
  };
}

/** Takes a merge back, wherever it was made. */
function UndoMerge({ id }: { readonly id: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const writeId = useWriteId();
  const parting = useAction('twin.part');
  const exchanged = useExchanged();
  const part = async () => {
    const done = await parting.run({ writeId: writeId.take(), id });
    if (done === null) return;
    writeId.done();
    void message.success(t('exchange.twin.undone'));
    exchanged();
  };
  return (
    <>
      <Button loading={parting.isBusy} onClick={() => void part()}>
        {t(parting.isBusy ? 'exchange.twin.undo.running' : 'exchange.twin.undo')}
      </Button>
      {parting.failure && <FailureNotice failure={parting.failure} />}
    </>
  );
}
