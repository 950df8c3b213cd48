import { Alert, Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useShown } from '../../../app/use-shown.ts';
import { useUnsaved } from '../../../app/use-unsaved.ts';
import { usePreference } from '../../../data/index.ts';
import { formatBytes, useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import type { Peer } from '../../../data/index.ts';
import { gathered, rangesText } from '../ranges-text.ts';
import { expectedBytes, splitLedgers, totals } from '../send-plan.ts';
import type { Preview, PreviewLedger, SendChoices } from '../send-plan.ts';
import { PreviewTable } from './preview-table.tsx';

interface Properties {
  readonly parent: Peer;
  readonly onNext: (choices: SendChoices, neededBytes: number) => void;
}

/** First step: what would leave, sensitive ledgers apart, and who approves. */
export function CheckContent({ parent, onNext }: Properties) {
  const [onlyNew, setOnlyNew] = useState(false);
  const preview = useShown('exchange.preview', { peer: parent.node, onlyNew });
  const [approver, rememberApprover] = usePreference('exchange.approver');
  // What was entered stays while the other range is asked about.
  const [last, setLast] = useState(preview.value);
  if (preview.value !== undefined && preview.value !== last) setLast(preview.value);
  return (
    <Answer of={{ ...preview, value: preview.value ?? last }} lines={8}>
      {(value) => (
        <Decide
          preview={value}
          isOfOtherRange={preview.value === undefined}
          onlyNew={onlyNew}
          onOnlyNew={setOnlyNew}
          approver={typeof approver === 'string' ? approver : ''}
          onNext={(choices) => {
            rememberApprover(choices.approvedBy);
            onNext(choices, expectedBytes(value, choices.sensitive));
          }}
        />
      )}
    </Answer>
  );
}

interface DecideProperties {
  readonly preview: Preview;
  /** The answer about the chosen range is still to come. */
  readonly isOfOtherRange: boolean;
  readonly onlyNew: boolean;
  readonly onOnlyNew: (onlyNew: boolean) => void;
  /** Who approved the last package. */
  readonly approver: string;
  readonly onNext: (choices: SendChoices) => void;
}

function Decide({ preview, isOfOtherRange, onlyNew, onOnlyNew, approver, onNext }: DecideProperties) {
  const { t } = useText();
  const [isSensitive, setSensitive] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const approvedBy = (typed ?? approver).trim();
  useUnsaved(typed !== null || isSensitive, { what: t('exchange.send.step.check') });
  const { general, sensitive } = splitLedgers(preview);
  const leaving = isSensitive ? [...general, ...sensitive] : general;
  const sums = totals(leaving);
  const isEmpty = totals([...general, ...sensitive]).all === 0 && preview.attachments === 0;
  const range = <RangeChoice onlyNew={onlyNew} onChange={onOnlyNew} />;
  if (isEmpty) {
    return (
      <>
        <EmptyState
          title={t('exchange.send.nothing')}
          body={t(onlyNew ? 'exchange.send.nothing.only-new' : 'exchange.send.nothing.body')}
        />
        {onlyNew && range}
      </>
    );
  }
  const canGo = !isOfOtherRange && approvedBy !== '' && sums.all + preview.attachments > 0;
  return (
    <form
      className="send-check"
      onSubmit={(event) => {
        event.preventDefault();
        if (canGo) onNext({ onlyNew, sensitive: isSensitive, approvedBy });
      }}
    >
      <Content preview={preview} leaving={leaving} />
      <div className="send-decide">
        <p>{numberText(preview, t)}</p>
        <ExpectedSize preview={preview} isSensitive={isSensitive} />
        {range}
        {sensitive.length > 0 && (
          <SensitiveChoice count={totals(sensitive).all} isOn={isSensitive} onChange={setSensitive} />
        )}
        <label className="send-approver">
          <span>
            <span className="form-required" aria-hidden>
              *
            </span>
            {t('exchange.send.approver')}
          </span>
          <Input
            value={typed ?? approver}
            maxLength={50}
            placeholder={t('exchange.send.approver.required')}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className="soft">{t('exchange.send.approver.hint')}</span>
        </label>
        <Button type="primary" htmlType="submit" size="large" disabled={!canGo}>
          {t('exchange.send.next')}
        </Button>
      </div>
    </form>
  );
}

function Content({
  preview,
  leaving,
}: {
  readonly preview: Preview;
  readonly leaving: readonly PreviewLedger[];
}) {
  const { t } = useText();
  const { invalid } = totals(leaving);
  return (
    <div className="send-content">
      <PreviewTable ledgers={leaving} />
      {invalid > 0 && (
        <Alert type="warning" showIcon title={t('exchange.send.invalid', { count: invalid })} />
      )}
      {preview.samples.length > 0 && (
        <p className="soft send-samples">
          {t('exchange.send.samples', {
            names: preview.samples.map((sample) => sample.title).join(t('list.comma')),
          })}
        </p>
      )}
    </div>
  );
}

function ExpectedSize({
  preview,
  isSensitive,
}: {
  readonly preview: Preview;
  readonly isSensitive: boolean;
}) {
  const { t } = useText();
  const { attachments, attachmentBytes } = preview;
  const files = { count: attachments, size: formatBytes(attachmentBytes) };
  return (
    <p>
      <span className="soft">{t('exchange.send.size')} </span>
      {t('exchange.send.size.value', { size: formatBytes(expectedBytes(preview, isSensitive)) })}
      {attachments > 0 && <span className="soft"> {t('exchange.send.attachments', files)}</span>}
    </p>
  );
}

interface SensitiveProperties {
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Law 9: sensitive ledgers never leave with the general ones unless somebody says so. */
function SensitiveChoice({ count, isOn, onChange }: SensitiveProperties) {
  const { t } = useText();
  return (
    <fieldset className="send-sensitive">
      <legend>{t('exchange.send.sensitive')}</legend>
      <p>{t('exchange.send.sensitive.off', { count })}</p>
      <Checkbox checked={isOn} onChange={(event) => onChange(event.target.checked)}>
        {t('exchange.send.sensitive.on')}
      </Checkbox>
      <p className="soft">{t('exchange.send.sensitive.hint')}</p>
    </fieldset>
  );
}

function RangeChoice({
  onlyNew,
  onChange,
}: {
  readonly onlyNew: boolean;
  readonly onChange: (v: boolean) => void;
}) {
  const { t } = useText();
  return (
    <fieldset className="send-range">
      <legend>{t('exchange.send.range')}</legend>
      <Radio.Group value={onlyNew} onChange={(event) => onChange(event.target.value === true)}>
        <Radio value={false}>
          {t('exchange.send.range.all')}
          <span className="soft send-hint">{t('exchange.send.range.all.hint')}</span>
        </Radio>
        <Radio value={true}>
          {t('exchange.send.range.new')}
          <span className="soft send-hint">{t('exchange.send.range.new.hint')}</span>
        </Radio>
      </Radio.Group>
    </fieldset>
  );
}

/** Number of the package, and whose content it carries again. */
function numberText({ from, to }: Preview, t: ReturnType<typeof useText>['t']): string {
  const again = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (again.length === 0) return t('exchange.send.number', { to: String(to) });
  return t('exchange.send.number.again', {
    to: String(to),
    rounds: rangesText(gathered(again), t('list.comma')),
  });
}
