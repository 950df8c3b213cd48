import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useShown } from '../../app/use-shown.ts';
import { isReady, useSession } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, Figure, Panel } from '../../ui/index.ts';
import { homeFigures } from './home-figures.ts';

/** What waits in the exchange between offices; every number opens the rows behind it. Practice has none. */
export function ExchangeFigures() {
  const { t } = useText();
  const navigation = useNavigation();
  const isPractice = useSession()?.practice ?? true;
  const { value, failure, refresh } = useShown('exchange.overview', isPractice ? null : {});
  if (isPractice) return null;
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (value === undefined) return null;
  return (
    <Panel title={t('exchange.home')}>
      {isReady(value) ? (
        <div className="home-exchange">
          {homeFigures(value).map((figure) => (
            <Figure
              key={figure.label}
              label={t(figure.label)}
              value={figure.value}
              unit={t(figure.unit)}
              tone={figure.isWrong ? 'wrong' : 'plain'}
              onClick={() => navigation.openScreen('exchange', figure.part)}
            />
          ))}
        </div>
      ) : (
        <div className="home-exchange">
          <span className="soft">
            {t(value.enrolment === 'requested' ? 'exchange.not-enrolled.requested' : 'exchange.not-enrolled')}
          </span>
          <Button onClick={() => navigation.openScreen('exchange', 'offices')}>
            {t('exchange.not-enrolled.go')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
