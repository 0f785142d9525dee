'use client';

import { useTranslation } from '@payloadcms/ui';
import { getTranslation } from '@payloadcms/translations';
import type { DefaultCellComponentProps, SelectFieldClient } from 'payload';

import './workflow.css';

type Props = DefaultCellComponentProps<SelectFieldClient>;

/** Where an article stands, in a list of the panel as in the bar on its own page. */
export function StateCell({ cellData, field }: Props) {
  const { i18n } = useTranslation();
  const option = field.options.find((each) => typeof each !== 'string' && each.value === cellData);
  if (typeof option !== 'object') return null;
  return (
    <span className={`workflow-pill workflow-pill--${option.value}`}>
      {getTranslation(option.label, i18n)}
    </span>
  );
}

/** The column's name without the name of the group that the field is stored in. */
export function StateLabel({ field }: Pick<Props, 'field'>) {
  const { i18n } = useTranslation();
  return getTranslation(field.label ?? '', i18n);
}
