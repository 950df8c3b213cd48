import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useShown } from '../../app/use-shown.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice, Panel } from '../../ui/index.ts';

/** People told of a team; a patrol has dozens, who stand in its roster. */
const SHOWN = 6;
/** People told of the next hand-over. */
const SHOWN_NEXT = 4;

type Now = Output<'duty.now'>[number];

/** Who is on duty at this moment, with telephone, and who comes next. */
export function DutyNow() {
  const { t } = useText();
  const navigation = useNavigation();
  const { value, failure, refresh } = useShown('duty.now', {});
  const open = (
    <Button type="link" onClick={() => navigation.openScreen('duty')}>
      {t(value?.length === 0 ? 'duty.set-up' : 'duty.now.open')}
    </Button>
  );
  return (
    <Panel title={t('duty.now')} actions={open}>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {value?.length === 0 && <p className="soft">{t('duty.now.none')}</p>}
      <div className="home-duty">
        {value?.map((team) => (
          <TeamNow key={team.team} now={team} />
        ))}
      </div>
    </Panel>
  );
}

/** Post and grid; posts of a patrol begin with their grid already. */
const placed = ({ place, post }: Now['onDuty'][number]): string =>
  place === '' || post.startsWith(place) ? post : `${place} ${post}`;

function TeamNow({ now }: { readonly now: Now }) {
  const { t } = useText();
  return (
    <section className="home-duty-team" aria-label={now.name}>
      <h3>
        {now.name} {now.phone !== '' && <span>{now.phone}</span>}
      </h3>
      {now.onDuty.length === 0 && <p className="soft">{t('duty.now.nobody')}</p>}
      <ul>
        {now.onDuty.slice(0, SHOWN).map((duty) => (
          <li key={`${duty.post} ${duty.place} ${duty.person}`}>
            <span className="soft">{placed(duty)}</span>
            <strong>{duty.name}</strong>
            <span>{duty.phone}</span>
          </li>
        ))}
      </ul>
      {now.onDuty.length > SHOWN && (
        <p className="soft">{t('duty.now.more', { count: now.onDuty.length - SHOWN })}</p>
      )}
      <p className="soft">
        {now.next === null
          ? t('duty.now.next.none')
          : t('duty.now.next', {
              at: formatInstant(now.next.at),
              people: now.next.people
                .slice(0, SHOWN_NEXT)
                .map(({ post, name }) => `${post} ${name}`)
                .join(t('list.comma')),
            })}
      </p>
    </section>
  );
}
