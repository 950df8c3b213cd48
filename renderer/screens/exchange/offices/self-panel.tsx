import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useText } from '../../../text/index.ts';
import { Panel } from '../../../ui/index.ts';
import { Fingerprint } from '../file-list.tsx';
import { isReady } from '../../../data/index.ts';
import type { Overview } from '../../../data/index.ts';
import { CardDialog } from './card-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';

/** Who this office is, and the number that is read out when another office calls to compare. */
export function SelfPanel({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  const { self } = overview;
  return (
    <Panel
      title={t('exchange.offices.self')}
      actions={isReady(overview) ? <SelfActions overview={overview} /> : undefined}
    >
      {self === null ? (
        <p className="soft">
          {t(overview.role === 'city' ? 'exchange.offices.self.none.city' : 'exchange.offices.self.none')}
        </p>
      ) : (
        <>
          <p className="office-name" title={self.name}>
            {self.name}
          </p>
          <dl className="facts">
            <dt>{t('exchange.offices.code')}</dt>
            <dd>{self.unit}</dd>
            <dt>{t('exchange.offices.level')}</dt>
            <dd>{t(`exchange.role.${self.role}`)}</dd>
            <dt>{t('exchange.offices.state')}</dt>
            <dd>
              <EnrolmentTag overview={overview} />
            </dd>
            <dt>{t('exchange.fingerprint')}</dt>
            <dd>
              <Fingerprint digits={self.fingerprint} />
              <span className="soft">{t('exchange.offices.fingerprint.hint')}</span>
            </dd>
          </dl>
        </>
      )}
    </Panel>
  );
}

/** Keys to change, once there are some; a card to write for offices below. */
function SelfActions({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  const [isWriting, setWriting] = useState(false);
  const [isRotating, setRotating] = useState(false);
  const { self, role } = overview;
  return (
    <>
      {self !== null && (
        <Button type="text" onClick={() => setRotating(true)}>
          {t(self.isRenewing ? 'exchange.rotate.again' : 'exchange.rotate')}
        </Button>
      )}
      {role !== 'village' && (
        <Button title={t('exchange.offices.self.card.hint')} onClick={() => setWriting(true)}>
          {t('exchange.offices.self.card')}
        </Button>
      )}
      {isWriting && <CardDialog onClose={() => setWriting(false)} />}
      {isRotating && <RotateDialog overview={overview} onClose={() => setRotating(false)} />}
    </>
  );
}

const colours = { none: 'warning', requested: 'processing', enrolled: 'success' } as const;

function EnrolmentTag({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  if (overview.role === 'city') return <>{t('exchange.offices.state.root')}</>;
  if (overview.self?.isRenewing === true)
    return <Tag color={colours.requested}>{t('exchange.offices.state.renewing')}</Tag>;
  return <Tag color={colours[overview.enrolment]}>{t(`exchange.offices.state.${overview.enrolment}`)}</Tag>;
}
