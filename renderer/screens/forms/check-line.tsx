import { Alert } from 'antd';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { FormCheck } from './use-form-check.ts';

interface Properties {
  readonly check: FormCheck;
  readonly onChoose: (at: string) => void;
}

/** Whether the form can be filled, and every mark that is wrong, to be gone to. */
export function CheckLine({ check, onChoose }: Properties) {
  const { t } = useText();
  const { marks, problems, failure } = check;
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (marks === null) return null;
  if (problems.length === 0) {
    const key = marks === 0 ? 'forms.check.none' : 'forms.check.good';
    return (
      <Alert showIcon type={marks === 0 ? 'info' : 'success'} title={t(key, { count: formatCount(marks) })} />
    );
  }
  return (
    <Alert
      showIcon
      type="warning"
      title={t('forms.check.bad', { count: formatCount(problems.length) })}
      description={
        <ul className="marking-problems">
          {problems.map(({ at, text }) => (
            <li key={`${at} ${text}`}>
              <button type="button" onClick={() => onChoose(at)}>
                {/^.*!/u.test(at) ? `${at.slice(at.lastIndexOf('!') + 1)}：` : ''}
                {text}
              </button>
            </li>
          ))}
        </ul>
      }
    />
  );
}
