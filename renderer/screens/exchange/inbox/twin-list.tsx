import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { TwinCard } from './twin-card.tsx';

/** Pairs of records of the same real thing that came from two offices. */
export function TwinList() {
  const { t } = useText();
  const asked = useShown('twin.list', {});
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState title={t('exchange.twin.none')} body={t('exchange.twin.none.body')} />
        ) : (
          <>
            <p className="soft">{t('exchange.twin.lead')}</p>
            <ul className="cards">
              {value.map((twin) => (
                <TwinCard key={twin.id} twin={twin} />
              ))}
            </ul>
          </>
        )
      }
    </Answer>
  );
}
