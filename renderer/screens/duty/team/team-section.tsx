import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import type { FieldValues, Where } from '../../../app/tab-target.ts';
import { useShown } from '../../../app/use-shown.ts';
import { ledgerOf, useAsk } from '../../../data/index.ts';
import { formatCount, useText } from '../../../text/index.ts';
import type { TextKey } from '../../../text/index.ts';
import { useDuty } from '../duty-place.ts';

/** What a team is made of: people, posts, leave, agreements, campaigns, calendar; each line opens its list. */
export function TeamSection() {
  const { t } = useText();
  const { team, month } = useDuty();
  const navigation = useNavigation();
  const board = useShown('duty.board', { team: team.id, month });
  const ofTeam: Where = { team: team.id };
  const people = (board.value?.people ?? []).map(({ id }) => id);
  const ofPeople: Where | null = people.length === 0 ? null : { member: people };
  const first = { team: team.id };
  return (
    <div className="duty-part">
      <div className="duty-part-head">
        <h2>{team.name}</h2>
        <Button onClick={() => navigation.openRecord('duty_team', team.id)}>{t('duty.team.edit')}</Button>
        <span className="soft">{t('duty.team.hint')}</span>
      </div>
      <ul className="duty-team-parts">
        <Part ledger="duty_member" hint="duty.team.member" where={ofTeam} values={first} />
        <Part ledger="duty_post" hint="duty.team.post" where={ofTeam} values={first} />
        <Part ledger="duty_leave" hint="duty.team.leave" where={ofPeople} values={{}} />
        <Part ledger="duty_request" hint="duty.team.request" where={ofPeople} values={{}} />
        <Part ledger="duty_pair" hint="duty.team.pair" where={ofTeam} values={first} />
        <Part ledger="duty_campaign" hint="duty.team.campaign" where={ofTeam} values={first} />
        <Part ledger="duty_compensation" hint="duty.team.compensation" where={ofPeople} values={{}} />
        <Part ledger="duty_calendar_day" hint="duty.team.calendar" where={{}} values={{}} />
        <Part ledger="duty_roster" hint="duty.team.roster" where={ofTeam} values={null} />
      </ul>
    </div>
  );
}

/** Ledgers an office has as a sheet already. */
const imported: ReadonlySet<string> = new Set(['duty_member', 'duty_calendar_day']);

interface PartProperties {
  readonly ledger: string;
  readonly hint: TextKey;
  /** `null` while the team has nobody: nothing can be there yet. */
  readonly where: Where | null;
  /** What a new record begins with; `null` = records are not added by hand. */
  readonly values: FieldValues | null;
}

function Part({ ledger, hint, where, values }: PartProperties) {
  const { t, label, one } = useText();
  const navigation = useNavigation();
  const definition = ledgerOf(ledger);
  const { value } = useAsk('record.total', where === null ? null : { ledger, where });
  if (definition === undefined) return null;
  return (
    <li>
      <button
        type="button"
        className="duty-team-part"
        onClick={() => navigation.openList(ledger, { where: where ?? {} })}
      >
        <strong>{label(definition.label)}</strong>
        <span className="duty-team-count">
          {where === null ? '0' : value === undefined ? '' : formatCount(value.total)}
        </span>
        <span className="soft">{t(hint)}</span>
      </button>
      {imported.has(ledger) && (
        <Button
          icon={<ImportOutlined aria-hidden />}
          aria-label={t('duty.team.import', { ledger: label(definition.label) })}
          title={t('duty.team.import', { ledger: label(definition.label) })}
          onClick={() => navigation.openImport(ledger)}
        />
      )}
      {values !== null && (
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('tab.new', { ledger: one(definition.label) })}
          title={t('tab.new', { ledger: one(definition.label) })}
          onClick={() => navigation.openNew(ledger, { values })}
        />
      )}
    </li>
  );
}
