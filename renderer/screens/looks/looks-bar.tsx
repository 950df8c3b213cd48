import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Space } from 'antd';
import { hasLooks } from '../../../db/model/looks.ts';
import { useShown } from '../../app/use-shown.ts';
import { ask, useOpenLedgers } from '../../data/index.ts';
import { useSavedFile } from '../../record/print/use-saved-file.tsx';
import { today, useText } from '../../text/index.ts';
import { DayBox } from './day-box.tsx';
import { changed, daysOf, spanOf, spans, type LookFilter, type Span } from './look-filter.ts';

interface Properties {
  readonly filter: LookFilter;
  readonly onFilter: (filter: LookFilter) => void;
  readonly onRefresh: () => void;
}

/** Days, person, ledger; and the log taken along. */
export function LooksBar({ filter, onFilter, onRefresh }: Properties) {
  const { t } = useText();
  const save = useSavedFile();
  const days = (values: Pick<LookFilter, 'from' | 'to'>) =>
    onFilter(changed(filter, { from: undefined, to: undefined, ...values }));
  return (
    <div className="looks-bar">
      <Segmented<Span | ''>
        value={spanOf(filter, today()) ?? ''}
        options={spans.map((span) => ({ value: span, label: t(`looks.span.${span}`) }))}
        onChange={(span) => span !== '' && days(daysOf(span, today()))}
        aria-label={t('looks.days')}
      />
      <Space.Compact>
        <DayBox
          key={`from ${filter.from ?? ''}`}
          label={t('looks.from')}
          value={filter.from}
          onChange={(from) => onFilter(changed(filter, { from }))}
        />
        <DayBox
          key={`to ${filter.to ?? ''}`}
          label={t('looks.to')}
          value={filter.to}
          onChange={(to) => onFilter(changed(filter, { to }))}
        />
      </Space.Compact>
      <PersonChoice filter={filter} onFilter={onFilter} />
      <LedgerChoice filter={filter} onFilter={onFilter} />
      <span className="looks-actions">
        <Button icon={<ReloadOutlined aria-hidden />} onClick={onRefresh}>
          {t('looks.refresh')}
        </Button>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => save(t('looks.title'), 'xlsx', (file) => ask('look.export', { ...filter, file }))}
        >
          {t('looks.export')}
        </Button>
      </span>
    </div>
  );
}

function PersonChoice({ filter, onFilter }: Omit<Properties, 'onRefresh'>) {
  const { t } = useText();
  const { value } = useShown('look.people', {});
  return (
    <Select<string>
      className="looks-person"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={filter.user ?? null}
      placeholder={t('looks.person.all')}
      aria-label={t('looks.person')}
      options={(value ?? []).map(({ user, name }) => ({ value: user, label: name }))}
      onChange={(user: string | undefined) => onFilter(changed(filter, { user }))}
    />
  );
}

/** Ledgers whose looks are written down, by area. */
function LedgerChoice({ filter, onFilter }: Pick<Properties, 'filter' | 'onFilter'>) {
  const { t, label } = useText();
  const { areas, ordered } = useOpenLedgers();
  const logged = ordered.filter(hasLooks);
  const options = areas
    .map((group) => ({
      label: label(group.label),
      options: logged
        .filter(({ area }) => area === group.id)
        .map((ledger) => ({ value: ledger.id, label: label(ledger.label) })),
    }))
    .filter((group) => group.options.length > 0);
  return (
    <Select<string>
      className="looks-ledger"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={filter.ledger ?? null}
      placeholder={t('looks.ledger.all')}
      aria-label={t('looks.ledger')}
      options={options}
      onChange={(ledger: string | undefined) => onFilter(changed(filter, { ledger }))}
    />
  );
}
