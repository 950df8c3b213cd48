import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { referencesTo } from '../../../db/model/derive/references.ts';
import type { IntervalSpec } from '../../../db/model/interval-spec.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ledgerOf, useOpenLedgers, type Asked, type OpenLedgers } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { namedFields } from '../definition.ts';
import { shownText } from '../shown-text.ts';
import { MoveBar } from '../move/MoveBar.tsx';
import type { ShownRecord } from './RecordPage.tsx';

type Group = Output<'record.related'>[number];
/** Rows of a group shown at once; the list has the others. */
const SHOWN = 6;
/** Columns of a row here; the record has the others. */
const COLUMNS = 3;

/** Records of every ledger that point here, one group per ledger and field; empty ones last, only to add to. */
export function RelatedList({
  record,
  answer,
}: {
  readonly record: ShownRecord;
  readonly answer: Asked<Output<'record.related'>>;
}): ReactNode {
  const { t } = useText();
  const { ordered } = useOpenLedgers();
  const notice = answer.failure ? <FailureNotice failure={answer.failure} onRetry={answer.refresh} /> : null;
  if (answer.value === undefined) return notice;
  const groups = withEmpty(record.ledger, answer.value, ordered);
  if (groups.length === 0) {
    const canBe = referencesTo(record.ledger, ordered).length > 0;
    return <p className="page-empty">{t(canBe ? 'record.noRelated' : 'record.noReferences')}</p>;
  }
  return (
    <>
      {notice}
      {groups.map((group) => (
        <RelatedGroup key={`${group.ledger} ${group.field}`} record={record} group={group} />
      ))}
    </>
  );
}

/**
 * Intervals, parts and what the record follows are there also when there are none: from the group of the first the record is
 * moved, to the others the first one is added. Intervals first, then those, then what else has records.
 */
function withEmpty(
  ledger: string,
  groups: readonly Group[],
  ordered: OpenLedgers['ordered'],
): readonly Group[] {
  const subject = ledgerOf(ledger);
  const isFollowed = (group: Pick<Group, 'ledger' | 'field'>): boolean =>
    subject?.follows.some(({ part, link }) => part === group.ledger && link === group.field) === true;
  // Steps of a case, and answers of the office above, are never written by hand.
  const byActions = [subject?.workflow?.steps, subject?.workflow?.superior?.replies];
  const rank = (group: Pick<Group, 'ledger' | 'field'>): number => {
    const of = ledgerOf(group.ledger);
    if (of?.interval?.subject === group.field) return 2;
    return of?.partOf === group.field || isFollowed(group) ? 1 : 0;
  };
  const missing = referencesTo(ledger, ordered)
    .map((reference) => ({ ledger: reference.ledger.id, field: reference.field, total: 0, rows: [] }))
    .filter((one) => rank(one) > 0 && !byActions.includes(one.ledger))
    .filter((one) => !groups.some((g) => g.ledger === one.ledger && g.field === one.field));
  const order = (group: Group): number => 2 * rank(group) + Number(group.total > 0);
  return [...groups, ...missing].toSorted((a, b) => order(b) - order(a));
}

function RelatedGroup({ record, group }: { readonly record: ShownRecord; readonly group: Group }): ReactNode {
  const { t, label, counter, one } = useText();
  const navigation = useNavigation();
  const ledger = ledgerOf(group.ledger);
  const subject = ledgerOf(record.ledger);
  const field = ledger?.fields[group.field];
  if (ledger === undefined || field === undefined) return null;
  return (
    <section className="page-group" aria-label={label(ledger.label)}>
      <h3 className="page-group-head">
        <span>{label(ledger.label)}</span>
        <span className="page-group-field">{t('record.through', { field: label(field.label) })}</span>
        <span className="page-group-count">{`${formatCount(group.total)} ${counter(ledger.counter)}`}</span>
        {isAnswers(subject, ledger) ? null : (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={t('record.addTo', { ledger: one(ledger.label) })}
            onClick={() => {
              navigation.openNew(ledger.id, { values: { [group.field]: record.id } });
            }}
          />
        )}
      </h3>
      {subject !== undefined && ledger.interval?.subject === group.field && record.removedAt === null ? (
        <MoveBar ledger={ledger} subject={{ ledger: subject, id: record.id, title: record.title }} />
      ) : null}
      {group.rows.slice(0, SHOWN).map((row) => (
        <RelatedRow key={row.id} ledger={ledger} without={group.field} row={row} />
      ))}
      {group.total > SHOWN ? (
        <Button
          type="link"
          size="small"
          onClick={() => {
            navigation.openList(ledger.id, { where: { [group.field]: record.id } });
          }}
        >
          {t('record.openAll', { count: formatCount(group.total), counter: label(ledger.counter) })}
        </Button>
      ) : null}
    </section>
  );
}

/** Answers of the office above come by package only. */
const isAnswers = (subject: AnyLedger | undefined, { id }: AnyLedger): boolean =>
  subject?.workflow?.superior?.replies === id;

function RelatedRow(props: {
  readonly ledger: AnyLedger;
  readonly without: string;
  readonly row: Group['rows'][number];
}): ReactNode {
  const navigation = useNavigation();
  const { t } = useText();
  const { ledger, row, without } = props;
  // Beside its subject an interval says when and where; beside a room it says who.
  const own = ledger.interval?.subject === without ? ledger.interval : null;
  const texts = own === null ? rowTexts(ledger, row, without) : intervalTexts(own, row.texts, t);
  const classes = [
    'page-row',
    own === null ? '' : 'page-row-interval',
    row.removed ? 'page-row-removed' : '',
  ];
  return (
    <button
      type="button"
      className={classes.join(' ')}
      onClick={() => {
        navigation.openRecord(ledger.id, row.id);
      }}
    >
      {texts.length === 0
        ? t('record.untitled')
        : texts.map(({ name, text }) => <span key={name}>{text}</span>)}
    </button>
  );
}

type Text = { readonly name: string; readonly text: string };

/** The title and what a list shows first, without the record whose page it is. */
function rowTexts(ledger: AnyLedger, row: Group['rows'][number], without: string): readonly Text[] {
  const order = [...new Set([...ledger.title, ...ledger.list])].filter((name) => name !== without);
  return namedFields(ledger, order)
    .map(({ name, field }) => ({ name, text: shownText(field, row.texts[name] ?? '') }))
    .filter(({ text }) => text !== '')
    .slice(0, COLUMNS);
}

/** From when to when, and where. */
function intervalTexts(
  interval: IntervalSpec,
  texts: Group['rows'][number]['texts'],
  t: ReturnType<typeof useText>['t'],
): readonly Text[] {
  const [from = '', to = ''] = [texts[interval.from], texts[interval.to]];
  const named = interval.words.map((name) => texts[name] ?? '').find((text) => text !== '');
  // Of parallel histories also which one it is: 社区矫正人员 高.
  const history = (interval.within ?? []).map((name) => texts[name] ?? '');
  const place = [...history, named ?? ''].filter((text) => text !== '').join(' ');
  const span = to === '' ? t('move.spanOpen', { from }) : t('move.span', { from, to });
  return [
    { name: interval.from, text: span },
    { name: 'place', text: place },
  ];
}
