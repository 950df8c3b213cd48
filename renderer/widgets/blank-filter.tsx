import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { asCriterion } from './filter-entry.ts';
import type { FilterProps } from './widget.ts';

/** Filter any stored kind has: filled in or not. */
export function BlankFilter({ value, onChange }: FilterProps): ReactNode {
  const { t } = useText();
  const { blank } = asCriterion(value);
  return (
    <Radio.Group
      size="small"
      value={blank ?? 'any'}
      aria-label={t('widget.blankOrNot')}
      onChange={(event) => {
        const chosen: unknown = event.target.value;
        onChange(typeof chosen === 'boolean' ? { blank: chosen } : undefined);
      }}
    >
      <Radio value="any">{t('widget.any')}</Radio>
      <Radio value={true}>{t('widget.blank')}</Radio>
      <Radio value={false}>{t('widget.notBlank')}</Radio>
    </Radio.Group>
  );
}
